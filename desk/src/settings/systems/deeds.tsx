// What is done with a system: buttons that do it at once, ask first, or open its form. They stand in one row; what failed is
// said under it.

import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { say } from '../../words/say.tsx';
import type { SystemFormProps } from './system-form.tsx';
import type { System } from './system-words.ts';

interface Deed<Made> {
  act: () => Promise<Made>;
  onDone: (made: Made) => unknown;
}

export function Deeds({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-2">{children}</div>;
}

/** Done at once. */
export function DirectDeed<Made>({ name, isMain, act, onDone }: Deed<Made> & { name: string; isMain?: boolean }) {
  const deed = useMutation({ mutationFn: act, onSuccess: onDone });
  return (
    <>
      <Button look={isMain ? 'main' : 'plain'} onPress={() => deed.mutate()} isPending={deed.isPending}>
        {name}
      </Button>
      {deed.error && (
        <p role="alert" className="order-last basis-full text-danger">
          {deed.error.message}
        </p>
      )}
    </>
  );
}

interface Pauses {
  state: System['state'];
  pause: () => Promise<unknown>;
  resume: () => Promise<unknown>;
  onPaused: () => unknown;
  onResumed: () => unknown;
}

/** The one that goes with how it is. */
export function PauseOrResume({ state, pause, resume, onPaused, onResumed }: Pauses) {
  return state === 'active' ? (
    <DirectDeed key="pause" name={say('webhooks.pause')} act={pause} onDone={onPaused} />
  ) : (
    <DirectDeed key="resume" name={say('webhooks.resume')} isMain act={resume} onDone={onResumed} />
  );
}

interface Asked<Made> extends Deed<Made> {
  name: string;
  /** The question, with what it is about in it. */
  ask: string;
  /** The words of the button that does it, where they are not the deed's name. */
  confirm?: string;
  isDanger?: boolean;
  /** What will happen. */
  children: ReactNode;
}

/** Done once it was said what will happen. */
export function AskedDeed<Made>({ name, ask, confirm = name, isDanger = false, act, onDone, children }: Asked<Made>) {
  const [asks, setAsks] = useState(false);
  const deed = useMutation({
    mutationFn: act,
    onSuccess: (made) => {
      setAsks(false);
      return onDone(made);
    },
  });
  return (
    <>
      <Button look={isDanger ? 'danger' : 'plain'} onPress={() => setAsks(true)}>
        {name}
      </Button>
      <ConfirmDialog
        title={ask}
        confirm={confirm}
        isDanger={isDanger}
        isOpen={asks}
        isBusy={deed.isPending}
        failure={deed.error?.message}
        onConfirm={() => deed.mutate()}
        onClose={() => setAsks(false)}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}

interface Edits<Draft> {
  initial: NoInfer<Draft>;
  change: (draft: Draft) => Promise<unknown>;
  onDone: () => unknown;
  form: (props: SystemFormProps<Draft>) => ReactNode;
}

/** Its form, filled with what it is. */
export function EditDeed<Draft>({ initial, change, onDone, form }: Edits<Draft>) {
  const [edits, setEdits] = useState(false);
  const edit = useMutation({
    mutationFn: change,
    onSuccess: () => {
      setEdits(false);
      return onDone();
    },
  });
  return (
    <>
      <Button onPress={() => setEdits(true)}>{say('webhooks.edit')}</Button>
      <Sheet title={say('webhooks.edit')} isOpen={edits} onOpenChange={setEdits}>
        {form({
          initial,
          submit: say('webhooks.save'),
          isBusy: edit.isPending,
          problem: edit.error?.message,
          onSubmit: (draft) => edit.mutate(draft),
        })}
      </Sheet>
    </>
  );
}
