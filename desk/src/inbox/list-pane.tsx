import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { type View, views } from '../api/conversation-lists.ts';
import { ConversationList } from './conversation-list.tsx';
import { SearchBox } from './search-box.tsx';
import { useConversations } from './use-conversations.ts';

const labels: Record<View, string> = {
  open: 'All open',
  unread: 'Unread',
  hidden: 'Number hidden',
  resolved: 'Resolved',
};

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
    <section aria-label="Conversations" className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">Inbox</h1>
      <SearchBox q={q} onSearch={(text) => void ask(view, text)} />
      <Tabs
        selectedKey={view}
        onSelectionChange={(key) => void ask(key as View, q)}
        className="flex min-h-0 flex-1 flex-col"
      >
        <TabList aria-label="Show" className="flex gap-0.5 overflow-x-auto px-3 pb-2 [scrollbar-width:none]">
          {views.map((id) => (
            <Tab
              key={id}
              id={id}
              className="flex h-7 cursor-pointer items-center rounded-sm px-1.75 text-s font-medium whitespace-nowrap text-ink-2 transition-colors hover:bg-sunken data-[selected]:bg-accent-soft data-[selected]:font-semibold data-[selected]:text-accent"
            >
              {labels[id]}
            </Tab>
          ))}
        </TabList>
        <TabPanel id={view} key={view} className="flex min-h-0 flex-1 flex-col border-t border-line outline-none">
          <ConversationList view={view} q={q} list={list} openId={openId} onAsk={ask} />
        </TabPanel>
      </Tabs>
    </section>
  );
}
