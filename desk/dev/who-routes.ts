// The doors of who is who in the pretend town. Bodies are read by the contract's own schemas, so that the desk cannot
// ask what the real server would refuse.

import {
  type Account,
  ClaimNumber,
  Contact,
  Explanation,
  GiveUpNumber,
  IdentityChange,
  MergeContacts,
  NeverMerge,
  Policy,
  Review,
  SavedCard,
  SetPolicy,
  SettleReview,
  SplitContact,
  TakeBack,
} from '@throughline/contract';
import { type Answer, type Call, list, problem } from './answers.ts';
import { block, deleteEntry, preference } from './people-routes.ts';
import { policyOf } from './policy.ts';
import type { Town } from './town-state.ts';
import { apartOf, change, contactNow, explain, keepApart, merge, mergedOf, split } from './who.ts';

const ok = (body: unknown): Answer => ({ status: 200, body });
const missing = problem(404, 'not_found', 'This is no longer here.');
const merges = ['Both are shown as one person.', 'Every thread stays as it is, and answers its own account.'];

export function contactsAnswer(town: Town, call: Call): Answer {
  const [, , id = '', action] = call.path;
  if (id === '') return list(found(town, call.query.get('q') ?? ''), call.query, (one) => Contact.parse(one));
  const contact = contactNow(town, id);
  if (!contact) return missing;
  switch (action) {
    case undefined:
      return ok(Contact.parse(contact));
    case 'explanation':
      return ok(Explanation.parse(explain(town, contact, call.query.get('asOf'))));
    case 'merge':
      return mergeAnswer(town, contact, call);
    case 'split':
      return splitAnswer(town, contact, call);
    case 'never-merge':
      return apartAnswer(town, contact, call);
    case 'undo':
      return takeBackAnswer(town, contact, call);
    case 'claims':
      return claim(town, contact, call);
    case 'give-up':
      return giveUp(town, contact, call);
    case 'cards':
      return ok({ data: (town.cards.get(contact.id) ?? []).map((one) => SavedCard.parse(one)), next: null });
    case 'preferences':
      return preference(town, contact, call);
    case 'block':
      return block(town, contact, call);
    case 'contact-book':
      return deleteEntry();
    default:
      return missing;
  }
}

function mergeAnswer(town: Town, contact: Contact, call: Call): Answer {
  const body = MergeContacts.parse(call.body);
  const other = contactNow(town, body.with);
  if (!other) return missing;
  const barred = town.said.some(
    ({ type, stands, contacts }) =>
      type === 'never-merge' && stands && contacts.includes(contact.id) && contacts.includes(other.id),
  );
  const code = other.id === contact.id ? 'already_one' : barred ? 'never_merge' : undefined;
  if (code !== undefined) {
    const title =
      code === 'already_one'
        ? 'They are one person already.'
        : 'Maya Kamau said that they are never the same person. Take that back first.';
    return ok(IdentityChange.parse(change([contact, other], [contact, other], { refused: { code, title } })));
  }
  const warnings = [
    { code: 'two_accounts', title: 'They write from two WhatsApp accounts, both in use. Be sure before you go on.' },
  ];
  const after = [mergedOf(contact, other)];
  const word = body.dryRun ? null : merge(town, contact, other, body.reason);
  const more = { applied: !body.dryRun, word, moves: merges, warnings };
  return ok(IdentityChange.parse(change([contact, other], after, more)));
}

function splitAnswer(town: Town, contact: Contact, call: Call): Answer {
  const body = SplitContact.parse(call.body);
  const account = contact.accounts.find(({ id }) => id === body.account || body.step?.startsWith(id));
  if (!account) return missing;
  if (contact.accounts.length === 1 && body.account !== undefined) {
    const refused = { code: 'only_account', title: 'It is the only account of this contact.' };
    return ok(IdentityChange.parse(change([contact], [contact], { refused })));
  }
  const moves = ['What was written stays in its threads.', 'New messages of each go to their own contact.'];
  if (contact.accounts.length === 1) {
    const phone = account.phones[0] as Account['phones'][number];
    const number: Account = {
      ...account,
      id: crypto.randomUUID(),
      kind: 'number',
      identifier: { kind: 'phone', value: phone.value },
      phones: [phone],
    };
    const whole = { ...contact, accounts: [account, number] };
    const word = body.dryRun ? null : split(town, whole, number, body.reason);
    return ok(IdentityChange.parse(change([contact], apartOf(whole, number), { applied: !body.dryRun, word, moves })));
  }
  const word = body.dryRun ? null : split(town, contact, account, body.reason);
  return ok(IdentityChange.parse(change([contact], apartOf(contact, account), { applied: !body.dryRun, word, moves })));
}

