// An import goes on: some rows are looked at, or carried out, in a commit of their own; whoever is cut off, another goes on where it was. Each row is
// judged once more just before it is carried out, with the portfolio's lane held, so that nobody decides about its person meanwhile.

import { type ContactId, type EvidenceId, type Policy, type SeenTogether, tieOf } from '@throughline/identity';
import type { Author } from '../audit/store.ts';
import { record } from '../changes/store.ts';
import { statesOfContacts } from '../contacts/load.ts';
import { type Preference, savePreferences } from '../contacts/preferences.ts';
import { partyOfHolder } from '../contacts/rules-parties.ts';
import { membersOf } from '../contacts/rules-words.ts';
import type { Transaction } from '../db/connect.ts';
import {
  analyzeRows,
  claimImport,
  type ImportRecord,
  markDoubles,
  rowsAfter,
  rowsToRun,
  saveImport,
  saveRows,
} from '../imports/store.ts';
import { lockLane } from '../inbox/store.ts';
import { addContactTag, type Noting, setContactValue } from '../labels/on-contacts.ts';
import { tags } from '../labels/store.ts';
import { limits } from '../limits.ts';
import { policyOf } from '../numbers/policy.ts';
import { defineLabel } from './define-label.ts';
import { type Planned, type Planning, planRows, tagsByName } from './plan-import.ts';
import { resolveIdentities } from './resolve-identities.ts';
import type { Tools } from './tools.ts';

export interface Deciding {
  policy: Policy;
  tools: Tools;
}

/** One step of one import, told to `taken` as it was before. Answers it; undefined where there is none to go on with. */
export async function stepImport(
  tx: Transaction,
  { policy, tools }: Deciding,
  taken: (one: ImportRecord) => void = () => {},
): Promise<ImportRecord | undefined> {
  const one = await claimImport(tx, new Date(tools.clock()));
  if (!one) return undefined;
  taken(one);
  const planning: Planning = {
    portfolioId: one.portfolioId,
    mapping: one.mapping,
    createTags: one.mapping.createTags && one.mayDefine,
    policy: await policyOf(tx, one.portfolioId, policy),
    tools,
  };
  if (one.state === 'checking') await check(tx, one, planning);
  else await run(tx, one, planning);
  return one;
}

async function check(tx: Transaction, one: ImportRecord, planning: Planning): Promise<void> {
  if (one.line === 0) await analyzeRows(tx);
  const rows = await rowsAfter(tx, one, { line: one.line, limit: limits.importCheckBatch });
  const last = rows.at(-1);
  if (last) {
    await saveRows(tx, one, await planRows(tx, rows, planning), false);
    return await saveImport(tx, { ...one, line: last.line });
  }
  await markDoubles(tx, one);
  await saveImport(tx, { ...one, line: 0, state: one.runs ? 'running' : 'checked' });
}

async function run(tx: Transaction, one: ImportRecord, planning: Planning): Promise<void> {
  await lockLane(tx, one.portfolioId);
  const rows = await rowsToRun(tx, one, { line: one.line, limit: limits.importRunBatch });
  const last = rows.at(-1);
  if (!last) return await saveImport(tx, { ...one, line: 0, state: 'done', endedAt: new Date(planning.tools.clock()) });
  const planned = onceEach(await planRows(tx, rows, planning));
  await saveRows(tx, one, await carryOut(tx, planned, { one, planning }), true);
  await saveImport(tx, { ...one, line: last.line });
}

/** Two rows may have been found to be about one person since they were looked at. */
function onceEach(rows: readonly Planned[]): Planned[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const who = row.contactId ?? row.key;
    if (row.outcome === 'skipped' || who === null) return row;
    if (seen.has(who)) return { ...row, outcome: 'skipped', reason: 'double' };
    seen.add(who);
    return row;
  });
}

interface Carrying {
  one: ImportRecord;
  planning: Planning;
}

