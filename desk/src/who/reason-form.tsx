import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { say } from '../words/say.tsx';
import { isReason, reasonBounds } from './saying-words.ts';

interface Props {
  /** The words of the button that does it. */
  confirm: string;
  placeholder: string;
  /** Who reads the reason; in the timeline where nothing else is said. */
  help?: string;
  isBusy: boolean;
  failure: string | undefined;
  /** false: there is nothing to confirm; only a way back is left. */
  isAllowed?: boolean;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
  children?: ReactNode;
}

/** Why, in a few words, then the deed. The reason comes first: whoever has none should not do it. */
export function ReasonForm({
  confirm,
  placeholder,
  help = say('who.colleaguesRead'),
  isBusy,
  failure,
  isAllowed = true,
  onConfirm,
  onCancel,
  children,
}: Props) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const back = useRef<HTMLButtonElement>(null);
  const id = useId();
  const missing = asked && !isReason(reason);
  // Where there is nothing to give a reason for any more, the focus would go with the field.
  useEffect(() => (isAllowed ? field : back).current?.focus(), [isAllowed]);
  // What is shown above the field may come later, and would push the field and its button out of sight.
  useEffect(() => {
    if (!isBusy) form.current?.scrollIntoView({ block: 'nearest' });
  }, [isBusy]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isReason(reason)) onConfirm(reason.trim());
    else field.current?.focus();
  };
  return (
    <form ref={form} className="flex scroll-mb-5 flex-col gap-3" onSubmit={submit} noValidate>
      {children}
      {isAllowed && (
        <div>
          <label htmlFor={id} className="mb-1 block font-medium">
            {say('who.why')}
          </label>
          <textarea
            ref={field}
            id={id}
            rows={2}
            dir={reason === '' ? undefined : 'auto'}
            maxLength={reasonBounds.longest}
            placeholder={placeholder}
            value={reason}
            aria-invalid={missing}
            aria-describedby={`${id}-help`}
            onChange={(event) => setReason(event.target.value)}
            className="field block h-auto! resize-y py-2 placeholder:text-ink-3"
          />
          <p id={`${id}-help`} role="status" className={`mt-1 text-s ${missing ? 'text-danger' : 'text-ink-3'}`}>
            {missing ? say('who.fewWords') : help}
          </p>
        </div>
      )}
      {failure !== undefined && (
        <p role="alert" className="rounded-sm bg-danger-soft px-2.5 py-1.5 text-danger">
          {failure}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {isAllowed && (
          <button type="submit" className="btn btn-main" disabled={isBusy}>
            {confirm}
          </button>
        )}
        <button ref={back} type="button" className="btn" onClick={onCancel}>
          {isAllowed ? say('common.cancel') : say('common.back')}
        </button>
      </div>
    </form>
  );
}
