import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { isSignedOut, Unreachable } from './api/client.ts';
import { setOwner } from './api/kept.ts';
import { conversationQuery, meQuery, threadQuery } from './api/queries.ts';
import { safeTarget } from './api/session.ts';
import { loadContactDetails } from './context/context-panel.tsx';
import { outbox, queryClient, whenSignedOut } from './desk.ts';
import { InboxScreen } from './inbox/inbox-screen.tsx';
import { readInboxSearch } from './inbox/inbox-search.ts';
import { NothingOpen } from './inbox/nothing-open.tsx';
import { OfflineStart } from './installed/offline-start.tsx';
import { readSearch } from './people/people-query.ts';
import { isLostPart, LostState, lostScreen } from './shell/lost-part.tsx';
import { Shell } from './shell/shell.tsx';
import { NotFound } from './shell/states.tsx';
import type { Scope } from './shell/use-may.ts';
import { loadRichContent } from './thread/kinds/lazy-content.tsx';
import { ErrorState } from './ui/states.tsx';
import { loadPhones } from './words/identifiers.ts';
import { loadWords, say } from './words/say.tsx';

const rootRoute = createRootRouteWithContext()({ component: Outlet, notFoundComponent: NotFound });

/** A screen that is fetched when somebody goes there, with the words it says. */
function screen<Module extends Record<string, unknown>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
) {
  const whole = async () => {
    const [module] = await Promise.all([load(), loadWords()]);
    return module;
  };
  return lazyRouteComponent(async () => {
    try {
      return await whole();
    } catch (error) {
      if (!isLostPart(error)) throw error;
      const lost = lostScreen(async () => (await whole())[name] as ComponentType);
      return { [name]: lost } as Record<string, unknown> as Module;
    }
  }, name);
}

const SignInScreen = screen(() => import('./sign-in/sign-in-screen.tsx'), 'SignInScreen');
const WelcomeScreen = screen(() => import('./sign-in/welcome-screen.tsx'), 'WelcomeScreen');

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): { to?: string; error?: string } => ({
    ...(typeof search.to === 'string' && { to: search.to }),
    ...(typeof search.error === 'string' && { error: search.error }),
  }),
  component: function SignIn() {
    const { to, error } = signInRoute.useSearch();
    return <SignInScreen to={safeTarget(to)} refusal={error} />;
  },
});

const welcomeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/welcome', component: WelcomeScreen });

const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  beforeLoad: async ({ location }) => {
    try {
      const [me] = await Promise.all([queryClient.ensureQueryData(meQuery), loadPhones()]);
      setOwner(me.email ?? me.name);
      const own = '/settings/account';
      if (me.lacks !== undefined && location.pathname !== own) throw redirect({ to: own, replace: true });
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: '/sign-in', search: { to: location.href } });
      throw error;
    }
  },
  // Replies kept from the last visit belong to whoever is signed in, so they are read only once that is known.
  loader: () => outbox.reload(),
  staleTime: Number.POSITIVE_INFINITY,
  component: Shell,
  errorComponent: DoorFailed,
});

const indexRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox', replace: true });
  },
});

