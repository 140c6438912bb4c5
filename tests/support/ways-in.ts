// Whatever opens over a screen of the desk, and how: by the place it is opened from, the buttons pressed, its role and its name.

import type { Locator, Page } from 'playwright-core';

type Find = (page: Page) => Locator;
type Role = 'dialog' | 'alertdialog' | 'menu' | 'listbox';

export interface Way {
  opens: Role;
  name: string | RegExp;
  /** What is pressed, one after another. The focus comes back to the first. */
  by: Find[];
  /** With Enter, where nothing else is said. */
  key?: string;
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
  ],
  person: [menu('Who Ana is')],
  '/people': [dialog('Filter by fields', 'Filter by fields'), listbox(/Any tag/)],
  '/campaigns': [dialog('New campaign', 'New campaign')],
  campaign: [asks('Delete this draft?', 'Delete')],
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
  '/settings/exports': [dialog('New export', 'New export'), asks(/^Destroy “/, 'Destroy')],
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
  '/settings/users': [dialog('Invite somebody', 'Invite'), menu('Actions for Gus')],
  '/settings/hours': [dialog('The shop', 'Change')],
  '/settings/exports': [dialog('New export', 'New export'), asks(/^Destroy “/, 'Destroy')],
};
