import { useQuery } from '@tanstack/react-query';
import { ListChecks, Menu as MenuIcon } from 'lucide-react';
import { Suspense, useState } from 'react';
import { sorts } from '../api/conversation-lists.ts';
import { queuesQuery } from '../api/work.ts';
import { FieldFilters } from '../labels/field-filters.tsx';
import { useKey } from '../shell/keys.ts';
import { lazily } from '../shell/lazily.ts';
import { useMay } from '../shell/use-may.ts';
import { say } from '../words/say.tsx';
import { ConversationList } from './conversation-list.tsx';
import { queueName } from './queue-names.ts';
import { SearchBox } from './search-box.tsx';
import { useConversations } from './use-conversations.ts';
import { useQueue } from './use-queue.ts';

const QueueDrawer = lazily(async () => (await import('./queue-drawer.tsx')).QueueDrawer);
const BulkBar = lazily(async () => (await import('./bulk-bar.tsx')).BulkBar);

export function ListPane({ openId }: { openId: string | undefined }) {
  const { query, show } = useQueue();
  const list = useConversations(query);
  const [drawer, setDrawer] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string> | undefined>();
  const may = useMay();
  const toggle = () => setChosen((now) => (now === undefined ? new Set() : undefined));
  useKey('select', () => may('conversations:manage') && toggle());
  const choose = (id: string) =>
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <section aria-label={say('inbox.conversations')} className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{say('inbox.title')}</h1>
      <SearchBox q={query.q} onSearch={(q) => show({ q })} />
      <div className="flex min-h-9 shrink-0 flex-wrap items-center gap-1 ps-2 pe-2">
        <button
          type="button"
          aria-label={say('work.showQueues')}
          className="icon-btn size-8! wide:hidden"
          onClick={() => setDrawer(true)}
        >
          <MenuIcon aria-hidden size={17} strokeWidth={1.75} />
        </button>
        <h2 className="min-w-0 flex-1 truncate ps-1 font-semibold">
          <QueueTitle queue={query.queue} team={query.team} />
        </h2>
        <button
          type="button"
          aria-pressed={query.unread}
          className={`h-7 shrink-0 rounded-sm px-1.75 text-s font-medium ${query.unread ? 'bg-accent-soft text-accent' : 'text-ink-2 hover:bg-sunken'}`}
          onClick={() => show({ unread: !query.unread })}
        >
          {say('inbox.viewUnread')}
        </button>
        <select
          aria-label={say('work.sort')}
          value={query.sort}
          onChange={(event) => show({ sort: sorts.find((one) => one === event.target.value) ?? 'newest' })}
          className="h-7 max-w-24 min-w-0 rounded-sm bg-transparent px-1 text-s font-medium text-ink-2 hover:bg-sunken"
        >
          <option value="newest">{say('work.sortNewest')}</option>
          <option value="waiting">{say('work.sortWaiting')}</option>
          <option value="priority">{say('work.sortPriority')}</option>
          <option value="due">{say('work.sortDue')}</option>
        </select>
        {may('conversations:manage') && (
          <button
            type="button"
            aria-label={say('work.select')}
            aria-pressed={chosen !== undefined}
            aria-keyshortcuts="X"
            title={say('work.select')}
            className={`icon-btn size-8! ${chosen === undefined ? '' : 'bg-accent-soft! text-accent!'}`}
            onClick={toggle}
          >
            <ListChecks aria-hidden size={17} strokeWidth={1.75} />
          </button>
        )}
        {may('labels:read') && (
          <FieldFilters
            small
            subjects={['conversation', 'contact']}
            filters={query.field ?? []}
            onChange={(field) => show({ field })}
            className="basis-full pb-1.5"
          />
        )}
      </div>
      <div className="flex min-h-0 flex-1 flex-col border-t border-line">
        <ConversationList query={query} list={list} openId={openId} onShow={show} chosen={chosen} onChoose={choose} />
      </div>
      <Suspense>
        {chosen !== undefined && (
          <BulkBar
            chosen={[...chosen].filter((id) => list.rows.some((row) => row.id === id))}
            onAll={() => setChosen(new Set(list.rows.map(({ id }) => id).slice(0, bulkMost)))}
            onDone={() => setChosen(undefined)}
          />
        )}
        {drawer && <QueueDrawer query={query} onClosed={() => setDrawer(false)} />}
      </Suspense>
    </section>
  );
}

/** As many as one call takes. */
const bulkMost = 200;

function QueueTitle({ queue, team }: { queue: Parameters<typeof queueName>[0]; team: string | undefined }) {
  const { data } = useQuery(queuesQuery);
  const named = queue === 'team' ? data?.teams.find(({ id }) => id === team)?.name : undefined;
  return named === undefined ? queueName(queue) : <bdi className="cut">{named}</bdi>;
}
