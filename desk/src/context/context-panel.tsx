// Who this is. Beside the thread where there is room; behind a button, sliding in, where there is not.

import type { ConversationDetail } from '@throughline/contract';
import { X } from 'lucide-react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useMedia } from '../shell/use-media.ts';
import { ContactDetails } from './contact-details.tsx';

interface Props {
  conversation: ConversationDetail;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

export function ContextPanel({ conversation, isOpen, onOpenChange }: Props) {
  const wide = useMedia('(min-width: 75rem)');
  if (wide) {
    return (
      <aside
        aria-label="About this customer"
        className="w-72 shrink-0 overflow-y-auto border-s border-line bg-surface px-4 py-4.5"
      >
        <ContactDetails conversation={conversation} />
      </aside>
    );
  }
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-20 flex justify-end bg-scrim"
    >
      <Modal className="h-full w-full max-w-90 bg-surface shadow-2">
        <Dialog className="h-full overflow-y-auto px-4 pt-2 pb-6 outline-none">
          <div className="mb-1 flex items-center justify-between">
            <Heading slot="title" className="text-s font-semibold text-ink-3">
              About this customer
            </Heading>
            <Button slot="close" aria-label="Close" className="icon-btn">
              <X aria-hidden size={18} strokeWidth={1.75} />
            </Button>
          </div>
          <ContactDetails conversation={conversation} onLeave={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
