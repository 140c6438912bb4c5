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
import { dayWord } from '../words/time.ts';
import { Part } from './part.tsx';

const words: Record<Preference['category'], Record<Preference['value'], string>> = {
  marketing: { stop: 'No marketing', resume: 'Marketing is welcome' },
  all: { stop: 'Nothing we begin', resume: 'May be written to' },
};
const effects: Record<Preference['category'], string> = {
  marketing:
    'No campaign and no marketing template goes to them, on any of their numbers and accounts. Answers go as always.',
  all: 'Nothing we begin goes to them, on any of their numbers and accounts. Answers go as always.',
};

/** What they want sent, in their own word or as it was noted here. */
export function WishesPart({ contact }: { contact: Contact }) {
  const now = useNow();
  const may = useMay()('contacts:manage');
  const preferences = contact.preferences;
  if (preferences.length === 0 && !may) return null;
  const stops = (category: Preference['category']) =>
    preferences.find((one) => one.category === category)?.value === 'stop';
  return (
    <Part title="What they want sent">
      {preferences.length === 0 && <p className="text-s text-ink-3">They have not said.</p>}
      <ul className="flex flex-col gap-1.5">
        {preferences.map(({ category, value, at, by, reason }) => (
          <li key={category}>
            <span className={`font-medium ${value === 'stop' ? 'text-warn' : ''}`}>{words[category][value]}</span>
            <span className="block text-s text-ink-3">
              {dayWord(at, now)}, <bdi>{by}</bdi>
              {reason !== null && (
                <>
                  : <bdi className="wrap-anywhere">“{reason}”</bdi>
                </>
              )}
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

const labels: Record<Preference['category'], Record<Preference['value'], string>> = {
  marketing: { stop: 'Stop marketing', resume: 'Marketing is welcome again' },
  all: { stop: 'Begin nothing with them', resume: 'They may be written to again' },
};

function Note({ contact, category, value }: NoteProps) {
  const client = useQueryClient();
  const keyFor = useCallKey();
  const noting = useMutation({
    mutationFn: (reason: string) =>
      notePreference(contact.id, { category, value, reason }, keyFor([contact.id, category, value, reason])),
    onSuccess: (after) => {
      client.setQueryData(keys.contact(contact.id), after);
      tell(`Kept: ${words[category][value].toLowerCase()}.`);
    },
  });
  return (
    <Disclosed label={labels[category][value]} className="text-s">
      {(close) => (
        <ReasonForm
          confirm={labels[category][value]}
          placeholder="They asked us on the phone"
          help="It is kept with their record."
          isBusy={noting.isPending}
          failure={noting.error?.message}
          onConfirm={(reason) => noting.mutate(reason, { onSuccess: close })}
          onCancel={close}
        >
          {value === 'stop' && <p className="text-ink-2">{effects[category]}</p>}
        </ReasonForm>
      )}
    </Disclosed>
  );
}
