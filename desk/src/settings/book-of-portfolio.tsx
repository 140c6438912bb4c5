import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ContactBook } from '@throughline/contract';
import { Lightbulb } from 'lucide-react';
import { setContactBook } from '../api/people.ts';
import { keys } from '../api/queries.ts';
import { tell } from '../shell/told.tsx';
import { useMay } from '../shell/use-may.ts';
import { numbersQuery } from '../templates/template-queries.ts';
import { Segments } from '../ui/radio-group.tsx';
import { phoneInText } from '../words/identifiers.ts';
import { numberText } from '../words/numbers.ts';
import { say } from '../words/say.tsx';
import { Coverage } from './coverage.tsx';

const settings = [
  { id: 'on', label: 'settings.on' },
  { id: 'off', label: 'settings.off' },
  { id: 'unknown', label: 'settings.notKnown' },
] as const;

export function BookOfPortfolio({ book, isOnly }: { book: ContactBook; isOnly: boolean }) {
  return (
    <section aria-label={book.name} className="flex flex-col gap-6">
      <h2 className={isOnly ? 'sr-only' : 'text-l font-semibold'}>
        <bdi>{book.name}</bdi>
      </h2>
      <Advice advice={book.advice} />
      <Coverage coverage={book.coverage} />
      <Ending book={book} />
      <Switched book={book} />
    </section>
  );
}

function Advice({ advice }: Pick<ContactBook, 'advice'>) {
  if (advice.length === 0) return null;
  return (
    <ul aria-label={say('settings.whatToDo')} className="flex flex-col gap-2">
      {advice.map(({ code, title, detail }) => (
        <li key={code} className="flex gap-2.5 rounded-md bg-info-soft px-3 py-2.5">
          <Lightbulb aria-hidden size={17} strokeWidth={1.75} className="mt-0.5 shrink-0 text-info" />
          <p>
            <b className="block font-semibold">{title}</b> <span className="text-ink-2">{detail}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Who is about to be known without a number. */
function Ending({ book: { visibilityEnds } }: { book: ContactBook }) {
  const { data } = useQuery(numbersQuery);
  const named = (id: string) => {
    const number = data?.data.find((one) => one.id === id);
    return number === undefined ? id : `${number.name}, ${phoneInText(number.display)}`;
  };
  const shown = visibilityEnds.filter(({ people }) => people > 0);
  return (
    <section aria-labelledby="ending">
      <h3 id="ending" className="mb-1 font-semibold">
        {say('settings.ending')}
      </h3>
      <p className="text-ink-2">{say('settings.endingExplained')}</p>
      {shown.length === 0 ? (
        <p className="mt-2 font-medium">{say('settings.noneEnding')}</p>
      ) : (
        <table className="mt-2 w-full">
          <thead>
            <tr className="border-b border-line text-s text-ink-3">
              <th scope="col" className="py-1 text-start font-medium">
                {say('settings.businessNumber')}
              </th>
              <th scope="col" className="py-1 ps-3 text-end font-medium">
                {say('settings.within')}
              </th>
              <th scope="col" className="py-1 ps-3 text-end font-medium">
                {say('settings.people')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ businessNumber, withinDays, people }) => (
              <tr key={`${businessNumber}-${withinDays}`} className="border-b border-line">
                <td className="py-1.5">
                  <bdi>{named(businessNumber)}</bdi>
                </td>
                <td className="py-1.5 ps-3 text-end whitespace-nowrap tabular-nums">
                  {say('settings.days', { days: withinDays })}
                </td>
                <td className="py-1.5 text-end tabular-nums">{numberText(people)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Meta does not tell whether the book is on: people do, and the messages give a hint. */
function Switched({ book }: { book: ContactBook }) {
  const client = useQueryClient();
  const readOnly = !useMay()('contact-book:write');
  const saving = useMutation({
    mutationFn: (setting: ContactBook['setting']) => setContactBook(book.portfolioId, setting),
    onSuccess: () => {
      tell(say('settings.saved'));
      void client.invalidateQueries({ queryKey: keys.contactBook });
    },
  });
  const { shown, hidden } = book.signs;
  return (
    <section aria-labelledby="switched">
      <h3 id="switched" className="mb-1 font-semibold">
        {say('settings.isItOn')}
      </h3>
      <p className="mb-2 text-ink-2">{say('settings.isItOnExplained', { signs: signWords(shown, hidden) })}</p>
      <div className="w-fit">
        <Segments
          label={say('settings.bookIs')}
          options={settings.map(({ id, label }) => ({ id, label: say(label) }))}
          value={saving.isPending ? saving.variables : book.setting}
          isDisabled={readOnly || saving.isPending}
          onChange={(setting) => saving.mutate(setting)}
        />
      </div>
      {readOnly && <p className="mt-1 text-s text-ink-3">{say('settings.adminSays')}</p>}
      <span role="status" className="block text-danger">
        {saving.isError && saving.error.message}
      </span>
    </section>
  );
}

/** What the people who wrote in the last 30 days speak for. */
function signWords(shown: number, hidden: number): string {
  const all = shown + hidden;
  if (all === 0) return say('settings.noSigns');
  const counts = { all, shown };
  if (shown > hidden * 4) return say('settings.signsOn', counts);
  return hidden > shown * 4 ? say('settings.signsOff', counts) : say('settings.signsNeither', counts);
}
