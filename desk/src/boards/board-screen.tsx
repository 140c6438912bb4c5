// How the work stands now: the numbers of the whole, then by team and by person. Live.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Board, BoardAgent, BoardTeam } from '@throughline/contract';
import { ChartColumn, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState, NoPermission } from '../ui/states.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { say } from '../words/say.tsx';
import { clockTime } from '../words/time.ts';
import { HowCounted } from './chart.tsx';
import { boardQuery } from './report-queries.ts';
import { countText, durationText } from './report-words.ts';

export function BoardScreen() {
  const may = useMay();
  return (
    <Page
      width="wide"
      title={say('boards.board')}
      intro={say('boards.boardIntro')}
      actions={
        may('reports:read') && (
          <Link to="/reports" className="btn">
            <ChartColumn aria-hidden size={15} strokeWidth={1.75} /> {say('boards.toReports')}
          </Link>
        )
      }
    >
      {may('reports:read') ? <Standing /> : <NoPermission />}
    </Page>
  );
}

function Standing() {
  const answer = useQuery(boardQuery);
  const now = useNow();
  if (answer.isPending) return <Skeleton />;
  if (answer.data === undefined)
    return (
      <ErrorState
        title={say('boards.failed')}
        detail={answer.error?.message ?? ''}
        onRetry={() => void answer.refetch()}
      />
    );
  const board = answer.data;
  return (
    <>
      <Totals board={board} now={now} />
      <Part title={say('boards.byTeam')}>
        <Table
          label={say('boards.byTeam')}
          columns={teamColumns(now)}
          rows={board.teams}
          rowId={({ id }) => id ?? ''}
        />
      </Part>
      <Part title={say('boards.byAgent')}>
        {board.agents.length === 0 ? (
          <EmptyState icon={Users} title={say('boards.noPeople')} detail={say('boards.noPeopleDetail')} />
        ) : (
          <Table label={say('boards.byAgent')} columns={agentColumns(now)} rows={board.agents} rowId={({ id }) => id} />
        )}
      </Part>
      <p className="text-s text-ink-3">{say('boards.asOf', { time: clockTime(board.at), zone: board.timeZone })}</p>
      <HowCounted download="/api/v1/reports/board.csv">
        {say('boards.howBoard')} {say('boards.howReplies')}
      </HowCounted>
    </>
  );
}

function Totals({ board: { total, parked, reviews, campaigns }, now }: { board: Board; now: number }) {
  const may = useMay();
  return (
    // Twenty columns: what stands in one line shares it evenly, the five of the work and the four beside it.
    <dl className="mb-6 grid grid-cols-2 gap-2.5 desk:grid-cols-3 wide:auto-rows-fr wide:grid-cols-20 wide:*:col-span-5 wide:[&>:nth-child(-n+5)]:col-span-4">
      <Tile name={say('boards.open')} value={total.open} />
      <Tile name={say('boards.unassigned')} value={total.unassigned} />
      <Tile name={say('boards.waiting')} value={total.waiting} detail={longest(total.waitingSince, now)} />
      <Tile name={say('boards.atRisk')} value={total.atRisk} tone="text-warn" />
      <Tile name={say('boards.breached')} value={total.breached} tone="text-danger" />
      <Tile name={say('boards.snoozed')} value={total.snoozed} />
      <Tile name={say('boards.parkedItems')} value={parked} to="/parked" />
      {may('reviews:read') && <Tile name={say('boards.openReviews')} value={reviews} to="/reviews" />}
      {may('campaigns:read') && <Tile name={say('boards.campaignsRunning')} value={campaigns} to="/campaigns" />}
    </dl>
  );
}

interface TileProps {
  name: string;
  value: number;
  detail?: string;
  /** Where there is any; the name says what it is. */
  tone?: string;
  to?: '/parked' | '/reviews' | '/campaigns';
}

function Tile({ name, value, detail, tone = '', to }: TileProps) {
  const shown = (
    <span className={`text-2xl font-semibold tabular-nums ${value > 0 ? tone : ''}`}>{countText(value)}</span>
  );
  return (
    <div className="rounded-md border border-line bg-surface px-3.5 py-3">
      <dt className="text-s text-ink-2">{name}</dt>
      <dd>
        {to === undefined ? (
          shown
        ) : (
          <Link to={to} aria-label={say('boards.tile', { name, count: countText(value) })} className="hover:underline">
            {shown}
          </Link>
        )}
        {detail !== undefined && <span className="block text-s text-ink-3">{detail}</span>}
      </dd>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mb-6">
      <h2 className="mb-2 text-l font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function longest(since: string | null, now: number): string {
  return since === null ? say('boards.nobodyWaits') : say('boards.longest', { time: waitText(since, now) });
}

function waitText(since: string, now: number): string {
  return durationText(Math.max(0, now - Date.parse(since)) / 1000);
}

type Standings = Pick<BoardTeam, 'open' | 'waiting' | 'waitingSince' | 'atRisk' | 'breached'>;

function standingColumns<Row extends Standings>(now: number): Column<Row>[] {
  const marked = (value: number, tone: string) => (
    <span className={value > 0 ? `font-semibold ${tone}` : ''}>{countText(value)}</span>
  );
  return [
    { id: 'open', name: say('boards.open'), align: 'end', cell: ({ open }) => countText(open) },
    { id: 'waiting', name: say('boards.waiting'), align: 'end', cell: ({ waiting }) => countText(waiting) },
    {
      id: 'longest',
      name: say('boards.longestWait'),
      align: 'end',
      cell: ({ waitingSince }) => (waitingSince === null ? '–' : waitText(waitingSince, now)),
    },
    { id: 'risk', name: say('boards.atRisk'), align: 'end', cell: ({ atRisk }) => marked(atRisk, 'text-warn') },
    { id: 'late', name: say('boards.breached'), align: 'end', cell: ({ breached }) => marked(breached, 'text-danger') },
  ];
}

function teamColumns(now: number): [Column<BoardTeam>, ...Column<BoardTeam>[]] {
  return [
    { id: 'team', name: say('boards.team'), cell: ({ name }) => <bdi>{name ?? say('boards.noTeam')}</bdi> },
    ...standingColumns<BoardTeam>(now),
    { id: 'free', name: say('boards.unassigned'), align: 'end', cell: ({ unassigned }) => countText(unassigned) },
  ];
}

function agentColumns(now: number): [Column<BoardAgent>, ...Column<BoardAgent>[]] {
  return [
    { id: 'person', name: say('boards.person'), cell: ({ name }) => <bdi>{name}</bdi> },
    { id: 'here', name: say('boards.here'), cell: ({ available }) => <Presence available={available} /> },
    ...standingColumns<BoardAgent>(now),
    {
      id: 'resolved',
      name: say('boards.resolvedToday'),
      align: 'end',
      cell: ({ resolvedToday }) => countText(resolvedToday),
    },
    {
      id: 'replies',
      name: say('boards.repliesToday'),
      align: 'end',
      cell: ({ repliesToday }) => countText(repliesToday),
    },
  ];
}

function Presence({ available }: { available: boolean }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <i aria-hidden className={`size-2 rounded-full ${available ? 'bg-accent' : 'border border-ink-3'}`} />
      {available ? say('boards.available') : say('boards.away')}
    </span>
  );
}
