// The inbox: the list, and the thread in it.

import { createRoute, redirect } from '@tanstack/react-router';
import { conversationQuery, meQuery, threadQuery } from '../api/queries.ts';
import { loadContactDetails } from '../context/context-panel.tsx';
import { queryClient } from '../desk.ts';
import { InboxScreen } from '../inbox/inbox-screen.tsx';
import { readInboxSearch } from '../inbox/inbox-search.ts';
import { NothingOpen } from '../inbox/nothing-open.tsx';
import { loadRichContent } from '../thread/kinds/lazy-content.tsx';
import { deskRoute, screen } from './root.tsx';

export const indexRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox', replace: true });
  },
});

export const inboxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/inbox',
  staticData: { needs: 'conversations:read' },
  // Who reads no conversations begins with the people.
  beforeLoad: () => {
    const me = queryClient.getQueryData(meQuery.queryKey);
    if (me !== undefined && !me.scopes.includes('conversations:read')) throw redirect({ to: '/people', replace: true });
  },
  validateSearch: readInboxSearch,
  component: InboxScreen,
});

// What is not the list is fetched when somebody goes there.
/** Begun as the pointer nears a row, and where nothing else is to do. */
const loadThread = () => import('../thread/thread-screen.tsx');

const ThreadScreen = screen(loadThread, 'ThreadScreen');

export const inboxIndexRoute = createRoute({ getParentRoute: () => inboxRoute, path: '/', component: NothingOpen });

export const conversationRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '$conversationId',
  loader: ({ params }) => {
    // Begun, not awaited: the screen shows at once, with what is held. Nearly every thread has more than words in it.
    void loadThread();
    loadRichContent();
    loadContactDetails();
    void queryClient.prefetchQuery(conversationQuery(params.conversationId));
    void queryClient.prefetchQuery(threadQuery(params.conversationId));
  },
  component: function OpenConversation() {
    const { conversationId } = conversationRoute.useParams();
    return <ThreadScreen key={conversationId} conversationId={conversationId} />;
  },
});

const MentionsScreen = screen(() => import('../mentions/mentions-screen.tsx'), 'MentionsScreen');

export const mentionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/mentions',
  staticData: { needs: 'notes:write' },
  component: MentionsScreen,
});
