// What each role may do: a table, so that the whole of it can be read, printed and tested. Doors ask `may`; nothing else
// in the program looks at a role.

import { Role } from '@throughline/contract';

/** Named `things:verb`. Every door names the one scope it needs. */
export const scopes = [
  'contacts:read',
  /** Note what a person said about being written to, block and unblock. */
  'contacts:manage',
  /** Take a list of people away as a file. */
  'contacts:export',
  /** Take a list of people in. */
  'contacts:import',
  'conversations:read',
  'conversations:reply',
  /** Resolve, reopen, mark as read. */
  'conversations:manage',
  /** Write to colleagues beside a thread. Reading notes is part of reading threads. */
  'notes:write',
  /** What notes said before they were edited or deleted. */
  'notes-history:read',
  /** Ready answers; to keep some of one's own; and to keep those everybody, or a team, takes. */
  'canned-replies:read',
  'canned-replies:write',
  'canned-replies:manage',
  /** Write first, to somebody who has not written: it costs money and may be unwelcome. */
  'messages:start',
  /**
   * Why Throughline holds a person to be one person, in words and without backend ids. Agents have it: they answer for what they
   * tell a customer, and a wrong join is seen first by whoever reads the thread.
   */
  'identity:explain',
  /** See the whole number where the role sees numbers masked: one person at a time, written down, and not often. */
  'phones:reveal',
  /** Which roles see numbers masked. */
  'phones:mask',
  /** The evidence itself, BSUIDs included. */
  'identity:read',
  /**
   * Say who is one person and who is not, and that a number was given up. Supervisors, since a wrong merge shows one customer's
   * conversations beside another's; agents note what they were told as a claim, which becomes a question for a supervisor.
   */
  'identity:merge',
  /** Questions about who is who. */
  'reviews:read',
  'reviews:settle',
  /** What is known of Meta's Contact Book, and what people said of it. */
  'contact-book:read',
  'contact-book:write',
  /** Have Meta forget somebody's number: not to be undone. */
  'contact-book:delete',
  /** What the deployment chose about who is who. */
  'policy:read',
  'policy:write',
  'parked:read',
  'parked:replay',
  /** How fast messages go out, what is owed, and what holds it back. */
  'sending:read',
  /** What may be sent outside the window; and to have Meta's list read again now. */
  'templates:read',
  'templates:manage',
  /** Who works in which team, hours and routing; and to arrange them, and say for others that they are away. */
  'teams:read',
  'teams:manage',
  /** Campaigns and their results; and to put them together and send them, which costs money and reaches many. */
  'campaigns:read',
  'campaigns:manage',
  /** Who has access, and giving, changing and taking it. */
  'users:read',
  'users:manage',
  /** API keys: which there are, and making and ending them. Whoever makes one chooses its role. */
  'keys:read',
  'keys:manage',
  /** What signing in asks for. */
  'sign-in:read',
  'sign-in:manage',
  /** Who did what, when and from where. */
  'audit:read',
  /** How the work stands and stood: every team's and every person's. */
  'reports:read',
  /** Which tags and fields there are; and to add, rename and archive them. Using them belongs to what they are put on. */
  'labels:read',
  'labels:manage',
  /** What people ask for about their own data; finding whom it is about, and proof of what was done. */
  'privacy:read',
  /** Record such a request, verify, refuse, run and approve it: it ends in everything of a person being handed out or erased. */
  'privacy:manage',
  /** What happened, as other systems read it: everything about everybody of a portfolio. */
  'events:read',
  /** Say, as such a system, that somebody who was erased is forgotten there too. */
  'events:acknowledge',
  /** Where it is delivered to; and to set that up, which hands it to whoever is named. */
  'subscriptions:read',
  'subscriptions:manage',
  /** What audits of other systems found that still assumes a phone number; and to hand such findings in, or take them away. */
  'readiness:read',
  'readiness:manage',
  /** Files of data: which there are, and taking away those whose data one may read; and having them made, once or again and again. */
  'exports:read',
  'exports:make',
  /** Other systems that speak Meta's own format: which there are, and to set them up, which hands everything of a number to whoever is named. */
  'relay:read',
  'relay:manage',
  'docs:read',
] as const;

export type Scope = (typeof scopes)[number];

const agent = [
  'phones:reveal',
  'contacts:read',
  'contacts:manage',
  'conversations:read',
  'conversations:reply',
  'conversations:manage',
  'notes:write',
  'canned-replies:read',
  'canned-replies:write',
  'identity:explain',
  'policy:read',
  'templates:read',
  'teams:read',
  'labels:read',
  'docs:read',
] as const satisfies readonly Scope[];

const scopesByRole: Readonly<Record<Role, ReadonlySet<Scope>>> = {
  admin: new Set(scopes),
  supervisor: new Set<Scope>([
    ...agent,
    'notes-history:read',
    'canned-replies:manage',
    'contacts:export',
    'contacts:import',
    'labels:manage',
    'messages:start',
    'contact-book:read',
    'identity:merge',
    'reviews:read',
    'reviews:settle',
    'parked:read',
    'parked:replay',
    'reports:read',
    'sending:read',
    'templates:manage',
    'teams:manage',
    'campaigns:read',
    'campaigns:manage',
    'exports:read',
    'exports:make',
  ]),
  agent: new Set<Scope>(agent),
  privacy_officer: new Set<Scope>([
    'phones:reveal',
    'phones:mask',
    'contacts:read',
    'contacts:manage',
    'contacts:export',
    'labels:read',
    'contact-book:read',
    'contact-book:delete',
    'identity:explain',
    'identity:read',
    'reviews:read',
    'policy:read',
    'audit:read',
    'privacy:read',
    'privacy:manage',
    'exports:read',
    'exports:make',
    'docs:read',
  ]),
  developer: new Set<Scope>([
    'contacts:read',
    'contacts:import',
    'labels:read',
    'conversations:read',
    'messages:start',
    'identity:explain',
    'identity:read',
    'reviews:read',
    'policy:read',
    'parked:read',
    'parked:replay',
    'sending:read',
    'templates:read',
    'teams:read',
    'campaigns:read',
    'events:read',
    'events:acknowledge',
    'subscriptions:read',
    'subscriptions:manage',
    'readiness:read',
    'readiness:manage',
    'exports:read',
    'exports:make',
    'relay:read',
    'relay:manage',
    'docs:read',
  ]),
  auditor: new Set<Scope>([
    'contacts:read',
    'labels:read',
    'conversations:read',
    'notes-history:read',
    'canned-replies:read',
    'identity:explain',
    'identity:read',
    'reviews:read',
    'contact-book:read',
    'policy:read',
    'parked:read',
    'reports:read',
    'sending:read',
    'templates:read',
    'teams:read',
    'campaigns:read',
    'users:read',
    'keys:read',
    'sign-in:read',
    'audit:read',
    'privacy:read',
    'events:read',
    'subscriptions:read',
    'readiness:read',
    'exports:read',
    'relay:read',
    'docs:read',
  ]),
};

export function scopesOf(role: Role): ReadonlySet<Scope> {
  return scopesByRole[role];
}

export function rolesHaving(scope: Scope): Role[] {
  return Role.options.filter((role) => scopesByRole[role].has(scope));
}

export function may(actor: { readonly scopes: ReadonlySet<Scope> }, scope: Scope): boolean {
  return actor.scopes.has(scope);
}
