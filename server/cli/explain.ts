// `explain`: why somebody is taken for one person, on the terminal.

import type { Contact, Explanation, ExplanationStep } from '@throughline/contract';
import { defaultPolicy, type PortfolioId, parseE164, parseUsername, phoneKeyOf } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { inSnapshot } from '../db/snapshot.ts';
import { portfolioIds } from '../numbers/store.ts';
import { type ContactFound, contactById, listContacts } from '../views/contacts.ts';
import { type Asked, explanationOf } from '../views/explanation.ts';
import { identityOf } from '../views/identity.ts';
import { spokenPhone } from '../words/phones.ts';
import { inEnglish, type Viewer } from '../words/viewer.ts';
import { type Call, type Command, UsageError, withDatabase } from './command.ts';

export const explainCommand: Command = {
  help: `throughline explain CONTACT|PHONE|@USERNAME
throughline explain CONTACT --as-of 2026-07-03T12:00:00Z
throughline explain CONTACT --with CONTACT|PHONE|@USERNAME

  --as-of TIME      from what was known at that moment, ISO 8601; under the policy in force now
  --with ANOTHER    also why the two are one person, or why not
  --portfolio ID    of this portfolio only
  --ids             with the evidence and the account ids; without it no account id is printed

A phone or a username means whoever has it now, else whoever had it.
Exit code 0: told. 1: nobody is to be found, or more than one.`,
  flags: {
    'as-of': { type: 'string' },
    with: { type: 'string' },
    portfolio: { type: 'string' },
    ids: { type: 'boolean' },
  },
  run: async (call) => {
    const { values, rest, print, say } = call;
    const [who] = rest;
    if (who === undefined || rest.length > 1) throw new UsageError('Say who: one contact id, phone or @username.');
    const asOf = timeIn(values['as-of']);
    const answer = await withDatabase(say, (db) =>
      inSnapshot(db, async (tx) => {
        const viewer = { ...inEnglish, portfolios: await portfoliosIn(tx, call) };
        const about = await find(tx, viewer, who);
        const other = typeof values.with === 'string' ? await find(tx, viewer, values.with) : undefined;
        const explanation = await explanationOf(tx, { about, asOf, with: other }, defaultPolicy);
        return { explanation, identity: values.ids ? await identityOf(tx, about.found) : undefined };
      }),
    );
    const { explanation, identity } = answer;
    const text = [inWords(explanation), ...(identity ? [JSON.stringify(identity, null, 2)] : [])].join('\n\n');
    print(text, identity ? { ...explanation, identity } : explanation);
    return 0;
  },
};

function timeIn(text: unknown): number | undefined {
  if (text === undefined) return undefined;
  const time = typeof text === 'string' && /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new UsageError('--as-of is a time such as 2026-07-03 or 2026-07-03T12:00:00Z.');
  return time;
}

async function portfoliosIn(db: Reader, { values }: Call): Promise<readonly PortfolioId[] | 'all'> {
  if (typeof values.portfolio !== 'string') return 'all';
  const found = (await portfolioIds(db)).filter((id) => id === values.portfolio);
  if (found.length === 0) throw new Error(`There is no portfolio ${values.portfolio}.`);
  return found;
}

const mostListed = 10;

/** By a contact's id, retired or not; else by a phone or a username, whoever has it now first. */
async function find(db: Reader, viewer: Viewer, who: string): Promise<Asked> {
  const byId = await contactById(db, viewer, who);
  if (byId) return { id: who, found: byId };
  const phone = parseE164(who);
  const username = phone ? undefined : parseUsername(who);
  if (!phone && !username) throw new UsageError(`"${who}" is neither the id of a contact nor a phone nor a username.`);
  const { data } = await listContacts(db, viewer, { q: phone ?? `@${username}`, limit: mostListed });
  const now = data.filter((one) => (phone ? isPhone(one.phone, phone) : isUsername(one.username, username)));
  const before = phone ? data.filter((one) => one.phones.some(({ value }) => isPhone(value, phone))) : [];
  const [only, ...others] = now.length > 0 ? now : before;
  if (!only) throw new Error(`Nobody is known by ${who}.`);
  if (others.length > 0) throw new Error(severalWords(who, [only, ...others]));
  return { id: only.id, found: (await contactById(db, viewer, only.id)) as ContactFound };
}

function isPhone(one: string | undefined, phone: NonNullable<ReturnType<typeof parseE164>>): boolean {
  const known = one === undefined ? undefined : parseE164(one);
  return known !== undefined && phoneKeyOf(known) === phoneKeyOf(phone);
}

function isUsername(one: string | undefined, username: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === username?.toLowerCase();
}

function severalWords(who: string, several: readonly Contact[]): string {
  const lines = several.map((one) => `  ${one.id}  ${one.displayName}`);
  return [`${who} means several people. Say which, by id, or name the --portfolio:`, ...lines].join('\n');
}

function inWords({
  contactId,
  asOf,
  known,
  displayName,
  accounts,
  steps,
  stepsLeftOut,
  said,
  comparison,
}: Explanation) {
  const phones = accounts.flatMap((account) =>
    account.phones.map((phone) => `${spokenPhone(phone.value)} (${phone.role})`),
  );
  const gap = stepsLeftOut === undefined ? [] : [`${stepsLeftOut} steps in the middle are not listed.`];
  return [
    `${displayName}  ${contactId}${asOf ? `, as known on ${asOf}` : ''}`,
    ...(known ? [] : ['Nothing was known of them then.']),
    ...(phones.length > 0 ? [`Numbers: ${phones.join(', ')}`] : []),
    '',
    ...steps.flatMap(stepLines),
    ...gap,
    ...(said.length > 0 ? ['', 'What people said:'] : []),
    ...said.map((one) => `${one.at}  ${one.title} “${one.reason}”${one.stands ? '' : ' (does not stand)'}`),
    ...(comparison ? ['', `With ${comparison.with.displayName}: ${comparison.title}`] : []),
    ...(comparison?.because ?? []).flatMap(stepLines),
  ].join('\n');
}

function stepLines({ at, rule, title, detail }: ExplanationStep): string[] {
  return [`${at}  ${rule.padEnd(3)}  ${title}`, `${' '.repeat(31)}${detail}`];
}
