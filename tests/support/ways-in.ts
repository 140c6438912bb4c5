// Whatever opens over a screen of the desk, and how: by the place it is opened from, the buttons pressed, its role and its name.

import type { Locator, Page } from 'playwright-core';
import { codeOf } from './authenticator.ts';

/** Of whoever opens them. */
export const password = 'a long sentence to sign in';

type Find = (page: Page) => Locator;
type Role = 'dialog' | 'alertdialog' | 'menu' | 'listbox';

export interface Way {
  opens: Role;
  name: string | RegExp;
  /** What is pressed, one after another. The focus comes back to the first. */
  by: Find[];
  /** With Enter, where nothing else is said. */
  key?: string;
  /** What is written where the last of them is, before its key. */
  writes?: string;
  /** What has to be so first, and how it is made undone again. */
  before?: (page: Page) => Promise<void>;
  after?: (page: Page) => Promise<void>;
}

const button =
  (name: string | RegExp): Find =>
  (page) =>
    page.getByRole('button', { name, exact: true }).first();
const item =
  (name: string): Find =>
  (page) =>
    page.getByRole('menuitem', { name, exact: true });
/** Named as the button that opens it. */
const menu = (name: string): Way => ({ opens: 'menu', name, by: [button(name)] });
const dialog = (name: string | RegExp, ...by: (string | RegExp)[]): Way => ({
  opens: 'dialog',
  name,
  by: by.map(button),
});
const asks = (name: string | RegExp, by: string | RegExp): Way => ({ opens: 'alertdialog', name, by: [button(by)] });
/** By an item of a menu. */
const below = (by: string | RegExp, items: Record<string, string | RegExp>, opens: Role = 'dialog'): Way[] =>
  Object.entries(items).map(([one, name]) => ({ opens, name, by: [button(by), item(one)] }));
const listbox = (by: string | RegExp): Way => ({ opens: 'listbox', name: /./, by: [button(by)] });

/** As a program would, with what the person of the page may do. */
const calls = (method: string, path: string, body?: object) => async (page: Page) => {
  const status = await page.evaluate(
    async ([how, where, what]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      return (await fetch(where, { method: how, headers, ...(what !== undefined && { body: what }) })).status;
    },
    [method, path, body && JSON.stringify(body)] as const,
  );
  if (status >= 300) throw new Error(`${method} ${path} was answered ${status}.`);
};
const steers = (deed: string) => (page: Page) =>
  calls('POST', `/api/v1${new URL(page.url()).pathname}/${deed}`, {})(page);
