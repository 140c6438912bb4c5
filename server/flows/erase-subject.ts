// A person is forgotten: everything the data map says is theirs goes, in steps.
//
// `detach` is one transaction that holds the portfolio's lane: who they are goes, and with it every way to what they said, which is
// written down as still to go. From that commit on whoever writes under their number or account is somebody new. The steps after it
// clear away what was written down, in bounded transactions that may each be made twice; a process that dies goes on at the step it
// was at. Whoever wants late webhooks to be dropped writes its watermarks in the transaction of `detach`.

import type { HolderId, PortfolioId } from '@throughline/identity';
import { forgetAnswersAbout } from '../access/idempotency.ts';
import { contactIdsOf } from '../contacts/store.ts';
import type { Database, Transaction } from '../db/connect.ts';
import { inTransaction } from '../db/connect.ts';
import { type Along, eraseBatch, eraseRows } from '../db/data-map/walk.ts';
import { refreshStatistics } from '../db/residue/scan.ts';
import { lockLane } from '../inbox/store.ts';
import { removeFilesOf } from '../media/erasing.ts';
import { begin, count, type Erasing, end, stepDone, underWay } from '../privacy/erasing.ts';
import type { Subject } from '../subject.ts';
import { dataMap } from './data-map.ts';
import { eraseCards, eraseKept, eraseParked, eraseRaw, eraseStatuses } from './data-walks.ts';
import { type Deciding, detachIdentity } from './detach-identity.ts';
import { withdrawFiles } from './drop-export-files.ts';
import { expandSubject } from './expand-subject.ts';
import { tellErasure } from './tell-erasure.ts';

export interface Detached {
  subject: Subject;
  counts: Record<string, number>;
}

/**
 * The first step of erasing these accounts, under an id of the caller's; repeated, it does nothing and answers what it answered. Undefined
 * where none of the accounts is there.
 */
export async function detachSubject(
  tx: Transaction,
  { portfolioId, id, holders }: { portfolioId: PortfolioId; id: string; holders: readonly HolderId[] },
  deciding: Deciding,
): Promise<Detached | undefined> {
  await lockLane(tx, portfolioId);
  const known = await underWay(tx, portfolioId, id);
  if (known) return { subject: known.subject, counts: known.counts };
  const subject = await expandSubject(tx, portfolioId, holders);
  if (subject.holders.length === 0) return undefined;
  const at = deciding.tools.clock();
  await begin(tx, { portfolioId, id, subject, at });
  const contacts = await contactIdsOf(tx, portfolioId, holders);
  const counts = await detachIdentity(tx, subject, deciding);
  await tellErasure(tx, { portfolioId, id, subject, contacts: contacts.values() }, at);
  // Nothing is sent to them any more: what is owed goes before anything else.
  for (const table of ['outbound', 'errands', 'events'])
    for (let rows = -1; rows !== 0; ) {
      rows = (await eraseBatch(tx, { tables: dataMap, subject }, table))[table] ?? 0;
      counts[table] = (counts[table] ?? 0) + rows;
    }
  const exports = await withdrawFiles(tx, portfolioId, new Date(at));
  if (exports > 0) counts.exports = exports;
  await count(tx, { portfolioId, id }, counts);
  return { subject, counts };
}

type Step = (db: Database, erasing: Erasing) => Promise<void>;

/** A step for each table that needs no more than the map, in this order: what belongs to others goes before them. */
const table =
  (name: string, before?: Along['before']): Step =>
  (db, erasing) =>
    eraseRows(db, { tables: dataMap, subject: erasing.subject }, name, {
      ...(before && { before }),
      after: (tx, rows) => count(tx, erasing, rows),
    });

const messages: Step = (db, erasing) => {
  const { portfolioId } = erasing;
  const before: Along['before'] = async (tx, ids) => ({ media: await removeFilesOf(tx, portfolioId, ids) });
  return table('messages', before)(db, erasing);
};

const answers: Step = (db, erasing) =>
  inTransaction(db, async (tx) => {
    await count(tx, erasing, { idempotency: await forgetAnswersAbout(tx, answerWords(erasing.subject)) });
  });

/** What PostgreSQL knows of the columns of these tables are values of their rows. */
const statistics: Step = (db) =>
  refreshStatistics(
    db,
    [...dataMap].flatMap(([name, { rows }]) => (rows === 'nobody' ? [] : [name])),
  );

/** In the order they are made. Each is named for good: erasures under way at an update know them by these names. */
export const erasingSteps: Readonly<Record<string, Step>> = {
  outbound: table('outbound'),
  errands: table('errands'),
  raw: eraseRaw,
  parked: eraseParked,
  kept: eraseKept,
  statuses: eraseStatuses,
  campaigns: table('campaigns'),
  campaign_rows: table('campaign_rows'),
  import_rows: table('import_rows'),
  cards: eraseCards,
  notes: table('notes'),
  drafts: table('drafts'),
  messages,
  calls: table('calls'),
  number_requests: table('number_requests'),
  work_events: table('work_events'),
  episodes: table('episodes'),
  conversation_tags: table('conversation_tags'),
  conversation_values: table('conversation_values'),
  conversation_aliases: table('conversation_aliases'),
  conversations: table('conversations'),
  contact_tags: table('contact_tags'),
  contact_values: table('contact_values'),
  preferences: table('preferences'),
  blocks: table('blocks'),
  saved_cards: table('saved_cards'),
  // After all that could still tell of them.
  events: table('events'),
  answers,
  statistics,
};

/** Goes on with an erasure that was begun, to its end. Answers rows erased by table; undefined where none is under way. */
export async function eraseDetached(
  db: Database,
  portfolioId: PortfolioId,
  id: string,
  beforeStep: (step: string) => Promise<void> = async () => {},
): Promise<Record<string, number> | undefined> {
  const erasing = await underWay(db, portfolioId, id);
  if (!erasing) return undefined;
  for (const [name, step] of Object.entries(erasingSteps)) {
    if (erasing.done.includes(name)) continue;
    await beforeStep(name);
    await step(db, erasing);
    await inTransaction(db, (tx) => stepDone(tx, erasing, name));
  }
  return (await underWay(db, portfolioId, id))?.counts;
}

/** The last of it: from here on nothing knows who they were. In the transaction that writes down that it is done. */
export async function forgetErasing(tx: Transaction, portfolioId: PortfolioId, id: string): Promise<void> {
  await end(tx, { portfolioId, id });
}

/** What an answer that speaks of them has in it, in lower case. */
export function answerWords(subject: Subject): string[] {
  const { contactIds, conversations, retiredConversations, phones, bsuids, parents, usernames } = subject;
  const shown = usernames.flatMap((username) => [`"${username}"`, `"@${username}"`]);
  const known = [...phones.map(({ phone }) => phone.slice(1)), ...bsuids, ...parents, ...shown];
  return [...contactIds, ...conversations, ...retiredConversations, ...known].map((word) => word.toLowerCase());
}
