import type { Campaign, RowState } from '@throughline/contract';
import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { numberText, percentText } from '../words/numbers.ts';
import { say, show } from '../words/say.tsx';
import { progressOf, rowStates, rowStateWords } from './campaign-words.ts';
import { type Count, Counts } from './counts.tsx';
import { CourseChart } from './course-chart.tsx';
import { RowsTable } from './rows-table.tsx';

const colors: Record<RowState, string> = {
  read: 'bg-accent',
  delivered: 'bg-accent/70',
  sent: 'bg-accent-line',
  accepted: 'bg-info/60',
  queued: 'bg-info',
  waiting: 'bg-line-strong',
  unknown: 'bg-warn',
  failed: 'bg-danger',
  skipped: 'bg-edge',
  cancelled: 'bg-ink-3',
};

/** Best first, so that the bar fills from its start. */
const order: RowState[] = [
  'read',
  'delivered',
  'sent',
  'accepted',
  'queued',
  'waiting',
  'unknown',
  'failed',
  'skipped',
  'cancelled',
];

/** How far it has come, what became of the rows, why not all arrived, and who wrote back. */
export function Results({ campaign }: { campaign: Campaign }) {
  const { rows, byState, byReason, replies, waiting, state, problems } = campaign;
  const [only, setOnly] = useState<RowState>();
  const counts: Count[] = order.map((key) => ({
    key,
    label: say(rowStateWords[key]),
    color: colors[key],
    rows: byState[key] ?? 0,
  }));
  const share = Math.floor(100 * progressOf(campaign));
  return (
    <>
      <section aria-labelledby="results" className="rounded-md border border-line bg-surface p-4">
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="results" className="text-l font-semibold">
            {state === 'running' ? say('campaigns.progress') : say('campaigns.results')}
          </h2>
          <p className="text-ink-2 tabular-nums">
            {show('campaigns.doneAndReplies', { share: percentText(share), count: replies })}
          </p>
        </div>
        {state === 'paused' &&
          problems.map(({ problem }) => (
            <p key={problem} role="status" className="mb-3 rounded-sm bg-warn-soft px-2.5 py-1.5 text-warn">
              {problem}
            </p>
          ))}
        {state === 'running' && waiting !== null && (
          <p role="status" className="mb-3 flex gap-2 rounded-sm bg-info-soft px-2.5 py-1.5 text-info">
            <Hourglass aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" />
            {waiting.text}
          </p>
        )}
        <Counts
          title={say('campaigns.whatBecame')}
          counts={counts}
          total={rows}
          chosen={only}
          onChoose={(key) => setOnly(only === key ? undefined : rowStates.find((one) => one === key))}
        />
      </section>
      <div className="*:mb-0!">
        <CourseChart campaign={campaign} />
      </div>
      {byReason.length > 0 && (
        <section aria-labelledby="reasons" className="rounded-md border border-line bg-surface p-4">
          <h2 id="reasons" className="mb-2 text-l font-semibold">
            {say('campaigns.whyNot')}
          </h2>
          <ul>
            {byReason.map(({ code, text, rows: count }) => (
              <li key={code} className="flex justify-between gap-4 border-b border-line py-1.5 last:border-0">
                <span className="min-w-0 text-ink-2 wrap-anywhere">{text}</span>
                <span className="tabular-nums">{numberText(count)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <RowsTable
        campaign={campaign}
        filter={only === undefined ? {} : { state: only }}
        onAll={() => setOnly(undefined)}
      />
    </>
  );
}
