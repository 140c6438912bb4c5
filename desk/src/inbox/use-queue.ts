import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ListQuery } from '../api/conversation-lists.ts';
import { meQuery } from '../api/queries.ts';
import { readInboxSearch, searchOf, shownOf } from './inbox-search.ts';

/** What the list shows, as the address says; and the way to show something else. */
export function useQueue(): { query: ListQuery; show: (next: Partial<ListQuery>) => void } {
  const search = useSearch({ from: '/desk/inbox' });
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const query: ListQuery = { ...shownOf(search), me: me?.id ?? '' };
  // From what the address is about to be: two changes in one moment both hold.
  const show = (next: Partial<ListQuery>) =>
    void navigate({
      to: '.',
      search: (before) => searchOf({ ...shownOf(readInboxSearch(before)), ...next }),
      replace: true,
    });
  return { query, show };
}
