import type { Contact } from '@throughline/contract';
import { useNow } from '../shell/use-now.ts';
import { phoneText } from '../words/identifiers.ts';
import { numberWords } from './number-words.ts';

/** Every number known, the line of a person's addresses: a knot each, hollow once it is past. */
export function Numbers({ phones }: { phones: Contact['phones'] }) {
  const now = useNow();
  return (
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
        </li>
      ))}
    </ol>
  );
}
