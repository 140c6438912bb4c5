import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { fieldProblem } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { claimNumber } from '../api/who-is-who.ts';
import { tell } from '../shell/told.tsx';
import { isWholeNumber } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';

/** A number the customer told: kept as their word. It joins nobody by itself. */
export function ClaimForm({ contactId, onClose }: { contactId: string; onClose: () => void }) {
  const client = useQueryClient();
  const [phone, setPhone] = useState('');
  const [asked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const claim = useMutation({
    mutationFn: () => claimNumber(contactId, phone.trim()),
    onSuccess: (contact) => {
      client.setQueryData(keys.contact(contactId), contact);
      tell(say('context.claimKept'));
      for (const queryKey of [keys.explanation(contactId), keys.reviews]) void client.invalidateQueries({ queryKey });
      onClose();
    },
    onError: () => field.current?.focus(),
  });
  useEffect(() => {
    field.current?.focus();
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const unfinished = asked && !isWholeNumber(phone);
  const problem = unfinished
    ? say('context.claimWhole')
    : claim.isError
      ? fieldProblem(claim.error, 'phone')
      : undefined;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isWholeNumber(phone)) claim.mutate();
    else field.current?.focus();
  };
  return (
    <form ref={form} className="flex scroll-mb-5 flex-col gap-2" onSubmit={submit} noValidate>
      <label htmlFor={id} className="font-medium">
        {say('context.claimLabel')}
      </label>
      <input
        ref={field}
        id={id}
        type="tel"
        dir="ltr"
        autoComplete="off"
        maxLength={40}
        placeholder="+49 30 5550 1844"
        value={phone}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => setPhone(event.target.value)}
        className="field placeholder:text-ink-3"
      />
      <p id={`${id}-help`} role="status" className={`text-s ${problem === undefined ? 'text-ink-3' : 'text-danger'}`}>
        {problem ?? say('context.claimHelp')}
      </p>
      <div className="flex gap-2">
        <button type="submit" className="btn btn-main" disabled={claim.isPending}>
          {say('context.add')}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {say('common.cancel')}
        </button>
      </div>
    </form>
  );
}
