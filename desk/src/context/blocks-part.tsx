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
import { dayWord } from '../words/time.ts';
import { Part } from './part.tsx';

const states: Record<Block['state'], string> = {
  blocking: 'Being blocked',
  blocked: 'Blocked',
  unblocking: 'Being unblocked',
  failed: 'Not blocked',
};

/** On which of our numbers they are blocked, and the way to do or undo it. */
export function BlocksPart({ contact, businessNumber }: { contact: Contact; businessNumber: BusinessNumber }) {
  const now = useNow();
  const may = useMay()('contacts:manage');
  const blocks = contact.blocks;
  const here = blocks.find((one) => one.businessNumber.id === businessNumber.id);
  if (blocks.length === 0 && !may) return null;
  return (
    <Part title="Blocking">
      <ul className="flex flex-col gap-2">
        {blocks.map((block) => (
          <li key={block.businessNumber.id}>
            <p
              className={`flex items-start gap-1.5 font-medium ${block.state === 'failed' ? 'text-danger' : 'text-warn'}`}
            >
              <Ban aria-hidden size={15} strokeWidth={1.75} className="mt-0.5 shrink-0" />
              <span>
                {states[block.state]} on <bdi>{block.businessNumber.name}</bdi>
              </span>
            </p>
            <p className="text-s text-ink-3 wrap-anywhere">
              {dayWord(block.at, now)}, <bdi>{block.by}</bdi>: <bdi>“{block.reason}”</bdi>
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
      tell(on ? 'WhatsApp is told to block them.' : 'WhatsApp is told to unblock them.');
    },
  });
  return (
    <Disclosed
      label={on ? 'Block' : 'Unblock'}
      spoken={`${on ? 'Block' : 'Unblock'} on ${number.name}`}
      className="text-s"
    >
      {(close) => (
        <ReasonForm
          confirm={on ? 'Block' : 'Unblock'}
          placeholder={on ? 'Threatened a colleague' : 'We talked it over'}
          help="It is kept with their record."
          isBusy={setting.isPending}
          failure={setting.error?.message}
          onConfirm={(reason) => setting.mutate(reason, { onSuccess: close })}
          onCancel={close}
        >
          {on ? (
            <p className="text-ink-2">
              They cannot write to or call <bdi className="font-medium">{number.name}</bdi>, nor see when it is online,
              and nothing can be sent to them from it. WhatsApp does not tell them. What was written stays.
            </p>
          ) : (
            <p className="text-ink-2">
              They can write again. What they sent meanwhile never arrived, and does not come now.
            </p>
          )}
          {on && (
            <label className="flex min-h-6 items-center gap-2">
              <input
                type="checkbox"
                checked={everywhere}
                onChange={(event) => setEverywhere(event.target.checked)}
                className="accent-accent"
              />
              On every number of ours they wrote to
            </label>
          )}
        </ReasonForm>
      )}
    </Disclosed>
  );
}
