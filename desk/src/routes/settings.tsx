// Settings, a page each.

import { createRoute } from '@tanstack/react-router';
import { deskRoute, screen } from './root.tsx';

const SettingsIndex = screen(() => import('../settings/settings-index.tsx'), 'SettingsIndex');

const IntegrationScreen = screen(() => import('../settings/relay/integration-screen.tsx'), 'IntegrationScreen');
const WebhookScreen = screen(() => import('../settings/webhooks/webhook-screen.tsx'), 'WebhookScreen');

const PolicyScreen = screen(() => import('../settings/policy-screen.tsx'), 'PolicyScreen');

const ContactBookScreen = screen(() => import('../settings/contact-book-screen.tsx'), 'ContactBookScreen');

const SendingScreen = screen(() => import('../settings/sending-screen.tsx'), 'SendingScreen');

const TeamsScreen = screen(() => import('../settings/teams-screen.tsx'), 'TeamsScreen');

const HoursScreen = screen(() => import('../settings/hours-screen.tsx'), 'HoursScreen');

const RoutingScreen = screen(() => import('../settings/routing-screen.tsx'), 'RoutingScreen');

const CannedScreen = screen(() => import('../settings/canned-screen.tsx'), 'CannedScreen');

const WritingScreen = screen(() => import('../settings/writing-screen.tsx'), 'WritingScreen');

const TagsScreen = screen(() => import('../labels/tags-screen.tsx'), 'TagsScreen');

const FieldsScreen = screen(() => import('../labels/fields-screen.tsx'), 'FieldsScreen');

export const tagsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/tags',
  staticData: { needs: 'labels:read' },
  component: TagsScreen,
});

export const fieldsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/fields',
  staticData: { needs: 'labels:read' },
  component: FieldsScreen,
});

export const settingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings',
  component: SettingsIndex,
});

export const policyRoute = createRoute({
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

export const contactBookRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/contact-book',
  staticData: { needs: 'contact-book:read' },
  component: ContactBookScreen,
});

export const privacySettingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/privacy',
  staticData: { needs: 'privacy:read' },
  component: screen(() => import('../privacy/settings-screen.tsx'), 'PrivacySettingsScreen'),
});

export const sendingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/sending',
  staticData: { needs: 'sending:read' },
  component: SendingScreen,
});

export const teamsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/teams',
  staticData: { needs: 'teams:read' },
  component: TeamsScreen,
});

export const hoursRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/hours',
  staticData: { needs: 'teams:read' },
  component: HoursScreen,
});

export const routingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/routing',
  staticData: { needs: 'teams:read' },
  component: RoutingScreen,
});

export const cannedRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/canned-replies',
  staticData: { needs: 'canned-replies:read' },
  component: CannedScreen,
});

export const writingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/writing',
  staticData: { needs: 'conversations:reply' },
  component: WritingScreen,
});

export const accountRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/account',
  component: screen(() => import('../account/account-screen.tsx'), 'AccountScreen'),
});

export const usersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/users',
  staticData: { needs: 'users:read' },
  component: screen(() => import('../settings/access/users-screen.tsx'), 'UsersScreen'),
});

export const keysRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/keys',
  staticData: { needs: 'keys:read' },
  component: screen(() => import('../settings/access/keys-screen.tsx'), 'KeysScreen'),
});

export const rolesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/roles',
  staticData: { needs: 'docs:read' },
  component: screen(() => import('../settings/access/roles-screen.tsx'), 'RolesScreen'),
});

export const signInPolicyRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/sign-in',
  staticData: { needs: 'sign-in:read' },
  component: screen(() => import('../settings/access/policy-screen.tsx'), 'SignInPolicyScreen'),
});

export const maskingRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/phone-numbers',
  staticData: { needs: 'phones:mask' },
  component: screen(() => import('../settings/masking-screen.tsx'), 'MaskingScreen'),
});

export const webhooksRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/webhooks',
  staticData: { needs: 'subscriptions:read' },
  component: screen(() => import('../settings/webhooks/webhooks-screen.tsx'), 'WebhooksScreen'),
});

export const webhookRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/webhooks/$webhookId',
  staticData: { needs: 'subscriptions:read' },
  component: function Webhook() {
    const { webhookId } = webhookRoute.useParams();
    return <WebhookScreen key={webhookId} webhookId={webhookId} />;
  },
});

export const readinessRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/readiness',
  staticData: { needs: 'readiness:read' },
  component: screen(() => import('../settings/readiness/readiness-screen.tsx'), 'ReadinessScreen'),
});

export const canaryRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/readiness/canary',
  staticData: { needs: 'readiness:read' },
  component: screen(() => import('../settings/canary/canary-screen.tsx'), 'CanaryScreen'),
});

const RunScreen = screen(() => import('../settings/readiness/run-screen.tsx'), 'RunScreen');

export const readinessRunRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/readiness/$runId',
  staticData: { needs: 'readiness:read' },
  component: function Run() {
    const { runId } = readinessRunRoute.useParams();
    return <RunScreen key={runId} runId={runId} />;
  },
});

export const exportsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/exports',
  staticData: { needs: 'exports:read' },
  component: screen(() => import('../settings/exports/exports-screen.tsx'), 'ExportsScreen'),
});

export const importsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/imports',
  staticData: { needs: 'contacts:import' },
  component: screen(() => import('../settings/imports/imports-screen.tsx'), 'ImportsScreen'),
});

const ImportScreen = screen(() => import('../settings/imports/import-screen.tsx'), 'ImportScreen');

export const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/imports/$importId',
  staticData: { needs: 'contacts:import' },
  component: function OneImport() {
    const { importId } = importRoute.useParams();
    return <ImportScreen key={importId} importId={importId} />;
  },
});

export const relayRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/relay',
  staticData: { needs: 'relay:read' },
  component: screen(() => import('../settings/relay/relay-screen.tsx'), 'RelayScreen'),
});

export const integrationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/relay/$integrationId',
  staticData: { needs: 'relay:read' },
  component: function OneIntegration() {
    const { integrationId } = integrationRoute.useParams();
    return <IntegrationScreen key={integrationId} integrationId={integrationId} />;
  },
});

export const auditRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/settings/audit',
  staticData: { needs: 'audit:read' },
  component: screen(() => import('../settings/access/audit-screen.tsx'), 'AuditScreen'),
});
