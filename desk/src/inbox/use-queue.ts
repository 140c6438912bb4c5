import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ListQuery } from '../api/conversation-lists.ts';
import { meQuery } from '../api/queries.ts';

/** What the list shows, as the address says; and the way to show something else. */
export function useQueue(): { query: ListQuery; show: (next: Partial<ListQuery>) => void } {
  const search = useSearch({ from: '/desk/inbox' });
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const query: ListQuery = {
    queue: search.queue ?? 'everyone',
    team: search.team,
    q: search.q ?? '',
    sort: search.sort ?? 'newest',
    unread: search.unread ?? false,
    field: search.field ?? [],
    me: me?.id ?? '',
  };
  const show = (next: Partial<ListQuery>) => {
    const to = { ...query, ...next };
    void navigate({ to: '.', search: searchOf(to), replace: true });
  };
  return { query, show };
}

/** The address of a list: only what differs from the usual. */
export function searchOf({ queue, team, q, sort, unread, field = [] }: Omit<ListQuery, 'me'>) {
  return {
    ...(queue === 'everyone' ? {} : { queue }),
    ...(queue === 'team' && team !== undefined ? { team } : {}),
    ...(q === '' ? {} : { q }),
    ...(sort === 'newest' ? {} : { sort }),
    ...(unread ? { unread } : {}),
    ...(field.length === 0 ? {} : { field: [...field] }),
  };
}
