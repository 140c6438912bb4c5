// What `privacy` can be told to do, each verb by itself.

import { randomUUID } from 'node:crypto';
import { PrivacyKind, PrivacyLaw, PrivacyRefusal } from '@throughline/contract';
import type { ContactId } from '@throughline/identity';
import { defaultPolicy } from '@throughline/identity';
import { readConfig } from '../config.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { inSnapshot } from '../db/snapshot.ts';
import { renewLedger } from '../flows/keep-ledger.ts';
import { previewPrivacy } from '../flows/preview-privacy.ts';
import { type Asked, takePrivacyStep } from '../flows/privacy-steps.ts';
import { recordPrivacyRequest } from '../flows/record-privacy-request.ts';
import { replayLedger } from '../flows/replay-ledger.ts';
import { toolsWith } from '../flows/tools.ts';
import { knownSecret } from '../home-secret.ts';
import { portfolioIds } from '../numbers/store.ts';
import { verifyActs } from '../privacy/acts.ts';
import { openLedger } from '../privacy/ledger.ts';
import { isSealed } from '../privacy/rules-certificate.ts';
import { contactById } from '../views/contacts.ts';
import { listPrivacyRequests, privacyRequest } from '../views/privacy-requests.ts';
import { privacySubjects } from '../views/privacy-subjects.ts';
import { inEnglish } from '../words/viewer.ts';
import { type Call, needed, UsageError, withDatabase } from './command.ts';

const operator = { kind: 'operator' as const, id: 'operator' };

const viewer = { ...inEnglish, portfolios: 'all' as const };

export async function runVerb(call: Call): Promise<number> {
  const [verb = '', ...args] = call.rest;
  const run = verbs[verb];
  if (!run) throw new UsageError(`Say what: privacy ${Object.keys(verbs).join(', ')}.`);
  return await run(call, args);
}

const verbs: Record<string, (call: Call, args: string[]) => Promise<number>> = {
  search,
  request,
  list,
  show: async ({ print, say }, [id]) => {
    const found = await withDatabase(say, (db) => requestShown(db, uuidOf(id)));
    print(JSON.stringify(found, null, 2), found);
    return 0;
  },
  'dry-run': async ({ print, say }, [id]) => {
    const preview = await withDatabase(say, (db) => inSnapshot(db, (tx) => previewPrivacy(tx, 'all', uuidOf(id))));
    if (!preview) throw new Error('There is no such request.');
    const lines = preview.counts.map(({ table, rows }) => `${String(rows).padStart(8)}  ${table}`);
    print([...lines, `${String(preview.total).padStart(8)}  in all`].join('\n'), preview);
    return 0;
  },
  prove: async (call, [id]) => {
    const by = needed(call.values, 'by');
    if (by !== 'document' && by !== 'other') throw new UsageError('--by is document or other.');
    return await step(call, id, { do: 'prove', by, note: needed(call.values, 'note') });
  },
  run: async (call, [id]) => {
    if (!call.values.yes) throw new UsageError('What is erased cannot be brought back. Say --yes.');
    return await step(call, id, { do: 'run' });
  },
  refuse: async (call, [id]) => {
    const reason = PrivacyRefusal.safeParse(needed(call.values, 'reason'));
    if (!reason.success) throw new UsageError(`--reason is one of ${PrivacyRefusal.options.join(', ')}.`);
    return await step(call, id, { do: 'refuse', reason: reason.data, note: noteIn(call) });
  },
  hold: async (call, [id]) => await step(call, id, { do: 'hold', held: true, note: noteIn(call) }),
  release: async (call, [id]) => await step(call, id, { do: 'hold', held: false, note: undefined }),
  extend: async (call, [id]) => await step(call, id, { do: 'extend' }),
  confirm: async (call, [id]) => await step(call, id, { do: 'confirm' }),
  cancel: async (call, [id]) => await step(call, id, { do: 'cancel' }),
  certificate,
  'verify-audit': verifyAudit,
  'new-ledger': newLedger,
  'replay-ledger': async ({ print, say }) => {
    const tools = await toolsOfHome();
    const ledger = openLedger(readConfig(process.env).erasureLedger);
    const replayed = await withDatabase(say, (db) => replayLedger(db, ledger, { policy: defaultPolicy, tools }));
    print(replayed === 0 ? 'The database has every erasure of the ledger.' : `${replayed} erasures made again.`, {
      replayed,
    });
    return 0;
  },
};

async function newLedger({ values, print, say }: Call): Promise<number> {
  if (!values.yes)
    throw new UsageError(
      'From a backup, people who were erased since would be opened to everybody. Where the database is the newest there is, say --yes.',
    );
  const ledger = openLedger(readConfig(process.env).erasureLedger);
  const written = await withDatabase(say, (db) => renewLedger(db, ledger, randomUUID));
  print(`The database goes with ${ledger.path}. ${written} erasures written to it.`, { written });
  return 0;
}

