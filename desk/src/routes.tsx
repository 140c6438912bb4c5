// Every place of the desk: the parts of `routes/` put together.

import { createRouter } from '@tanstack/react-router';
import { meQuery } from './api/queries.ts';
import { queryClient, whenSignedOut } from './desk.ts';
import { conversationRoute, inboxIndexRoute, inboxRoute, indexRoute, mentionsRoute } from './routes/inbox.tsx';
import { peopleRoute, personRoute } from './routes/people.tsx';
import { componentsRoute, deskRoute, rootRoute, signInRoute, welcomeRoute } from './routes/root.tsx';
import {
  accountRoute,
  auditRoute,
  canaryRoute,
  cannedRoute,
  contactBookRoute,
  exportsRoute,
  fieldsRoute,
  hoursRoute,
  importRoute,
  importsRoute,
  integrationRoute,
  keysRoute,
  maskingRoute,
  policyRoute,
  privacySettingsRoute,
  readinessRoute,
  readinessRunRoute,
  relayRoute,
  rolesRoute,
  routingRoute,
  sendingRoute,
  settingsRoute,
  signInPolicyRoute,
  tagsRoute,
  teamsRoute,
  usersRoute,
  webhookRoute,
  webhooksRoute,
  writingRoute,
} from './routes/settings.tsx';
import {
  boardRoute,
  campaignRoute,
  campaignsRoute,
  newPrivacyRoute,
  parkedRoute,
  privacyRequestRoute,
  privacyRoute,
  reportsRoute,
  reviewsRoute,
  templatesRoute,
} from './routes/work.tsx';
import type { Scope } from './shell/use-may.ts';

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    componentsRoute,
    welcomeRoute,
    deskRoute.addChildren([
      indexRoute,
      inboxRoute.addChildren([inboxIndexRoute, conversationRoute]),
      parkedRoute,
      boardRoute,
      privacyRoute,
      newPrivacyRoute,
      privacyRequestRoute,
      reportsRoute,
      templatesRoute,
      campaignsRoute,
      campaignRoute,
      reviewsRoute,
      settingsRoute,
      policyRoute,
      contactBookRoute,
      privacySettingsRoute,
      sendingRoute,
      accountRoute,
      usersRoute,
      keysRoute,
      rolesRoute,
      signInPolicyRoute,
      auditRoute,
      webhooksRoute,
      readinessRoute,
      canaryRoute,
      readinessRunRoute,
      exportsRoute,
      importsRoute,
      importRoute,
      webhookRoute,
      relayRoute,
      integrationRoute,
      maskingRoute,
      teamsRoute,
      hoursRoute,
      routingRoute,
      cannedRoute,
      writingRoute,
      mentionsRoute,
      peopleRoute,
      personRoute,
      tagsRoute,
      fieldsRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  // Longer than a row takes to pass under a pointer while somebody scrolls.
  defaultPreloadDelay: 90,
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** What one has to be allowed to see the screen; left out where it shows nobody's data but one's own. */
    needs?: Scope;
  }
}

whenSignedOut(() => {
  const here = router.state.location;
  if (here.pathname === '/sign-in') return;
  queryClient.removeQueries({ queryKey: meQuery.queryKey });
  void router.navigate({ to: '/sign-in', search: { to: here.href } });
});