/** Answers the rows with whom each is about. */
async function carryOut(tx: Transaction, rows: readonly Planned[], carrying: Carrying): Promise<Planned[]> {
  const { one, planning } = carrying;
  const found = await withPeople(tx, rows, carrying);
  const doing = found.filter(({ outcome }) => outcome === 'created' || outcome === 'updated');
  const ids = doing.flatMap(({ contactId }) => contactId ?? []);
  const states = await statesOfContacts(tx, one.portfolioId, [...new Set(ids)]);
  const at = planning.tools.clock();
  const noting = new Map(
    ids.map((id) => {
      const state = states.get(id)?.state;
      const notings = state
        ? membersOf(state, id).map(({ id: holderId }) => notingOf(holderId, partyOfHolder(state, holderId)))
        : [];
      return [id, notings] as const;
    }),
  );
  function notingOf(holderId: Noting['holderId'], party: Pick<Noting, 'phone' | 'bsuid'>): Noting {
    return { id: '', holderId, at, ...party, actor: { id: one.createdBy, name: one.createdName } };
  }
  const fresh = (row: Planned): Noting[] =>
    (row.contactId ? (noting.get(row.contactId) ?? []) : []).map((each) => ({ ...each, id: planning.tools.newId() }));
  await putTags(tx, doing, { carrying, fresh });
  for (const row of doing)
    for (const { field, value, search } of row.values)
      await setContactValue(tx, one.portfolioId, { fieldId: field, value, search }, fresh(row));
  await savePreferences(
    tx,
    one.portfolioId,
    doing.flatMap((row) => wishesOf(row, { carrying, notings: fresh(row) })),
  );
  await record(
    tx,
    one.portfolioId,
    ids.map((contactId) => ({ kind: 'contact' as const, subjectId: contactId, contactId })),
  );
  return found;
}

/**
 * A number that nobody has becomes known because a list names it, and a name is told of somebody who never told us theirs: evidence like any
 * other, the weakest there is. Dated a little back where the number is new, as when we write first: a status of Meta's by its own clock must not
 * seem older.
 */
async function withPeople(tx: Transaction, rows: readonly Planned[], { one, planning }: Carrying): Promise<Planned[]> {
  const { portfolioId, policy, tools } = planning;
  const now = tools.clock();
  const told = rows.flatMap(({ line, phone, name, outcome }) => {
    if (!phone || (outcome !== 'created' && !(outcome === 'updated' && name !== null))) return [];
    const at = outcome === 'created' ? now - limits.clocksApartMs : now;
    const id = tools.keyed(`import/${one.id}/${line}`) as EvidenceId;
    const said: SeenTogether = {
      ...{ kind: 'seen-together', id, at, receivedAt: now, by: 'business', phone },
      ...(name !== null && { name }),
    };
    return [{ line, said, phone }];
  });
  if (told.length === 0) return [...rows];
  const evidence = told.map(({ said }) => said);
  const resolved = await resolveIdentities(tx, portfolioId, evidence, policy, tools);
  const contacts = new Map<number, ContactId>();
  for (const { line, said, phone } of told) {
    const holderId = resolved.holderOf({ phone }, { at: said.at, tie: tieOf(said.id, { phone }) });
    const contactId = holderId && resolved.contactOf(holderId);
    if (contactId) contacts.set(line, contactId);
  }
  return rows.map((row) => ({ ...row, contactId: row.contactId ?? contacts.get(row.line) ?? null }));
}

interface Noted {
  carrying: Carrying;
  fresh: (row: Planned) => Noting[];
}

/** Tags that are not there yet are made first, where that was asked for. */
async function putTags(
  tx: Transaction,
  rows: readonly Planned[],
  { carrying: { one, planning }, fresh }: Noted,
): Promise<void> {
  const wanted = Map.groupBy(
    rows.flatMap((row) => row.tags.map((name) => ({ name, row }))),
    ({ name }) => name.toLowerCase(),
  );
  if (wanted.size === 0) return;
  const known = tagsByName(await tags(tx));
  for (const [key, all] of wanted) {
    const name = all[0]?.name ?? key;
    const tagId = known.get(key)?.id ?? (planning.createTags ? await makeTag(tx, name, { one, planning }) : undefined);
    if (tagId)
      await addContactTag(
        tx,
        one.portfolioId,
        tagId,
        all.flatMap(({ row }) => fresh(row)),
      );
  }
}

async function makeTag(tx: Transaction, name: string, { one, planning }: Carrying): Promise<string | undefined> {
  const actor: Author =
    one.createdKind === 'operator'
      ? { kind: 'operator' }
      : { kind: one.createdKind, id: one.createdBy, name: one.createdName, role: one.createdRole };
  const defining = { kind: 'new-tag' as const, tag: { name, color: 'slate' as const } };
  const made = await defineLabel(tx, { defining, actor }, planning.tools);
  return made.kind === 'tag' ? made.tag.id : undefined;
}

function wishesOf(
  row: Planned,
  { carrying: { one, planning }, notings }: { carrying: Carrying; notings: readonly Noting[] },
): Preference[] {
  const { marketing: value } = row;
  if (value === null) return [];
  const noted = { actorId: one.createdBy, actorName: one.createdName, reason: one.name };
  return notings.map(({ holderId, phone, bsuid, at }) => ({
    ...{ eventKey: `noted/${planning.tools.newId()}`, at, phone, bsuid, parent: null, holderId },
    ...{ category: 'marketing', value, noted },
  }));
}