function apartAnswer(town: Town, contact: Contact, call: Call): Answer {
  const body = NeverMerge.parse(call.body);
  const other = contactNow(town, body.with);
  if (!other) return missing;
  if (other.id === contact.id) {
    const refused = { code: 'one_person', title: 'They are one person here. Take the account out first.' };
    return ok(IdentityChange.parse(change([contact], [contact], { refused })));
  }
  const moves = ['They stay two people, whatever comes in.'];
  const word = body.dryRun ? null : keepApart(town, contact, other, body.reason);
  const both = [contact, other];
  return ok(IdentityChange.parse(change(both, both, { applied: !body.dryRun, word, moves })));
}

function takeBackAnswer(town: Town, contact: Contact, call: Call): Answer {
  const body = TakeBack.parse(call.body);
  const word = town.said.find(({ id }) => id === body.word);
  if (!word) return missing;
  const moves = [`It is as if this had never been said: ${word.title}`];
  if (!body.dryRun) {
    word.stands = false;
    word.takeBack();
  }
  return ok(
    IdentityChange.parse(
      change([contact], [contact], { applied: !body.dryRun, word: body.dryRun ? null : word.id, moves }),
    ),
  );
}

function claim(town: Town, contact: Contact, call: Call): Answer {
  const { phone } = ClaimNumber.parse(call.body);
  if (!/^\+\d[\d ().-]{6,}$/.test(phone))
    return problem(422, 'phone_invalid', 'This is no number with its country code. Write it as +49 30 5550 1844.');
  town.changed({ kind: 'contact', id: contact.id });
  return ok(contact);
}

function giveUp(town: Town, contact: Contact, call: Call): Answer {
  const { phone } = GiveUpNumber.parse(call.body);
  const until = new Date().toISOString();
  const given = (phones: Contact['phones']) =>
    phones.map((one) => (one.value === phone ? { ...one, role: 'released' as const, until } : one));
  const accounts = contact.accounts.map((account) => ({ ...account, phones: given(account.phones) }));
  town.contacts.set(contact.id, { ...contact, accounts, phones: given(contact.phones) });
  town.changed({ kind: 'contact', id: contact.id });
  return ok(contactNow(town, contact.id));
}

export function reviewsAnswer(town: Town, call: Call): Answer {
  const [, , id = '', action] = call.path;
  const state = call.query.get('state') ?? 'open';
  if (id === '')
    return list(
      town.reviews.filter((one) => one.state === state),
      call.query,
      (one) => Review.parse(one),
    );
  const review = town.reviews.find((one) => one.id === id);
  if (!review || action !== 'settle') return missing;
  SettleReview.parse(call.body);
  const after: Review = { ...review, state: 'settled', actions: [] };
  town.reviews = [after, ...town.reviews.filter((one) => one.id !== id)];
  town.changed({ kind: 'review', id, contactId: review.contact.id });
  return ok(after);
}

export function policyAnswer(town: Town, call: Call): Answer {
  if (call.method === 'GET') return ok(Policy.parse(town.policy));
  const { adoptionLimitDays, strict, joinOnSharedNumber, acrossPortfolios } = {
    ...town.policy,
    ...SetPolicy.parse(call.body),
  } as Policy;
  const decide = (left: number) => {
    town.policy = policyOf({ adoptionLimitDays, strict, joinOnSharedNumber, acrossPortfolios }, left);
    if (left > 0) setTimeout(decide, 1_000, Math.max(0, left - 137));
  };
  decide(town.contacts.size * 13);
  return ok(Policy.parse(town.policy));
}

function found(town: Town, text: string): Contact[] {
  const q = text.toLowerCase().replace(/^@/, '');
  const digits = q.replace(/\D/g, '');
  return [...town.contacts.values()]
    .filter(
      ({ displayName, username, phones }) =>
        displayName.toLowerCase().includes(q) ||
        username?.includes(q) ||
        (digits.length > 3 && phones.some(({ value }) => value.includes(digits))),
    )
    .map((one) => contactNow(town, one.id) as Contact);
}
