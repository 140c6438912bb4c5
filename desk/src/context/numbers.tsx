import type { Contact } from '@throughline/contract';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { Disclosed } from '../who/disclosed.tsx';
import { phoneText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';
import { GiveUpForm } from './give-up-form.tsx';
import { mayGiveUp, numberWords } from './number-words.ts';
import { useRevealed } from './revealed.ts';
import { ShowNumbers } from './show-numbers.tsx';

type Kept = Contact['phones'][number];

interface Props {
  phones: Contact['phones'];
  /** Whose: with it a number may be given up here; without, they are only shown. */
  contactId?: string | undefined;
  /** Whose they are, for the button that shows them in full; without it they stay as they come. */
  person?: { id: string; displayName: string } | undefined;
}

/** Every number known, the line of a person's addresses: a knot each, hollow once it is past. */
export function Numbers({ phones: known, contactId, person }: Props) {
  const shown = useRevealed(person?.id ?? '');
  const phones = known.map((phone, place) => inFull(phone, shown?.[place]));
  const now = useNow();
  const may = useMay()('identity:merge');
  return (
    <>
      <ol className="relative flex flex-col gap-2.5">
        {phones.map((phone) => (
          <li
            key={`${phone.value}-${phone.from}`}
            className="relative ps-5.5 not-last:before:absolute not-last:before:start-[5px] not-last:before:top-4 not-last:before:-bottom-4 not-last:before:w-0.5 not-last:before:bg-accent-line"
          >
            <span
              aria-hidden
              className={`absolute start-px top-1.25 size-2.5 rounded-full border-2 ${phone.role === 'released' ? 'border-warn' : 'border-accent'} ${phone.role === 'current' ? 'bg-accent' : 'bg-surface'}`}
            />
            <bdi dir="ltr" className="font-medium">
              {phoneText(phone.value)}
            </bdi>
            <span className="block text-s text-ink-3">{numberWords(phone, now)}</span>
            {contactId !== undefined && may && !phone.masked && mayGiveUp(phone) && (
              <Disclosed
                label={say('context.noLongerTheirs')}
                spoken={say('context.numberNoLongerTheirs', { number: phoneText(phone.value) })}
                className="text-s font-medium! text-ink-2!"
              >
                {(close) => <GiveUpForm contactId={contactId} phone={phone.value} onClose={close} />}
              </Disclosed>
            )}
          </li>
        ))}
      </ol>
      {person && phones.some(({ masked }) => masked) && (
        <p className="mt-2">
          <ShowNumbers contactId={person.id} name={person.displayName} />
        </p>
      )}
    </>
  );
}

/** One that has another role by now is another: it stays masked until it is asked for again. */
function inFull(phone: Kept, shown: { value: string; role: string } | undefined): Kept {
  if (!phone.masked || shown?.role !== phone.role) return phone;
  const { masked: _, ...rest } = phone;
  return { ...rest, value: shown.value };
}
