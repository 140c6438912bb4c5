import type { Campaign, Reach } from '@throughline/contract';
import { useState } from 'react';
import { useCallKey } from '../api/call-key.ts';
import { say } from '../words/say.tsx';
import { useDeed } from './campaign-queries.ts';
import { isReached, reachWords, willReach } from './campaign-words.ts';
import { type Count, Counts } from './counts.tsx';
import { RowsTable } from './rows-table.tsx';
import { Step } from './step.tsx';

const colors = ['bg-warn', 'bg-info', 'bg-danger', 'bg-edge', 'bg-line-strong'];

function countsOf({ byReach }: Pick<Campaign, 'byReach'>): Count[] {
  let other = 0;
  return (Object.keys(reachWords) as Reach[]).flatMap((key) => {
    const rows = byReach[key] ?? 0;
    if (rows === 0) return [];
    const { label, about } = reachWords[key];
    const color =
      key === 'phone'
        ? 'bg-accent'
        : key === 'account'
          ? 'bg-accent-line'
          : (colors[other++ % colors.length] as string);
    return [{ key, label: say(label), about: say(about), color, rows }];
  });
}

/** Every row is looked at before anything is sent: who will get it, who will not, and why. */
export function CheckStep({ campaign, mayManage }: { campaign: Campaign; mayManage: boolean }) {
  const { id, state, rows, checkedAt, problems, byReach } = campaign;
  const [reach, setReach] = useState<Reach>();
  const deed = useDeed(id);
  const keyOf = useCallKey();
  const checking = state === 'checking';
  const seen = Object.values(byReach).reduce((all, n) => all + n, 0);
  const { sent, left } = willReach(campaign);
  const checked = checkedAt !== null && !checking;
  const done = checked ? say('campaigns.checkDone', { count: sent, left }) : undefined;
  const act = (what: 'check' | 'cancel') =>
    deed.mutate({ deed: what, key: keyOf([what, id, campaign.checkedAt, campaign.state]) });
  return (
    <>
      <Step
        title={say('campaigns.check')}
        done={done}
        problems={problems.map(({ problem }) => problem)}
        failure={deed.error?.message}
      >
        <p className="mb-3 max-w-140 text-ink-2">{say('campaigns.checkExplained')}</p>
        {checking ? (
          <div className="flex flex-wrap items-center gap-3" role="status">
            <progress
              aria-label={say('campaigns.checkProgress')}
              value={seen}
              max={Math.max(rows, 1)}
              className="h-1.5 flex-1 accent-accent"
            />
            <span className="text-s text-ink-2 tabular-nums">{say('campaigns.seenOf', { seen, rows })}</span>
            {mayManage && (
              <button type="button" className="text-btn" onClick={() => act('cancel')}>
                {say('common.stop')}
              </button>
            )}
          </div>
        ) : (
          mayManage && (
            <button
              type="button"
              className={checked ? 'btn' : 'btn btn-main'}
              disabled={deed.isPending || problems.length > 0}
              onClick={() => act('check')}
            >
              {checked ? say('campaigns.checkAgain') : say('campaigns.checkAll')}
            </button>
          )
        )}
        {checked && (
          <div className="mt-4">
            <Counts
              title={say('campaigns.whoGetsTitle')}
              counts={countsOf(campaign)}
              total={rows}
              chosen={reach}
              onChoose={(key) => setReach(reach === key ? undefined : (key as Reach))}
            />
            {[...Object.keys(byReach)].some((key) => !isReached(key)) && (
              <p className="mt-2 text-s text-ink-3">{say('campaigns.pressLine')}</p>
            )}
          </div>
        )}
      </Step>
      {checked && (
        <RowsTable
          campaign={campaign}
          filter={reach === undefined ? {} : { reach }}
          onAll={() => setReach(undefined)}
        />
      )}
    </>
  );
}
