import { MailCheck, SearchX } from 'lucide-react';
import type { ListQuery, Queue } from '../api/conversation-lists.ts';
import { EmptyState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { queueIcons } from './queue-names.ts';

const words: Record<Queue, { title: () => string; detail: () => string }> = {
  mine: { title: () => say('work.mineEmpty'), detail: () => say('work.mineEmptyDetail') },
  unassigned: { title: () => say('work.unassignedEmpty'), detail: () => say('work.unassignedEmptyDetail') },
  everyone: { title: () => say('inbox.openTitle'), detail: () => say('inbox.openDetail') },
  mentions: { title: () => say('work.mentionsEmpty'), detail: () => say('work.mentionsEmptyDetail') },
  snoozed: { title: () => say('work.snoozedEmpty'), detail: () => say('work.snoozedEmptyDetail') },
  waiting: { title: () => say('work.waitingEmpty'), detail: () => say('work.waitingEmptyDetail') },
  resolved: { title: () => say('inbox.resolvedTitle'), detail: () => say('inbox.resolvedDetail') },
  hidden: { title: () => say('inbox.hiddenTitle'), detail: () => say('inbox.hiddenDetail') },
  team: { title: () => say('work.teamEmpty'), detail: () => say('work.teamEmptyDetail') },
  all: { title: () => say('work.allEmpty'), detail: () => say('inbox.openDetail') },
};

export function EmptyList({ query, onShow }: { query: ListQuery; onShow: (next: Partial<ListQuery>) => void }) {
  const { queue, q, unread } = query;
  if (q !== '') {
    return (
      <EmptyState icon={SearchX} title={say('inbox.nothingFound', { q })} detail={say('inbox.nothingFoundDetail')}>
        {queue !== 'everyone' && (
          <button type="button" className="btn" onClick={() => onShow({ queue: 'everyone' })}>
            {say('inbox.searchEverywhere')}
          </button>
        )}
        <button type="button" className="btn" onClick={() => onShow({ q: '' })}>
          {say('inbox.clearSearch')}
        </button>
      </EmptyState>
    );
  }
  if (unread)
    return (
      <EmptyState icon={MailCheck} title={say('inbox.unreadTitle')} detail={say('inbox.unreadDetail')}>
        <button type="button" className="btn" onClick={() => onShow({ unread: false })}>
          {say('work.showRead')}
        </button>
      </EmptyState>
    );
  return (
    <EmptyState icon={queueIcons[queue]} title={words[queue].title()} detail={words[queue].detail()}>
      {queue !== 'everyone' && (
        <button type="button" className="btn" onClick={() => onShow({ queue: 'everyone' })}>
          {say('inbox.showAllOpen')}
        </button>
      )}
    </EmptyState>
  );
}
