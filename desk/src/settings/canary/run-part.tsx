import type { CanaryConsumer, CanaryRun } from '@throughline/contract';
import { Chip } from '../../ui/chip.tsx';
import { List, ListRow } from '../../ui/list.tsx';
import { say } from '../../words/say.tsx';
import { momentText } from '../../words/time.ts';
import { callWords, isBroken, stepWords, verdictTones, verdictWords } from './canary-words.ts';

/** One time that the test customer went through: who broke first, then everybody. */
export function RunPart({ run }: { run: CanaryRun }) {
  const { begunBy, beganAt, consumers } = run;
  return (
    <>
      <p className="my-3 text-s text-ink-3">
        {begunBy === null
          ? say('canary.byTime', { when: momentText(beganAt) })
          : say('canary.bySomebody', { when: momentText(beganAt), who: `\u2068${begunBy}\u2069` })}
      </p>
      {consumers.filter(isBroken).map((one) => (
        <BrokenPart key={one.id} consumer={one} />
      ))}
      {consumers.length === 0 && <p className="text-ink-3">{say('canary.nobody')}</p>}
      {consumers.length > 0 && (
        <List label={say('canary.systems')}>
          {consumers.map((one) => (
            <ListRow
              key={one.id}
              title={<bdi>{one.name}</bdi>}
              chips={<Chip tone={verdictTones[one.verdict]}>{verdictWords(one)}</Chip>}
              detail={<ConsumerDetail consumer={one} />}
            />
          ))}
        </List>
      )}
    </>
  );
}

/** Where it broke, why that probably is, and what to do. */
function BrokenPart({ consumer: { name, step, cause, calls } }: { consumer: CanaryConsumer }) {
  const call = calls.find((one) => one.step === step);
  return (
    <section className="mb-4 rounded-md border border-line bg-surface p-4">
      <h2 className="font-semibold">
        <bdi>{name}</bdi>
      </h2>
      {call && step && (
        <p className="mt-1">
          {stepWords(step)} · {callWords(call)}
        </p>
      )}
      {cause && (
        <>
          <p className="mt-1 text-ink-2">{say('canary.why', { cause })}</p>
          <p className="mt-1">
            <b>{say('canary.whatToDo')}</b> · {say('canary.fix', { cause })}
          </p>
        </>
      )}
    </section>
  );
}

function ConsumerDetail({ consumer: { kind, verdict, answers, calls } }: { consumer: CanaryConsumer }) {
  return (
    <>
      <p>
        {say('canary.kind', { kind })}
        {answers > 0 && ` · ${say('canary.answers', { count: answers })}`}
        {verdict === 'slow' && ` · ${say('canary.why', { cause: 'slow' })}`}
      </p>
      {verdict !== 'skipped' && calls.length > 0 && (
        <details className="mt-1">
          <summary className="w-fit cursor-pointer rounded-sm font-medium text-accent">{say('canary.steps')}</summary>
          <dl className="mt-1 grid gap-x-4 gap-y-1 desk:grid-cols-[minmax(12rem,auto)_1fr]">
            {calls.map((call) => (
              <div key={call.step} className="contents">
                <dt className="text-ink max-desk:mt-1">{stepWords(call.step)}</dt>
                <dd className={call.state === 'failed' ? 'text-danger' : ''}>{callWords(call)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}
