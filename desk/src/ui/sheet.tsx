import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { CloseButton } from './close-button.tsx';

interface Props {
  title: string;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}

/**
 * What needs more room than a panel and less than a page, over what one was looking at: from the far edge, and on a narrow
 * screen from the foot.
 */
export function Sheet({ title, isOpen, onOpenChange, children }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="overlay flex max-desk:items-end desk:justify-end"
    >
      <Modal className="sheet w-full bg-surface shadow-2 max-desk:max-h-[92dvh] max-desk:rounded-t-lg desk:h-full desk:max-w-120">
        <Dialog className="flex h-full flex-col outline-none max-desk:max-h-[92dvh]">
          <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-2 desk:px-5">
            <Heading slot="title" className="text-l font-semibold wrap-anywhere">
              {title}
            </Heading>
            <CloseButton />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pt-4 pb-[max(2rem,env(safe-area-inset-bottom))] desk:px-5">
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