const masks = (roles: string[]) => async (page: Page) => {
  await calls('PUT', '/api/v1/phone-masking', { roles })(page);
  await page.reload();
};
/** As `PasswordGate` and an authenticator app would together. */
async function setsUpApp(page: Page): Promise<void> {
  const asks = (path: string, body: object) =>
    page.evaluate(
      async ([to, what]) => {
        const answer = await fetch(`/api/auth/two-factor/${to}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: what,
        });
        return (await answer.json()) as { totpURI?: string };
      },
      [path, JSON.stringify(body)] as const,
    );
  const { totpURI = '' } = await asks('enable', { password });
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  await asks('verify-totp', { code: codeOf(secret, Date.now()) });
  await page.reload();
}
const wide = { width: 1440, height: 900 };
/** Shown once, at the end of what is asked before. */
const toSchedules = (page: Page) => page.getByRole('tab', { name: /^Schedules/ }).click();
const deletesSchedule = asks(/^Delete “/, 'Delete');
const newKey: Way = {
  opens: 'dialog',
  name: 'Your new key',
  by: [button('Create a key'), (page) => page.getByRole('dialog').getByRole('textbox', { name: 'Name' })],
  writes: 'The till',
};

/** By the name of what stands behind the route, or the route itself. */
export const ways: Record<string, Way[]> = {
  conversation: [
    dialog('Keys', 'Keys'),
    { opens: 'dialog', name: 'Search and commands', by: [button('Keys')], key: 'Control+k' },
    menu('Theme'),
    menu('Account: Ada'),
    menu('Priority: normal'),
    menu('Snooze'),
    ...below('Snooze', { 'Another time…': 'Snooze until' }),
    menu('Assign: nobody has it yet'),
    menu('Send something else'),
    ...below('Send something else', {
      'A place': 'Send a place',
      'A contact card': 'Send a contact card',
      'Buttons or a list': 'Send buttons or a list',
    }),
    dialog('Emoji', 'Emoji'),
    dialog('React', 'React'),
    dialog(/^Pictures/, /the receipt/),
    menu('+49 1515 5501177'),
    dialog('Keep the card', /^Keep the card/),
    menu('Who Ana is'),
    ...below('Who Ana is', {
      'How we know': 'How we know',
      'Same person as…': 'Same person as…',
      'Never the same person as…': 'Never the same person as…',
      'Delete from the Contact Book…': 'Delete from the Contact Book',
    }),
    dialog('How we know', 'Something wrong? Split or join…'),
    asks('Delete this note?', 'Delete the note'),
    {
      ...dialog('About this customer', 'About this customer'),
      before: (page) => page.setViewportSize({ width: 1000, height: 800 }),
      after: (page) => page.setViewportSize(wide),
    },
    {
      opens: 'menu',
      name: /^(What do you need the number for|Show the numbers of)/,
      by: [button(/^Show the numbers of/)],
      before: masks(['admin']),
      after: masks([]),
    },
  ],
  person: [menu('Who Ana is')],
  '/people': [dialog('Filter by fields', 'Filter by fields'), listbox(/Any tag/)],
  '/campaigns': [dialog('New campaign', 'New campaign')],
  campaign: [asks('Delete this draft?', 'Delete')],
  'ready campaign': [
    asks('Start the campaign now?', 'Start'),
    { ...asks('Pause the campaign?', 'Pause'), before: steers('start') },
    { ...asks('Go on with the campaign?', 'Go on'), before: steers('pause') },
  ],
  '/templates': [listbox(/Any state/)],
  '/reports': [dialog(/Calendar/, /^Calendar/)],
  'privacy request': [
    dialog('Record another proof', 'Record another proof'),
    asks('Refuse', 'Refuse'),
    asks('Take more time', 'Take more time'),
    asks('They took it back', 'They took it back'),
  ],
  rectify: [dialog('Correct something', 'Correct something')],
  erase: [asks('Erase this person for good?', 'Erase this person')],
  '/settings/account': [
    dialog('Change password', 'Change password'),
    dialog('Authenticator app', 'Set up'),
    asks('Sign out everywhere else?', 'Sign out everywhere else'),
    { ...dialog('Turn off', 'Turn off'), before: setsUpApp },
  ],
  '/settings/users': [
    dialog('Invite somebody', 'Invite'),
    menu('Actions for Gus'),
    ...below('Actions for Gus', { 'Where they are signed in': 'Where Gus is signed in' }),
    ...below(
      'Actions for Gus',
      {
        'Change role': 'Change role',
        'Sign out everywhere': 'Sign Gus out everywhere?',
        Suspend: 'Suspend Gus?',
        Remove: 'Remove Gus?',
      },
      'alertdialog',
    ),
  ],
  '/settings/keys': [
    dialog('Create a key', 'Create a key'),
    asks('Revoke the key Nightly report?', 'Revoke Nightly report'),
    newKey,
  ],
  '/settings/tags': [asks('Archive the tag “City bikes”?', 'Archive')],
  '/settings/fields': [asks('Archive the field “Frame size”?', 'Archive')],
  '/settings/teams': [
    dialog('Add a team', 'Add a team'),
    dialog('Orders', 'Change'),
    asks('Remove the team Orders?', 'Remove'),
  ],
  '/settings/hours': [
    dialog('Add hours', 'Add hours'),
    dialog('The shop', 'Change'),
    asks('Remove The shop?', 'Remove'),
  ],
  '/settings/canned-replies': [
    dialog('New answer', 'New answer'),
    dialog('Change /hours', 'Change /hours'),
    asks('Remove /hours?', 'Remove /hours?'),
  ],
  '/settings/webhooks': [dialog('New webhook', 'New webhook')],
  webhook: [
    dialog('Edit', 'Edit'),
    asks('Make a new secret for “The shop”?', 'New secret'),
    {
      opens: 'dialog',
      name: 'The secret of this webhook',
      by: [
        button('New secret'),
        (page) => page.getByRole('alertdialog').getByRole('button', { name: 'New secret', exact: true }),
      ],
    },
    asks('Delete “The shop”?', 'Delete'),
  ],
  '/settings/relay': [dialog('New integration', 'New integration')],
  integration: [
    dialog('Edit', 'Edit'),
    dialog('Check the address', 'Check the address'),
    asks('Make a new token for “The old bot”?', 'New token'),
    asks('Make a new secret for “The old bot”?', 'New secret'),
    asks('Remove “The old bot”?', 'Delete'),
  ],
  '/settings/exports': [
    dialog('New export', 'New export'),
    asks(/^Destroy “/, 'Destroy'),
    { ...deletesSchedule, before: toSchedules },
  ],
  import: [asks(/^Run “/, 'Run the import')],
  'audit of files': [asks('Remove The CRM?', 'Remove')],
  '/settings/readiness/canary': [dialog('Settings', 'Settings')],
  '/settings/privacy': [
    {
      opens: 'alertdialog',
      name: 'Let one person carry requests out alone?',
      by: [(page) => page.getByRole('switch', { name: 'Second pair of eyes' })],
      key: 'Space',
    },
    {
      ...asks('Keep things so long?', 'See what would go'),
      before: (page) => page.getByRole('textbox', { name: 'Days: Events for other systems' }).press('ArrowUp'),
      after: (page) => page.getByRole('button', { name: 'As it was' }).press('Enter'),
    },
  ],
};

/** Of several conversations at once, once they are chosen. */
export const ofSeveral: Record<string, Way[]> = {
  '/inbox': ['Assign', 'Snooze', 'Priority'].map((name) => ({
    opens: 'menu',
    name,
    by: [(page) => page.getByRole('region', { name: 'What to do with the chosen ones' }).getByRole('button', { name })],
  })),
};

/** One of each kind again where colors are others. */
export const inDark: Record<string, Way[]> = {
  conversation: [
    dialog('Keys', 'Keys'),
    { opens: 'dialog', name: 'Search and commands', by: [button('Keys')], key: 'Control+k' },
    menu('Account: Ada'),
    ...below('Snooze', { 'Another time…': 'Snooze until' }),
    ...below('Send something else', { 'Buttons or a list': 'Send buttons or a list' }),
    dialog('Emoji', 'Emoji'),
    dialog(/^Pictures/, /the receipt/),
    dialog('How we know', 'Something wrong? Split or join…'),
    asks('Delete this note?', 'Delete the note'),
  ],
  erase: [asks('Erase this person for good?', 'Erase this person')],
  '/settings/users': [dialog('Invite somebody', 'Invite'), menu('Actions for Gus')],
  '/settings/hours': [dialog('The shop', 'Change')],
  '/settings/canned-replies': [dialog('Change /hours', 'Change /hours')],
  '/settings/keys': [newKey],
  'ready campaign': [asks('Go on with the campaign?', 'Go on')],
  '/reports': [dialog(/Calendar/, /^Calendar/)],
};

/** And where there is little room, from right to left. */
export const onPhone: Record<string, Way[]> = {
  '/inbox': [menu('More'), menu('Theme'), menu('Account: Ada'), dialog('Queues', 'Show the queues')],
  conversation: [
    menu('More for this conversation'),
    menu('Send something else'),
    dialog('About this customer', 'About this customer'),
    dialog('Emoji', 'Emoji'),
    dialog(/^Pictures/, /the receipt/),
    dialog('Keep the card', /^Keep the card/),
  ],
  erase: [asks('Erase this person for good?', 'Erase this person')],
  'ready campaign': [asks('Go on with the campaign?', 'Go on')],
  '/settings/users': [dialog('Invite somebody', 'Invite'), menu('Actions for Gus')],
  '/settings/hours': [dialog('The shop', 'Change')],
  '/settings/exports': [dialog('New export', 'New export'), asks(/^Destroy “/, 'Destroy')],
};
