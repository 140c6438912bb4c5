import { type ReactNode, type SubmitEvent, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { say } from '../words/say.tsx';
import { Button } from './button.tsx';
import { FormEnd } from './field.tsx';
import { TextField } from './text-field.tsx';

interface Props {
  /** A question, with what it is about in it: “Remove Maya from the team?” */
  title: string;
  /** The words of the button that does it: the deed itself, never “OK”. */
  confirm: string;
  isDanger?: boolean;
  /** For what cannot be undone and reaches far: these words must be typed before it can be done. */
  typed?: string;
  isOpen: boolean;
  isBusy: boolean;
  failure?: string | undefined;
  onConfirm: () => void;
  onClose: () => void;
  /** What will happen, in plain sentences; and what will not. */
  children: ReactNode;
}

/** Says what will happen before it does. */
export function ConfirmDialog({ isOpen, onClose, ...rest }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="overlay grid place-items-center p-4"
    >
      <Modal className="modal w-full max-w-110 rounded-lg bg-surface shadow-2">
        <Dialog role="alertdialog" className="max-h-[calc(100dvh-2rem)] overflow-y-auto p-5 outline-none">
          <Content {...rest} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Content({
  title,
  confirm,
  isDanger,
  typed,
  isBusy,
  failure,
  onConfirm,
  onClose,
  children,
}: Omit<Props, 'isOpen'>) {
  const [text, setText] = useState('');
  const blocked = typed !== undefined && text.trim() !== typed;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!blocked && !isBusy) onConfirm();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <div>
        <Heading slot="title" className="text-l font-semibold wrap-anywhere">
          {title}
        </Heading>
        <div className="mt-2 flex flex-col gap-2 text-ink-2 wrap-anywhere">{children}</div>
      </div>
      {typed !== undefined && (
        <TextField
          label={say('ui.typeToConfirm', { words: typed })}
          value={text}
          onChange={setText}
          autoComplete="off"
          spellCheck="false"
        />
      )}
      <FormEnd problem={failure}>
        <span className="flex-1" />
        <Button onPress={onClose}>{say('ui.notNow')}</Button>
        <Button type="submit" look={isDanger ? 'danger' : 'main'} isPending={isBusy} isDisabled={blocked}>
          {confirm}
        </Button>
      </FormEnd>
    </form>
  );
}
