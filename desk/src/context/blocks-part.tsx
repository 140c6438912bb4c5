import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Block, BusinessNumber, Contact } from '@throughline/contract';
import { Ban } from 'lucide-react';
import { useState } from 'react';
import { useCallKey } from '../api/call-key.ts';
import { setBlocked } from '../api/people.ts';
import { keys } from '../api/queries.ts';
import { tell } from '../shell/told.tsx';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { Disclosed } from '../who/disclosed.tsx';
import { ReasonForm } from '../who/reason-form.tsx';
import type { Key } from '../words/en/index.ts';
import { say, show } from '../words/say.tsx';
import { dayWord } from '../words/time.ts';
import { Part } from './part.tsx';

const states = {
  blocking: 'context.blocking',
  blocked: 'context.blocked',
  unblocking: 'context.unblocking',
  failed: 'context.blockFailed',
} as const satisfies Record<Block['state'], Key>;

/** On which of our numbers they are blocked, and the way to do or undo it. */
export function BlocksPart({ contact, businessNumber }: { contact: Contact; businessNumber: BusinessNumber }) {
  const now = useNow();
  const may = useMay()('contacts:manage');
  const blocks = contact.blocks;
  const here = blocks.find((one) => one.businessNumber.id === businessNumber.id);
  if (blocks.length === 0 && !may) return null;
  return (
    <Part title={say('context.blockingTitle')}>
      <ul className="flex flex-col gap-2">
        {blocks.map((block) => (
          <li key={block.businessNumber.id}>
            <p
              className={`flex items-start gap-1.5 font-medium ${block.state === 'failed' ? 'text-danger' : 'text-warn'}`}
            >
              <Ban aria-hidden size={15} strokeWidth={1.75} className="mt-0.5 shrink-0" />
              <span>{show(states[block.state], { business: <bdi>{block.businessNumber.name}</bdi> })}</span>
            </p>
            <p className="text-s text-ink-3 wrap-anywhere">
              {show('context.noted', {
                day: dayWord(block.at, now),
                by: <bdi>{block.by}</bdi>,
                reason: <bdi>{block.reason}</bdi>,
              })}
            </p>
            {block.problem !== null && <p className="text-s text-danger">{block.problem}</p>}
            {may && block.state === 'blocked' && <Deed contact={contact} number={block.businessNumber} on={false} />}
          </li>
        ))}
      </ul>
      {may && (here === undefined || here.state === 'failed') && (
        <div className={blocks.length > 0 ? 'mt-2' : ''}>
          <Deed contact={contact} number={businessNumber} on />
        </div>
      )}
    </Part>
  );
}

interface DeedProps {
  contact: Contact;
  number: BusinessNumber;
  on: boolean;
}

function Deed({ contact, number, on }: DeedProps) {
  const client = useQueryClient();
  const keyFor = useCallKey();
  const [everywhere, setEverywhere] = useState(false);
  const setting = useMutation({
    mutationFn: (reason: string) => {
      const where = everywhere ? {} : { businessNumber: number.id };
      return setBlocked(contact.id, on, { ...where, reason }, keyFor([contact.id, on, everywhere, number.id, reason]));
    },
    onSuccess: (after) => {
      client.setQueryData(keys.contact(contact.id), after);
      tell(on ? say('context.toldToBlock') : say('context.toldToUnblock'));
    },
  });
  return (
    <Disclosed
      label={on ? say('context.block') : say('context.unblock')}
      spoken={say(on ? 'context.blockOn' : 'context.unblockOn', { business: number.name })}
      className="text-s"
    >
      {(close) => (
        <ReasonForm
          confirm={on ? say('context.block') : say('context.unblock')}
          placeholder={on ? say('context.blockReason') : say('context.unblockReason')}
          help={say('context.keptWithRecord')}
          isBusy={setting.isPending}
          failure={setting.error?.message}
          onConfirm={(reason) => setting.mutate(reason, { onSuccess: close })}
          onCancel={close}
        >
          {on ? (
            <p className="text-ink-2">
              {show('context.blockEffect', { business: <bdi className="font-medium">{number.name}</bdi> })}
            </p>
          ) : (
            <p className="text-ink-2">{say('context.unblockEffect')}</p>
          )}
          {on && (
            <label className="flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                checked={everywhere}
                onChange={(event) => setEverywhere(event.target.checked)}
                className="accent-accent"
              />
              {say('context.everyNumber')}
            </label>
          )}
        </ReasonForm>
      )}
    </Disclosed>
  );
}
