import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { say } from '../words/say.tsx';

interface Props {
  title: string;
  /** The words of the button that does it. */
  confirm: string;
  isDanger?: boolean;
  isOpen: boolean;
  isBusy: boolean;
  failure: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Says what will happen before it does. */
export function Confirm({ title, confirm, isDanger, isOpen, isBusy, failure, onConfirm, onClose, children }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-30 grid place-items-center bg-scrim p-4"
    >
      <Modal className="w-full max-w-110 rounded-lg bg-surface shadow-2">
        <Dialog role="alertdialog" className="p-5 outline-none">
          <Heading slot="title" className="text-l font-semibold">
            {title}
          </Heading>
          <div className="mt-2 flex flex-col gap-2 text-ink-2">{children}</div>
          {failure !== undefined && (
            <p role="alert" className="mt-3 rounded-sm bg-danger-soft px-2.5 py-1.5 text-danger">
              {failure}
            </p>
          )}
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            <button type="button" className="btn" onClick={onClose}>
              {say('campaigns.notNow')}
            </button>
            <button
              type="button"
              disabled={isBusy}
              className={isDanger ? 'btn border-danger! text-danger!' : 'btn btn-main'}
              onClick={onConfirm}
            >
              {confirm}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
