import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { say } from '../words/say.tsx';

interface Props {
  title: string;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}

/** What needs more room than the panel and less than a page: from the far edge, over what one was looking at. */
export function Sheet({ title, isOpen, onOpenChange, children }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-30 flex justify-end bg-scrim"
    >
      <Modal className="h-full w-full max-w-120 bg-surface shadow-2">
        <Dialog className="flex h-full flex-col outline-none">
          <div className="flex items-center justify-between border-b border-line px-4 py-2 desk:px-5">
            <Heading slot="title" className="text-l font-semibold">
              {title}
            </Heading>
            <Button slot="close" aria-label={say('common.close')} className="icon-btn">
              <X aria-hidden size={18} strokeWidth={1.75} />
            </Button>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pt-4 pb-8 desk:px-5">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