const inboxRoute = createRoute({
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
const loadThread = () => import('./thread/thread-screen.tsx');
const ThreadScreen = screen(loadThread, 'ThreadScreen');

const inboxIndexRoute = createRoute({ getParentRoute: () => inboxRoute, path: '/', component: NothingOpen });

const conversationRoute = createRoute({
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

const ParkedScreen = screen(() => import('./parked/parked-screen.tsx'), 'ParkedScreen');
const ReviewsScreen = screen(() => import('./reviews/reviews-screen.tsx'), 'ReviewsScreen');
const SettingsIndex = screen(() => import('./settings/settings-index.tsx'), 'SettingsIndex');
const PolicyScreen = screen(() => import('./settings/policy-screen.tsx'), 'PolicyScreen');
const ContactBookScreen = screen(() => import('./settings/contact-book-screen.tsx'), 'ContactBookScreen');
const SendingScreen = screen(() => import('./settings/sending-screen.tsx'), 'SendingScreen');

const TeamsScreen = screen(() => import('./settings/teams-screen.tsx'), 'TeamsScreen');
const HoursScreen = screen(() => import('./settings/hours-screen.tsx'), 'HoursScreen');
const RoutingScreen = screen(() => import('./settings/routing-screen.tsx'), 'RoutingScreen');
const BoardScreen = screen(() => import('./boards/board-screen.tsx'), 'BoardScreen');
const ReportsScreen = screen(() => import('./boards/reports-screen.tsx'), 'ReportsScreen');
const CannedScreen = screen(() => import('./settings/canned-screen.tsx'), 'CannedScreen');
const WritingScreen = screen(() => import('./settings/writing-screen.tsx'), 'WritingScreen');
const MentionsScreen = screen(() => import('./mentions/mentions-screen.tsx'), 'MentionsScreen');
const TemplatesScreen = screen(() => import('./templates/templates-screen.tsx'), 'TemplatesScreen');
const CampaignsScreen = screen(() => import('./campaigns/campaigns-screen.tsx'), 'CampaignsScreen');
const CampaignScreen = screen(() => import('./campaigns/campaign-screen.tsx'), 'CampaignScreen');

const PeopleScreen = screen(() => import('./people/people-screen.tsx'), 'PeopleScreen');
const PersonScreen = screen(() => import('./people/person-screen.tsx'), 'PersonScreen');
const TagsScreen = screen(() => import('./labels/tags-screen.tsx'), 'TagsScreen');
const FieldsScreen = screen(() => import('./labels/fields-screen.tsx'), 'FieldsScreen');

const peopleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people',
  staticData: { needs: 'contacts:read' },
  validateSearch: readSearch,
  component: function People() {
    return <PeopleScreen search={peopleRoute.useSearch()} />;
  },
});

const personRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/people/$contactId',
  staticData: { needs: 'contacts:read' },
  component: function Person() {
    const { contactId } = personRoute.useParams();
    return <PersonScreen key={contactId} contactId={contactId} />;
  },
});

const tagsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/tags',
  staticData: { needs: 'labels:read' },
  component: TagsScreen,
});

const fieldsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/fields',
  staticData: { needs: 'labels:read' },
  component: FieldsScreen,
});

// Outside of what one signs in for: it shows nobody's data.
const componentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/components',
  component: screen(() => import('./components/components-screen.tsx'), 'ComponentsScreen'),
});

const templatesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/templates',
  staticData: { needs: 'templates:read' },
  component: TemplatesScreen,
});

const campaignsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/campaigns',
  staticData: { needs: 'campaigns:read' },
  component: CampaignsScreen,
});

const campaignRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/campaigns/$campaignId',
  staticData: { needs: 'campaigns:read' },
  component: CampaignScreen,
});

const privacyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/privacy',
  staticData: { needs: 'privacy:read' },
  component: screen(() => import('./privacy/privacy-screen.tsx'), 'PrivacyScreen'),
});

const newPrivacyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/privacy/new',
  staticData: { needs: 'privacy:read' },
  component: screen(() => import('./privacy/new-request-screen.tsx'), 'NewRequestScreen'),
});

const PrivacyRequestScreen = screen(() => import('./privacy/request-screen.tsx'), 'RequestScreen');

const privacyRequestRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/privacy/$requestId',
  staticData: { needs: 'privacy:read' },
  component: function PrivacyRequest() {
    const { requestId } = privacyRequestRoute.useParams();
    return <PrivacyRequestScreen key={requestId} requestId={requestId} />;
  },
});

const boardRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/board',
  staticData: { needs: 'reports:read' },
  component: BoardScreen,
});

const reportsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reports',
  staticData: { needs: 'reports:read' },
  component: ReportsScreen,
});

const parkedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/parked',
  staticData: { needs: 'parked:read' },
  component: ParkedScreen,
});

const reviewsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/reviews',
  staticData: { needs: 'reviews:read' },
  validateSearch: (search): { contact?: string } =>
    typeof search.contact === 'string' ? { contact: search.contact } : {},
  component: function Reviews() {
    return <ReviewsScreen contactId={reviewsRoute.useSearch().contact} />;
  },
});

const settingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings',
  component: SettingsIndex,
});

const policyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/identity',
  staticData: { needs: 'policy:read' },
  validateSearch: (search): { portfolio?: string } =>
    search.portfolio === undefined || search.portfolio === '' ? {} : { portfolio: String(search.portfolio) },
  component: function Policy() {
    const { portfolio } = policyRoute.useSearch();
    return <PolicyScreen key={portfolio} portfolio={portfolio} />;
  },
});

const contactBookRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/contact-book',
  staticData: { needs: 'contact-book:read' },
  component: ContactBookScreen,
});

const privacySettingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/privacy',
  staticData: { needs: 'privacy:read' },
  component: screen(() => import('./privacy/settings-screen.tsx'), 'PrivacySettingsScreen'),
});

const sendingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/sending',
  staticData: { needs: 'sending:read' },
  component: SendingScreen,
});

const teamsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/teams',
  staticData: { needs: 'teams:read' },
  component: TeamsScreen,
});
const hoursRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/hours',
  staticData: { needs: 'teams:read' },
  component: HoursScreen,
});
const routingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/routing',
  staticData: { needs: 'teams:read' },
  component: RoutingScreen,
});

const cannedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/canned-replies',
  staticData: { needs: 'canned-replies:read' },
  component: CannedScreen,
});

const writingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/writing',
  staticData: { needs: 'conversations:reply' },
  component: WritingScreen,
});

const mentionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/mentions',
  staticData: { needs: 'notes:write' },
  component: MentionsScreen,
});
const accountRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/account',
  component: screen(() => import('./account/account-screen.tsx'), 'AccountScreen'),
});

const usersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/users',
  staticData: { needs: 'users:read' },
  component: screen(() => import('./settings/access/users-screen.tsx'), 'UsersScreen'),
});

const keysRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/keys',
  staticData: { needs: 'keys:read' },
  component: screen(() => import('./settings/access/keys-screen.tsx'), 'KeysScreen'),
});

const rolesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/roles',
  staticData: { needs: 'docs:read' },
  component: screen(() => import('./settings/access/roles-screen.tsx'), 'RolesScreen'),
});

const signInPolicyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/sign-in',
  staticData: { needs: 'sign-in:read' },
  component: screen(() => import('./settings/access/policy-screen.tsx'), 'SignInPolicyScreen'),
});

const maskingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/phone-numbers',
  staticData: { needs: 'phones:mask' },
  component: screen(() => import('./settings/masking-screen.tsx'), 'MaskingScreen'),
});

const auditRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/audit',
  staticData: { needs: 'audit:read' },
  component: screen(() => import('./settings/access/audit-screen.tsx'), 'AuditScreen'),
});

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

function DoorFailed({ error, reset }: ErrorComponentProps) {
  const again = () => {
    reset();
    void router.invalidate();
  };
  // A part of the desk that was never fetched cannot be without a line either.
  if (error instanceof Unreachable || !navigator.onLine)
    return (
      <main className="grid h-full place-items-center">
        <OfflineStart onRetry={again} />
      </main>
    );
  if (isLostPart(error))
    return (
      <main className="grid h-full place-items-center">
        <LostState />
      </main>
    );
  return (
    <main className="grid h-full place-items-center">
      <ErrorState
        isPage
        title={say('shell.cannotOpen')}
        detail={error instanceof Error ? error.message : ''}
        onRetry={again}
      />
    </main>
  );
}
