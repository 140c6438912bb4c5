import { useNavigate, useSearch } from '@tanstack/react-router';
import type { View } from '../api/conversation-lists.ts';
import { say } from '../words/say.tsx';
import { ConversationList } from './conversation-list.tsx';
import { SearchBox } from './search-box.tsx';
import { useConversations } from './use-conversations.ts';
import { ViewTabs } from './view-tabs.tsx';

export function ListPane({ openId }: { openId: string | undefined }) {
  const search = useSearch({ from: '/desk/inbox' });
  const navigate = useNavigate();
  const view = search.view ?? 'open';
  const q = search.q ?? '';
  const list = useConversations({ view, q }, openId);
  const ask = (nextView: View, nextQ: string) =>
    navigate({
      to: '.',
      search: { ...(nextView === 'open' ? {} : { view: nextView }), ...(nextQ === '' ? {} : { q: nextQ }) },
      replace: true,
    });
  return (
    <section aria-label={say('inbox.conversations')} className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{say('inbox.title')}</h1>
      <SearchBox q={q} onSearch={(text) => void ask(view, text)} />
      <ViewTabs view={view} onChange={(next) => void ask(next, q)}>
        <ConversationList view={view} q={q} list={list} openId={openId} onAsk={ask} />
      </ViewTabs>
    </section>
  );
}
