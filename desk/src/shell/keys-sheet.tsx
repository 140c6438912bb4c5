import { X } from 'lucide-react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { commandKey } from './keys.ts';

const rows: [string[], string][] = [
  [['J', '↓'], 'Next conversation'],
  [['K', '↑'], 'Previous conversation'],
  [['Enter'], 'Open it'],
  [['R'], 'Reply'],
  [['Esc'], 'Leave the reply; it is kept'],
  [['E'], 'Resolve, or reopen'],
  [['/', `${commandKey} K`], 'Search'],
  [['?'], 'This sheet'],
];

export function KeysSheet({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-30 grid place-items-center bg-scrim p-4"
    >
      <Modal className="w-full max-w-96 rounded-lg border border-line bg-raised p-5 shadow-2">
        <Dialog className="outline-none">
          <div className="mb-3 flex items-center justify-between">
            <Heading slot="title" className="text-l font-semibold">
              Keys
            </Heading>
            <Button slot="close" aria-label="Close" className="icon-btn">
              <X aria-hidden size={18} strokeWidth={1.75} />
            </Button>
          </div>
          <dl className="grid grid-cols-[1fr_auto] items-center gap-y-2.5">
            {rows.map(([names, meaning]) => (
              <div key={meaning} className="contents">
                <dt className="text-ink-2">{meaning}</dt>
                <dd className="flex justify-end gap-1.5">
                  {names.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