async function search({ print, say }: Call, [who]: string[]): Promise<number> {
  if (who === undefined) throw new UsageError('Say who: a phone, @username, name or contact id.');
  const found = await withDatabase(say, (db) => privacySubjects(db, viewer, { q: who, backendIds: true }));
  const lines = found.map(({ contact, held }) => {
    const when = held && !held.now ? `  had it until ${held.until ?? 'an unknown day'}` : held ? '  has it now' : '';
    return `${contact.id}  ${contact.displayName}${when}`;
  });
  print(lines.join('\n') || 'Nobody.', found);
  return found.length > 0 ? 0 : 1;
}

async function request(call: Call, [kind, contactId]: string[]): Promise<number> {
  const { values, print, say } = call;
  const wanted = PrivacyKind.safeParse(kind);
  if (!wanted.success) throw new UsageError(`Say what is asked for: ${PrivacyKind.options.join(', ')}.`);
  const law = typeof values.law === 'string' ? PrivacyLaw.safeParse(values.law) : undefined;
  if (law && !law.success) throw new UsageError(`--law is one of ${PrivacyLaw.options.join(', ')}.`);
  const tools = await toolsOfHome();
  const id = await withDatabase(say, async (db) => {
    const found = await contactById(db, viewer, uuidOf(contactId));
    if (!found) throw new Error('There is no such contact: throughline privacy search finds one.');
    const { portfolioId, contact } = found;
    const recording = {
      portfolioId,
      contactId: contact.id as ContactId,
      accountIds: contact.accounts.map((one) => one.id as ContactId),
      kind: wanted.data,
      law: law?.data,
      receivedAt: undefined,
      note: noteIn(call),
      actor: operator,
    };
    return await inTransaction(db, (tx) => recordPrivacyRequest(tx, recording, tools));
  });
  print(id, { id });
  return 0;
}

async function list({ values, print, say }: Call): Promise<number> {
  const { state } = values;
  if (state !== undefined && state !== 'open' && state !== 'ended') throw new UsageError('--state is open or ended.');
  const wanted = {
    state: state as 'open' | 'ended' | undefined,
    kind: undefined,
    contact: undefined,
    limit: 200,
    cursor: undefined,
  };
  const page = await withDatabase(say, (db) => listPrivacyRequests(db, seeing(), wanted));
  const lines = page.data.map((one) => `${one.id}  ${one.kind.padEnd(8)}  ${one.state.padEnd(17)}  due ${one.due.at}`);
  print(lines.join('\n') || 'None.', page);
  return 0;
}

async function step({ print, say }: Call, id: string | undefined, asked: Asked): Promise<number> {
  const tools = await toolsOfHome();
  const outcome = await withDatabase(say, (db) =>
    inTransaction(db, (tx) =>
      takePrivacyStep(tx, { portfolios: 'all', id: uuidOf(id), actor: operator, asked }, tools),
    ),
  );
  if (outcome.kind === 'no_request') throw new Error('There is no such request.');
  if (outcome.kind !== 'taken')
    throw new Error(`It may not: ${outcome.kind === 'obstacle' ? outcome.obstacle : outcome.kind}.`);
  print(outcome.request.state, { id, state: outcome.request.state });
  return 0;
}

async function certificate({ print, say }: Call, [id]: string[]): Promise<number> {
  const { keyed } = await toolsOfHome();
  const found = await withDatabase(say, (db) => requestShown(db, uuidOf(id)));
  if (!found.certificate) throw new Error('It has no certificate: it is no erasure, or is not done.');
  const sealed = isSealed(found.certificate, keyed);
  if (!sealed) say('Its seal does not fit: it was changed, or made under another secret.');
  print(JSON.stringify(found.certificate, null, 2), { ...found.certificate, sealed });
  return sealed ? 0 : 1;
}

async function verifyAudit({ print, say }: Call): Promise<number> {
  const { keyed } = await toolsOfHome();
  const chains = await withDatabase(say, async (db) => {
    const portfolios = await portfolioIds(db);
    return await Promise.all(
      portfolios.map(async (portfolio) => ({
        portfolio,
        ...(await inSnapshot(db, (tx) => verifyActs(tx, portfolio, keyed))),
      })),
    );
  });
  const lines = chains.map(({ portfolio, acts, end, broken }) =>
    broken
      ? `${portfolio}: broken at link ${broken.number}, which ${broken.why === 'missing' ? 'is missing' : 'was changed'}. ${acts} before it hold.`
      : `${portfolio}: ${acts} acts, whole. It ends in ${end || 'nothing'}.`,
  );
  print(lines.join('\n'), { chains });
  return chains.some(({ broken }) => broken) ? 1 : 0;
}

async function requestShown(db: Database, id: string) {
  const found = await privacyRequest(db, seeing(), id);
  if (!found) throw new Error('There is no such request.');
  return found;
}

const seeing = () => ({ viewer, actorId: operator.id, now: Date.now() });

function noteIn({ values }: Call): string | undefined {
  return typeof values.note === 'string' ? values.note : undefined;
}

function uuidOf(text: string | undefined): string {
  if (text === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw new UsageError('Say which, by its id.');
  return text;
}

async function toolsOfHome() {
  const secret = await knownSecret(readConfig(process.env));
  if (secret === undefined) throw new Error('This home has no secret yet: it is made when the service starts.');
  return toolsWith(secret);
}
