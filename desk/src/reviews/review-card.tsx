import { Link } from '@tanstack/react-router';
import type { ContactSummary, Review } from '@throughline/contract';
import { PersonCard } from '../shell/person-card.tsx';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { identifierText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';
import { clockTime, fullTime, shortDate } from '../words/time.ts';
import { SettleForm } from './settle-form.tsx';

/** One question: who it is about, what led to it, and what may be answered. */
export function ReviewCard({ review, onSettled }: { review: Review; onSettled: () => void }) {
  const now = useNow();
  const may = useMay();
  const { id, at, title, detail, contact, other, evidence, state } = review;
  return (
    <article
      aria-labelledby={`review-${id}`}
      data-testid="review"
      className="rounded-md border border-line bg-surface p-4 shadow-1"
    >
      <h2 id={`review-${id}`} className="plain-bidi text-l leading-snug font-semibold rtl:text-right">
        {title}
      </h2>
      <p className="plain-bidi mt-1 text-ink-2 rtl:text-right">
        {detail}{' '}
        <time dateTime={at} title={fullTime(at)} className="text-s whitespace-nowrap text-ink-3">
          {say('reviews.asked', { day: shortDate(at, now) })}
        </time>
      </p>
      <div className="mt-3 grid grid-cols-1 gap-2 min-[480px]:grid-cols-2">
        <Person person={contact} />
        {other !== null && <Person person={other} />}
      </div>
      {evidence.length > 0 && (
        <>
          <h3 className="mt-3.5 mb-1.5 text-s font-semibold text-ink-3">{say('reviews.whatLed')}</h3>
          <ol className="flex flex-col gap-1">
            {evidence.map((one) => (
              <li key={`${one.at} ${one.title}`} className="flex flex-wrap gap-x-3">
                <time
                  dateTime={one.at}
                  title={fullTime(one.at)}
                  className="w-32 shrink-0 text-s leading-[1.55] text-ink-3 tabular-nums"
                >
                  {shortDate(one.at, now)}, {clockTime(one.at)}
                </time>
                <span className="plain-bidi min-w-48 flex-1 rtl:text-right">{one.title}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {state === 'open' && may('reviews:settle') && <SettleForm review={review} onSettled={onSettled} />}
    </article>
  );
}

function Person({ person }: { person: ContactSummary }) {
  return (
    <PersonCard person={person}>
      <Link
        to="/inbox"
        search={{ q: identifierText(person.identifier) }}
        className="text-btn mt-0.5 inline-flex items-center text-s"
        aria-label={say('reviews.conversationsOf', { name: person.displayName })}
      >
        {say('inbox.conversations')}
      </Link>
    </PersonCard>
  );
}
