import { useQuery } from '@tanstack/react-query';
import type { ResponseRow } from '@throughline/contract';
import { useState } from 'react';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { say } from '../words/say.tsx';
import { HowCounted } from './chart.tsx';
import { type Asked, csvAddress, responsesQuery } from './report-queries.ts';
import { countText, durationText } from './report-words.ts';

type Compared = 'agent' | 'team' | 'number';

/** The same times side by side: of people, teams or business numbers. No picture, since there is no trend in it. */
export function CompareReport({ asked }: { asked: Asked }) {
  const [by, setBy] = useState<Compared>('agent');
  const { grain: _, ...rest } = asked;
  const choices = [
    { id: 'agent' as const, label: say('boards.byAgent') },
    { id: 'team' as const, label: say('boards.byTeam') },
    { id: 'number' as const, label: say('boards.byNumber') },
  ];
  return (
    <section aria-label={say('boards.compare')} className="mb-6 rounded-md border border-line bg-surface p-4 desk:p-5">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-l font-semibold">{say('boards.compare')}</h2>
        <Select
          label={say('boards.compareBy')}
          hidesLabel
          options={choices}
          value={by}
          onChange={setBy}
          className="min-w-44"
          fits
        />
      </div>
      <Compare asked={asked} by={by} />
      <HowCounted download={csvAddress('responses', { ...rest, by })}>{say('boards.howCompare')}</HowCounted>
    </section>
  );
}

function Compare({ asked, by }: { asked: Asked; by: Compared }) {
  const answer = useQuery(responsesQuery(asked, by));
  if (answer.isPending) return <Skeleton shape="lines" />;
  if (answer.data === undefined)
    return (
      <ErrorState
        title={say('boards.reportFailed')}
        detail={answer.error?.message ?? ''}
        onRetry={() => void answer.refetch()}
      />
    );
  const { rows } = answer.data;
  if (rows.length === 0) return <p className="text-ink-2">{say('boards.nothingWaited')}</p>;
  return <Table label={say('boards.compare')} columns={columns(by)} rows={rows} rowId={({ key }) => key ?? ''} />;
}

function columns(by: Compared): [Column<ResponseRow>, ...Column<ResponseRow>[]] {
  const nobody = by === 'team' ? say('boards.noTeam') : say('boards.nobody');
  const titles = { agent: say('boards.person'), team: say('boards.team'), number: say('boards.number') };
  const time = (id: 'firstReply' | 'reply' | 'resolution', name: string): Column<ResponseRow> => ({
    id,
    name,
    align: 'end',
    cell: (row) => {
      const spread = row[id];
      return spread === null ? '–' : `${durationText(spread.median)} · ${durationText(spread.p90)}`;
    },
  });
  return [
    { id: 'name', name: titles[by], cell: ({ name }) => <bdi>{name ?? nobody}</bdi> },
    { id: 'began', name: say('boards.began'), align: 'end', cell: ({ began }) => countText(began) },
    time('firstReply', say('boards.firstReply')),
    time('reply', say('boards.nextReply')),
    time('resolution', say('boards.resolution')),
    { id: 'promised', name: say('boards.promised'), align: 'end', cell: ({ promised }) => countText(promised) },
    { id: 'late', name: say('boards.late'), align: 'end', cell: ({ late }) => countText(late) },
  ];
}
