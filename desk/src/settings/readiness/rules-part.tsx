import type { ReadinessDetail } from '@throughline/contract';
import { say } from '../../words/say.tsx';

type Rule = ReadinessDetail['rules'][number];

/** What is written in a system's files: each kind with where it stands, why it matters, and what to do. */
export function RulesPart({ run: { rules, failing } }: { run: ReadinessDetail }) {
  const listed = rules.reduce((sum, { places }) => sum + places.length, 0);
  if (rules.length === 0) return <p className="font-semibold">{say('readiness.clean')}</p>;
  return (
    <>
      <p className="mb-4 text-s text-ink-3">{say('readiness.inEnglish')}</p>
      {rules.map((one) => (
        <RulePart key={one.rule} rule={one} />
      ))}
      {failing > listed && <p className="text-ink-3">{say('readiness.moreFound', { count: failing - listed })}</p>}
    </>
  );
}

function RulePart({ rule: { rule, family, title, why, fix, places } }: { rule: Rule }) {
  return (
    <section className="mb-4 rounded-md border border-line bg-surface p-4">
      {family !== null && <p className="text-s text-ink-3">{say('readiness.family', { family })}</p>}
      <h2 className="font-semibold" lang="en" dir="ltr">
        {unmarked(title ?? rule)}
      </h2>
      {why === null || fix === null ? (
        <p className="mt-1 text-ink-2">{say('readiness.unknownRule')}</p>
      ) : (
        <>
          <p className="mt-1 text-ink-2" lang="en" dir="ltr">
            {unmarked(why)}
          </p>
          <p className="mt-1">
            <b>{say('readiness.whatToDo')}</b> ·{' '}
            <bdi lang="en" dir="ltr">
              {unmarked(fix)}
            </bdi>
          </p>
        </>
      )}
      <ul className="mt-2 list-disc ps-5">
        {places.map(({ file, line }) => (
          <li key={`${file}:${line}`} className="break-all">
            <bdi dir="ltr" className="font-mono text-s">
              {file}:{line}
            </bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The audit marks names of fields with back ticks. */
function unmarked(text: string): string {
  return text.replaceAll('`', '');
}
