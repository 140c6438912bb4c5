import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Contact, Preference } from '@throughline/contract';
import { useCallKey } from '../api/call-key.ts';
import { notePreference } from '../api/people.ts';
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

const words = {
  marketing: { stop: 'context.wishNoMarketing', resume: 'context.wishMarketing' },
  all: { stop: 'context.wishNothing', resume: 'context.wishAnything' },
} as const satisfies Record<Preference['category'], Record<Preference['value'], Key>>;
const effects = {
  marketing: 'context.wishNoMarketingEffect',
  all: 'context.wishNothingEffect',
} as const satisfies Record<Preference['category'], Key>;

/** What they want sent, in their own word or as it was noted here. */
export function WishesPart({ contact }: { contact: Contact }) {
  const now = useNow();
  const may = useMay()('contacts:manage');
  const preferences = contact.preferences;
  if (preferences.length === 0 && !may) return null;
  const stops = (category: Preference['category']) =>
    preferences.find((one) => one.category === category)?.value === 'stop';
  return (
    <Part title={say('context.wishes')}>
      {preferences.length === 0 && <p className="text-s text-ink-3">{say('context.wishesUnsaid')}</p>}
      <ul className="flex flex-col gap-1.5">
        {preferences.map(({ category, value, at, by, reason }) => (
          <li key={category}>
            <span className={`font-medium ${value === 'stop' ? 'text-warn' : ''}`}>{say(words[category][value])}</span>
            <span className="block text-s text-ink-3">
              {reason === null
                ? show('context.notedBare', { day: dayWord(at, now), by: <bdi>{by}</bdi> })
                : show('context.noted', {
                    day: dayWord(at, now),
                    by: <bdi>{by}</bdi>,
                    reason: <bdi className="wrap-anywhere">{reason}</bdi>,
                  })}
            </span>
          </li>
        ))}
      </ul>
      {may && (
        <div className="mt-1.5 flex flex-col items-start">
          {(['marketing', 'all'] as const).map((category) => (
            <Note
              key={`${category}-${stops(category)}`}
              contact={contact}
              category={category}
              value={stops(category) ? 'resume' : 'stop'}
            />
          ))}
        </div>
      )}
    </Part>
  );
}

type NoteProps = Pick<Preference, 'category' | 'value'> & { contact: Contact };

const labels = {
  marketing: { stop: 'context.stopMarketing', resume: 'context.resumeMarketing' },
  all: { stop: 'context.stopAll', resume: 'context.resumeAll' },
} as const satisfies Record<Preference['category'], Record<Preference['value'], Key>>;

const kept = {
  marketing: { stop: 'context.keptNoMarketing', resume: 'context.keptMarketing' },
  all: { stop: 'context.keptNothing', resume: 'context.keptAnything' },
} as const satisfies Record<Preference['category'], Record<Preference['value'], Key>>;

function Note({ contact, category, value }: NoteProps) {
  const client = useQueryClient();
  const keyFor = useCallKey();
  const noting = useMutation({
    mutationFn: (reason: string) =>
      notePreference(contact.id, { category, value, reason }, keyFor([contact.id, category, value, reason])),
    onSuccess: (after) => {
      client.setQueryData(keys.contact(contact.id), after);
      tell(say(kept[category][value]));
    },
  });
  return (
    <Disclosed label={say(labels[category][value])} className="text-s">
      {(close) => (
        <ReasonForm
          confirm={say(labels[category][value])}
          placeholder={say('context.wishReason')}
          help={say('context.keptWithRecord')}
          isBusy={noting.isPending}
          failure={noting.error?.message}
          onConfirm={(reason) => noting.mutate(reason, { onSuccess: close })}
          onCancel={close}
        >
          {value === 'stop' && <p className="text-ink-2">{say(effects[category])}</p>}
        </ReasonForm>
      )}
    </Disclosed>
  );
}
