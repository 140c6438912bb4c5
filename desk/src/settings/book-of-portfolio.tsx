import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ContactBook } from '@throughline/contract';
import { Lightbulb } from 'lucide-react';
import { setContactBook } from '../api/people.ts';
import { keys } from '../api/queries.ts';
import { tell } from '../shell/told.tsx';
import { useMay } from '../shell/use-may.ts';
import { numbersQuery } from '../templates/template-queries.ts';
import { Coverage } from './coverage.tsx';
import { Choice } from './setting.tsx';

const settings = [
  { id: 'on', label: 'On' },
  { id: 'off', label: 'Off' },
  { id: 'unknown', label: 'Not known' },
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
    <ul aria-label="What to do" className="flex flex-col gap-2">
      {advice.map(({ code, title, detail }) => (
        <li key={code} className="flex gap-2.5 rounded-md bg-info-soft px-3 py-2.5">
          <Lightbulb aria-hidden size={17} strokeWidth={1.75} className="mt-0.5 shrink-0 text-info" />
          <p>
            <b className="font-semibold">{title}</b> <span className="text-ink-2">{detail}</span>
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
    return number === undefined ? id : `${number.name}, ${number.display}`;
  };
  const shown = visibilityEnds.filter(({ people }) => people > 0);
  return (
    <section aria-labelledby="ending">
      <h3 id="ending" className="mb-1 font-semibold">
        Numbers about to disappear
      </h3>
      <p className="text-ink-2">
        People with a username whose last message that carried their number is nearly 30 days old. Without the Contact
        Book, WhatsApp stops telling it then. An answer from them keeps it for 30 days more.
      </p>
      {shown.length === 0 ? (
        <p className="mt-2 font-medium">None in the next days.</p>
      ) : (
        <table className="mt-2 w-full">
          <thead>
            <tr className="border-b border-line text-s text-ink-3">
              <th scope="col" className="py-1 text-start font-medium">
                Business number
              </th>
              <th scope="col" className="py-1 ps-3 text-end font-medium">
                Within
              </th>
              <th scope="col" className="py-1 ps-3 text-end font-medium">
                People
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
                  {withinDays === 1 ? '1 day' : `${withinDays} days`}
                </td>
                <td className="py-1.5 text-end tabular-nums">{people.toLocaleString('en-GB')}</td>
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
      tell('Saved.');
      void client.invalidateQueries({ queryKey: keys.contactBook });
    },
  });
  const { shown, hidden } = book.signs;
  return (
    <section aria-labelledby="switched">
      <h3 id="switched" className="mb-1 font-semibold">
        Is it on?
      </h3>
      <p className="mb-2 text-ink-2">
        Meta does not tell. {signWords(shown, hidden)} Look it up in WhatsApp Manager, under your business account’s
        settings, and say it here, so that the advice is right.
      </p>
      <div className="w-fit">
        <Choice
          label="The Contact Book is"
          options={settings}
          value={saving.isPending ? saving.variables : book.setting}
          isDisabled={readOnly || saving.isPending}
          onChange={(setting) => saving.mutate(setting)}
        />
      </div>
      {readOnly && <p className="mt-1 text-s text-ink-3">An administrator says it.</p>}
      <span role="status" className="block text-danger">
        {saving.isError && saving.error.message}
      </span>
    </section>
  );
}

/** What the people who wrote in the last 30 days speak for. */
function signWords(shown: number, hidden: number): string {
  const all = shown + hidden;
  if (all === 0) return 'Nobody wrote lately whose messages would show it.';
  const count = (part: number) => part.toLocaleString('en-GB');
  const seen = `Of ${count(all)} people with a username who wrote within 30 days after a long silence, ${count(shown)} came with their number`;
  if (shown > hidden * 4) return `${seen}: it looks on.`;
  return hidden > shown * 4 ? `${seen}: it looks off.` : `${seen}, which says neither.`;
}
