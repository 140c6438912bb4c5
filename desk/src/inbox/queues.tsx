import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { QueueCounts } from '@throughline/contract';
import { GitMerge, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ListQuery, Queue } from '../api/conversation-lists.ts';
import { queuesQuery } from '../api/work.ts';
import { useMay } from '../shell/use-may.ts';
import { locale, say } from '../words/say.tsx';
import { searchOf } from './inbox-search.ts';
import { queueIcons, queueName } from './queue-names.ts';

const own: readonly Queue[] = ['mine', 'unassigned', 'everyone', 'mentions', 'waiting', 'snoozed', 'resolved', 'all'];

interface Props {
  query: ListQuery;
  /** One was chosen: where this covers the list, it gives way. */
  onChosen?: () => void;
}

/** Which conversations there are to look at, and how many in each. */
export function Queues({ query, onChosen }: Props) {
  const { data: counts } = useQuery(queuesQuery);
  const may = useMay();
  const link = (queue: Queue, team?: { id: string; name: string }) => (
    <QueueLink
      key={team?.id ?? queue}
      icon={queueIcons[queue]}
      name={team ? <bdi className="cut">{team.name}</bdi> : queueName(queue)}
      count={countOf(counts, queue, team?.id)}
      most={counts?.most ?? 0}
      isHere={query.queue === queue && (team === undefined || query.team === team.id)}
      search={searchOf({ ...query, queue, team: team?.id, q: '', unread: false })}
      onChosen={onChosen}
    />
  );
  return (
    <nav aria-label={say('work.queues')} className="flex flex-col gap-4">
      <ul>{own.map((queue) => link(queue))}</ul>
      <div>
        <p className="px-2 pb-1 text-xs font-semibold text-ink-3">{say('work.identity')}</p>
        <ul>
          {link('hidden')}
          {may('reviews:read') && (
            <li>
              <Link to="/reviews" className={linkLook}>
                <GitMerge aria-hidden size={15} strokeWidth={1.75} className="shrink-0" />
                <span className="min-w-0 flex-1 truncate">{say('work.toReview')}</span>
                <Count count={counts?.reviews} most={counts?.most ?? 0} />
              </Link>
            </li>
          )}
        </ul>
      </div>
      {counts !== undefined && counts.teams.length > 0 && (
        <div>
          <p className="px-2 pb-1 text-xs font-semibold text-ink-3">{say('work.teams')}</p>
          <ul>{[...counts.teams].sort((a, b) => Number(b.mine) - Number(a.mine)).map((team) => link('team', team))}</ul>
        </div>
      )}
    </nav>
  );
}

const linkLook =
  'flex h-8 items-center gap-2 rounded-sm px-2 font-medium text-ink-2 -outline-offset-2! hover:bg-sunken hover:text-ink max-desk:h-11';

function QueueLink({
  icon: Icon,
  name,
  count,
  most,
  isHere,
  search,
  onChosen,
}: {
  icon: LucideIcon;
  name: ReactNode;
  count: number | undefined;
  most: number;
  isHere: boolean;
  search: ReturnType<typeof searchOf>;
  onChosen: (() => void) | undefined;
}) {
  return (
    <li>
      <Link
        // What is open stays open beside another list.
        to="."
        search={search}
        aria-current={isHere ? 'page' : undefined}
        activeOptions={{ exact: true, includeSearch: true }}
        onClick={onChosen}
        className={`${linkLook} ${isHere ? 'bg-accent-soft! font-semibold text-accent!' : ''}`}
      >
        <Icon aria-hidden size={15} strokeWidth={1.75} className="shrink-0" />
        <span className="min-w-0 flex-1 truncate">{name}</span>
        <Count count={count} most={most} />
      </Link>
    </li>
  );
}

function Count({ count, most }: { count: number | undefined; most: number }) {
  if (count === undefined || count === 0) return null;
  const text = new Intl.NumberFormat(locale()).format(count >= most ? most - 1 : count);
  return (
    <span className="shrink-0 text-s tabular-nums">{count >= most ? say('work.andMore', { n: text }) : text}</span>
  );
}

function countOf(counts: QueueCounts | undefined, queue: Queue, team?: string): number | undefined {
  if (counts === undefined || queue === 'resolved' || queue === 'all') return undefined;
  if (queue === 'team') return counts.teams.find(({ id }) => id === team)?.open;
  return counts[queue];
}
