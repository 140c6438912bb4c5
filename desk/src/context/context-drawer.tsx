import type { ConversationDetail } from '@throughline/contract';
import { X } from 'lucide-react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { say } from '../words/say.tsx';
import { ContactDetails } from './contact-details.tsx';

interface Props {
  conversation: ConversationDetail;
  onOpenChange: (open: boolean) => void;
}

/** The details where there is no room for them beside the thread. */
export function ContextDrawer({ conversation, onOpenChange }: Props) {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-20 flex justify-end bg-scrim"
    >
      <Modal className="h-full w-full max-w-90 bg-surface shadow-2">
        <Dialog className="h-full overflow-y-auto px-4 pt-2 pb-6 outline-none">
          <div className="mb-1 flex items-center justify-between">
            <Heading slot="title" className="text-s font-semibold text-ink-3">
              {say('thread.aboutCustomer')}
            </Heading>
            <Button slot="close" aria-label={say('common.close')} className="icon-btn">
              <X aria-hidden size={18} strokeWidth={1.75} />
            </Button>
          </div>
          <ContactDetails conversation={conversation} onLeave={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
