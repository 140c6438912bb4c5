// The pages of the settings, in their groups: which there are, and who may see each. A new page adds its line here, its
// route in `routes/`, and its name to its catalog.

import type { Scope } from '../shell/use-may.ts';
import { say } from '../words/say.tsx';

export interface Place {
  to:
    | '/settings/identity'
    | '/settings/contact-book'
    | '/settings/sending'
    | '/settings/teams'
    | '/settings/hours'
    | '/settings/routing'
    | '/settings/canned-replies'
    | '/settings/writing'
    | '/settings/tags'
    | '/settings/fields'
    | '/settings/account'
    | '/settings/users'
    | '/settings/keys'
    | '/settings/roles'
    | '/settings/sign-in'
    | '/settings/phone-numbers'
    | '/settings/webhooks'
    | '/settings/readiness'
    | '/settings/exports'
    | '/settings/imports'
    | '/settings/relay'
    | '/settings/privacy'
    | '/settings/audit';
  name: () => string;
  /** Undefined: everybody's own, such as their account. */
  needs?: Scope;
}

interface Group {
  id: string;
  name: () => string;
  places: readonly Place[];
}

const groups: readonly Group[] = [
  {
    id: 'work',
    name: () => say('work.settings'),
    places: [
      { to: '/settings/teams', name: () => say('work.teams'), needs: 'teams:read' },
      { to: '/settings/hours', name: () => say('work.hours'), needs: 'teams:read' },
      { to: '/settings/routing', name: () => say('work.routing'), needs: 'teams:read' },
    ],
  },
  {
    id: 'labels',
    name: () => say('ui.settings.labels'),
    places: [
      { to: '/settings/tags', name: () => say('labels.tags'), needs: 'labels:read' },
      { to: '/settings/fields', name: () => say('labels.fields'), needs: 'labels:read' },
    ],
  },
  {
    id: 'identity',
    name: () => say('ui.settings.identity'),
    places: [
      { to: '/settings/identity', name: () => say('ui.settings.policy'), needs: 'policy:read' },
      { to: '/settings/contact-book', name: () => say('ui.settings.contactBook'), needs: 'contact-book:read' },
      { to: '/settings/privacy', name: () => say('places.privacySettings'), needs: 'privacy:read' },
    ],
  },
  {
    id: 'writing',
    name: () => say('together.writing'),
    places: [
      { to: '/settings/canned-replies', name: () => say('together.canned'), needs: 'canned-replies:read' },
      { to: '/settings/writing', name: () => say('together.writing'), needs: 'conversations:reply' },
    ],
  },
  {
    id: 'whatsapp',
    name: () => say('ui.settings.whatsapp'),
    places: [{ to: '/settings/sending', name: () => say('ui.settings.sending'), needs: 'sending:read' }],
  },
  {
    id: 'systems',
    name: () => say('webhooks.group'),
    places: [
      { to: '/settings/webhooks', name: () => say('webhooks.title'), needs: 'subscriptions:read' },
      { to: '/settings/readiness', name: () => say('readiness.title'), needs: 'readiness:read' },
      { to: '/settings/exports', name: () => say('exports.title'), needs: 'exports:read' },
      { to: '/settings/imports', name: () => say('imports.title'), needs: 'contacts:import' },
      { to: '/settings/relay', name: () => say('relay.title'), needs: 'relay:read' },
    ],
  },
  {
    id: 'access',
    name: () => say('access.group'),
    places: [
      { to: '/settings/users', name: () => say('access.users'), needs: 'users:read' },
      { to: '/settings/keys', name: () => say('access.keys'), needs: 'keys:read' },
      { to: '/settings/sign-in', name: () => say('access.policy'), needs: 'sign-in:read' },
      { to: '/settings/phone-numbers', name: () => say('masking.title'), needs: 'phones:mask' },
      { to: '/settings/roles', name: () => say('access.roles'), needs: 'docs:read' },
      { to: '/settings/audit', name: () => say('access.audit'), needs: 'audit:read' },
      { to: '/settings/account', name: () => say('access.account') },
    ],
  },
];

/** The groups with the pages somebody may see; a group without any is left out. */
export function groupsFor(may: (scope: Scope) => boolean): Group[] {
  return groups
    .map((group) => ({ ...group, places: group.places.filter(({ needs }) => needs === undefined || may(needs)) }))
    .filter(({ places }) => places.length > 0);
}
