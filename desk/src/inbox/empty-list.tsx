import { CheckCheck, EyeOff, Inbox, MailCheck, SearchX } from 'lucide-react';
import type { View } from '../api/conversation-lists.ts';
import { Empty } from '../shell/states.tsx';
import { say } from '../words/say.tsx';

const words = {
  open: { icon: Inbox, title: 'inbox.openTitle', detail: 'inbox.openDetail' },
  unread: { icon: MailCheck, title: 'inbox.unreadTitle', detail: 'inbox.unreadDetail' },
  hidden: {
    icon: EyeOff,
    title: 'inbox.hiddenTitle',
    detail: 'inbox.hiddenDetail',
  },
  resolved: {
    icon: CheckCheck,
    title: 'inbox.resolvedTitle',
    detail: 'inbox.resolvedDetail',
  },
} as const;

export function EmptyList({ view, q, onAsk }: { view: View; q: string; onAsk: (view: View, q: string) => void }) {
  if (q !== '') {
    return (
      <Empty icon={SearchX} title={say('inbox.nothingFound', { q })} detail={say('inbox.nothingFoundDetail')}>
        {view !== 'open' && (
          <button type="button" className="btn" onClick={() => onAsk('open', q)}>
            {say('inbox.searchEverywhere')}
          </button>
        )}
        <button type="button" className="btn" onClick={() => onAsk(view, '')}>
          {say('inbox.clearSearch')}
        </button>
      </Empty>
    );
  }
  return (
    <Empty icon={words[view].icon} title={say(words[view].title)} detail={say(words[view].detail)}>
      {view !== 'open' && (
        <button type="button" className="btn" onClick={() => onAsk('open', '')}>
          {say('inbox.showAllOpen')}
        </button>
      )}
    </Empty>
  );
}
