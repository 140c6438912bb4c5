import type { ReadinessDetail } from '@throughline/contract';
import { Chip } from '../../ui/chip.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { say } from '../../words/say.tsx';
import { outcomeTone, outcomeWords, shapeWords } from './readiness-words.ts';

type Shape = ReadinessDetail['shapes'][number];

/** What a system made of webhooks: what fails first, by how it fails; then all that was sent. */
export function ShapesPart({ run: { shapes, readBack } }: { run: ReadinessDetail }) {
  const failing = shapes.filter(({ outcome }) => outcome !== 'held' && outcome !== 'not_judged');
  const outcomes = [...new Set(failing.map(({ outcome }) => outcome))];
  const columns: readonly [Column<Shape>, ...Column<Shape>[]] = [
    { id: 'shape', name: say('readiness.cameIn'), cell: ({ shape }) => shapeWords(shape) },
    { id: 'control', name: say('readiness.withNumber'), cell: ({ control }) => answered(control) },
    { id: 'tried', name: say('readiness.without'), cell: ({ tried }) => answered(tried) },
    {
      id: 'outcome',
      name: say('readiness.result'),
      cell: ({ outcome }) => <Chip tone={outcomeTone(outcome)}>{outcomeWords(outcome)}</Chip>,
    },
  ];
  return (
    <>
      <p className="mb-4 text-ink-2">{readBack ? say('readiness.readBack') : say('readiness.notRead')}</p>
      {outcomes.map((outcome) => (
        <section key={outcome} className="mb-4 rounded-md border border-line bg-surface p-4">
          <h2 className="font-semibold">{outcomeWords(outcome)}</h2>
          <p className="mt-1 text-ink-2">{say('readiness.why', { outcome })}</p>
          <p className="mt-1">
            <b>{say('readiness.whatToDo')}</b> · {say('readiness.fix', { outcome })}
          </p>
          <ul className="mt-2 list-disc ps-5">
            {failing
              .filter((one) => one.outcome === outcome)
              .map(({ shape }) => (
                <li key={shape}>{shapeWords(shape)}</li>
              ))}
          </ul>
        </section>
      ))}
      <h2 className="mt-6 mb-2 font-semibold">{say('readiness.all')}</h2>
      <Table label={say('readiness.all')} columns={columns} rows={shapes} rowId={(one) => one.shape} />
    </>
  );
}

function answered({ statuses, slowestMs }: Shape['control']): string {
  if (statuses.length === 0) return '';
  return say('readiness.answered', { statuses: statuses.map((one) => one ?? '–').join(', '), ms: slowestMs });
}
