import { X } from 'lucide-react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';
import { commandKey } from './keys.ts';

const rows = [
  [['J', '↓'], 'shell.keyNext'],
  [['K', '↑'], 'shell.keyPrevious'],
  [['Enter'], 'shell.keyOpen'],
  [['R'], 'shell.keyReply'],
  [['N'], 'shell.keyNote'],
  [['/'], 'shell.keyCanned'],
  [['@'], 'shell.keyMention'],
  [['Esc'], 'shell.keyLeave'],
  [['E'], 'shell.keyResolve'],
  [['A'], 'work.keyAssign'],
  [['S'], 'work.keySnooze'],
  [['X'], 'work.keySelect'],
  [['/'], 'shell.keySearch'],
  [[`${commandKey} K`], 'shell.keyCommand'],
  [[`${commandKey} F`], 'shell.keyFind'],
  [['?'], 'shell.keyHelp'],
] as const satisfies [string[], Key][];

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
              {say('shell.keys')}
            </Heading>
            <Button slot="close" aria-label={say('common.close')} className="icon-btn">
              <X aria-hidden size={18} strokeWidth={1.75} />
            </Button>
          </div>
          <dl className="grid grid-cols-[1fr_auto] items-center gap-y-2.5">
            {rows.map(([names, meaning]) => (
              <div key={meaning} className="contents">
                <dt className="text-ink-2">{say(meaning)}</dt>
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
