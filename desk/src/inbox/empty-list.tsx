import { CheckCheck, EyeOff, Inbox, MailCheck, SearchX } from 'lucide-react';
import type { View } from '../api/conversation-lists.ts';
import { Empty } from '../shell/states.tsx';

const words = {
  open: { icon: Inbox, title: 'Nothing open', detail: 'Conversations appear here as soon as a customer writes.' },
  unread: { icon: MailCheck, title: 'All read', detail: 'Nobody is waiting for you to look.' },
  hidden: {
    icon: EyeOff,
    title: 'No hidden numbers',
    detail: 'Customers who hide their number appear here. You reply to them as always.',
  },
  resolved: {
    icon: CheckCheck,
    title: 'Nothing resolved yet',
    detail: 'Resolved conversations rest here until the customer writes again.',
  },
} as const;

export function EmptyList({ view, q, onAsk }: { view: View; q: string; onAsk: (view: View, q: string) => void }) {
  if (q !== '') {
    return (
      <Empty
        icon={SearchX}
        title={`Nothing found for “${q}”`}
        detail="Try part of a name, a number in any spelling, or a username."
      >
        {view !== 'open' && (
          <button type="button" className="btn" onClick={() => onAsk('open', q)}>
            Search everywhere
          </button>
        )}
        <button type="button" className="btn" onClick={() => onAsk(view, '')}>
          Clear the search
        </button>
      </Empty>
    );
  }
  return (
    <Empty {...words[view]}>
      {view !== 'open' && (
        <button type="button" className="btn" onClick={() => onAsk('open', '')}>
          Show all open
        </button>
      )}
    </Empty>
  );
}
