// What `privacy` can be told to do, each verb by itself.

import { randomUUID } from 'node:crypto';
import {
  type Correction,
  type CorrectionEffect,
  type Field,
  PrivacyKind,
  PrivacyLanguage,
  PrivacyLaw,
  PrivacyRefusal,
} from '@throughline/contract';
import type { ContactId } from '@throughline/identity';
import { defaultPolicy } from '@throughline/identity';
import { readConfig } from '../config.ts';
import { type Database, inTransaction } from '../db/connect.ts';
import { inRehearsal } from '../db/rehearsal.ts';
import { inSnapshot } from '../db/snapshot.ts';
import { renewLedger } from '../flows/keep-ledger.ts';
import { previewPrivacy } from '../flows/preview-privacy.ts';
import { previewRectification } from '../flows/preview-rectification.ts';
import { recordPrivacyRequest } from '../flows/record-privacy-request.ts';
import { replayLedger } from '../flows/replay-ledger.ts';
import { sendPrivacyCode } from '../flows/send-privacy-code.ts';
import { fields } from '../labels/store.ts';
import { portfolioIds } from '../numbers/store.ts';
import { verifyActs } from '../privacy/acts.ts';
import { openLedger } from '../privacy/ledger.ts';
import { isSealed } from '../privacy/rules-certificate.ts';
import { contactById } from '../views/contacts.ts';
import { correctionEffects } from '../views/corrections.ts';
import { listPrivacyRequests } from '../views/privacy-requests.ts';
import { oneSubject, privacySubjects } from '../views/privacy-subjects.ts';
import { say as tell } from '../words/say.ts';
import { type Call, needed, UsageError, withDatabase } from './command.ts';
import { operator, requestShown, seeing, step, taken, uuidOf, viewer, withTools } from './privacy-steps.ts';

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
  status,
  'send-code': sendCode,
  verify: async (call, [id]) => await step(call, id, { do: 'try_code', code: needed(call.values, 'code') }),
  'dry-run': dryRun,
  correct: nameCorrections,
  rectify: async (call, [id]) => await runOf(call, id, 'rectify'),
  export: async (call, args) => {
    const { exportArchive } = await import('./privacy-export.ts');
    return await exportArchive(call, args);
  },
  erase: async (call, [id]) => await runOf(call, id, 'erase'),
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
  audit: async (call, [what]) => {
    if (what !== 'verify') throw new UsageError('Say: privacy audit verify.');
    return await verifyAudit(call);
  },
  'replay-ledger': async ({ print, say }) => {
    const ledger = openLedger(readConfig(process.env).erasureLedger);
    const replayed = await withTools(say, (db, tools) => replayLedger(db, ledger, { policy: defaultPolicy, tools }));
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

async function request(call: Call, [kind, who]: string[]): Promise<number> {
  const { values, print, say } = call;
  const wanted = PrivacyKind.safeParse(kind);
  if (!wanted.success) throw new UsageError(`Say what is asked for: ${PrivacyKind.options.join(', ')}.`);
  if (who === undefined) throw new UsageError('Say who: a phone, @username or contact id.');
  const law = typeof values.law === 'string' ? PrivacyLaw.safeParse(values.law) : undefined;
  if (law && !law.success) throw new UsageError(`--law is one of ${PrivacyLaw.options.join(', ')}.`);
  const language = typeof values.language === 'string' ? PrivacyLanguage.safeParse(values.language) : undefined;
  if (language && !language.success)
    throw new UsageError(`--language is one of ${PrivacyLanguage.options.join(', ')}.`);
  const id = await withTools(say, async (db, tools) => {
    const { portfolioId, contact } = await meant(db, who);
    const recording = {
      portfolioId,
      contactId: contact.id as ContactId,
      accountIds: contact.accounts.map((one) => one.id as ContactId),
      kind: wanted.data,
      law: law?.data,
      language: language?.data,
      receivedAt: undefined,
      note: noteIn(call),
      actor: operator,
    };
    return await inTransaction(db, (tx) => recordPrivacyRequest(tx, recording, tools));
  });
  print(id, { id });
  return 0;
}

/** By an id, or whoever has a phone or a username today. */
async function meant(db: Database, who: string) {
  const one = await oneSubject(db, viewer, { q: who, backendIds: true });
  const found = one.kind === 'one' ? await contactById(db, viewer, one.contactId) : undefined;
  if (one.kind === 'several')
    throw new Error('Several people fit: throughline privacy search lists them. Say one by its id.');
  if (!found) throw new Error('Nobody has this today: throughline privacy search lists who had it.');
  return found;
}

async function status({ print, say }: Call, [id]: string[]): Promise<number> {
  const found = await withDatabase(say, (db) => requestShown(db, uuidOf(id)));
  const { kind, state, due, progress, download, archiveUntil, held } = found;
  const lines = [
    `${kind}  ${state}${held ? '  under legal hold' : ''}`,
    `due ${due.at}${due.state === 'late' ? '  OVERDUE' : due.state === 'soon' ? '  soon' : ''}`,
    ...(progress ? [`step ${progress.step}`] : []),
    ...(download
      ? [`archive ${download.state}, ${download.percent}%, ${download.done} of ${download.total} rows`]
      : []),
    ...(archiveUntil ? [`archive may be taken until ${archiveUntil}`] : []),
  ];
  print(lines.join('\n'), { id, kind, state, held, due, progress, download, archiveUntil });
  return 0;
}

async function sendCode({ print, say }: Call, [id]: string[]): Promise<number> {
  const textOf = (code: string) => tell(viewer, 'privacy.code', { code });
  const sending = { portfolios: 'all' as const, id: uuidOf(id), actor: operator, textOf };
  const outcome = await withTools(say, (db, tools) => inTransaction(db, (tx) => sendPrivacyCode(tx, sending, tools)));
  if (outcome.kind === 'no_request') throw new Error('There is no such request.');
  if (outcome.kind === 'obstacle') throw new Error(tell(viewer, `problem.privacy_${outcome.obstacle}`));
  if (outcome.kind === 'too_soon') throw new Error(tell(viewer, 'problem.privacy_code_too_soon'));
  if (outcome.kind === 'no_thread') throw new Error(tell(viewer, 'problem.privacy_no_thread'));
  if (outcome.kind === 'not_sent') throw new Error(notSent(outcome.why.kind));
  print(outcome.request.state, { id, state: outcome.request.state });
  return 0;
}

function notSent(why: string): string {
  const said = (['window_closed', 'needs_phone', 'address_lost', 'blocked'] as const).find((one) => one === why);
  return tell(viewer, said ? `problem.privacy_code_${said}` : 'problem.privacy_code_not_sent');
}

async function dryRun({ print, say }: Call, [given]: string[]): Promise<number> {
  const id = uuidOf(given);
  const preview = await withTools(say, async (db, tools) => {
    const counted = await inSnapshot(db, (tx) => previewPrivacy(tx, 'all', id));
    if (!counted) throw new Error('There is no such request.');
    const corrections = await inRehearsal(db, async (tx) => {
      const trying = { portfolios: 'all' as const, id, actor: operator };
      const done = await previewRectification(tx, trying, { policy: defaultPolicy, tools });
      return await correctionEffects(tx, viewer, done);
    });
    return { ...counted, total: counted.total + corrections.length, corrections };
  });
  const lines = preview.counts.map(({ table, rows }) => `${String(rows).padStart(8)}  ${table}`);
  const effects = preview.corrections.map(effectLine);
  print([...lines, ...effects, `${String(preview.total).padStart(8)}  in all`].join('\n'), preview);
  return preview.corrections.some(({ refused }) => refused) ? 1 : 0;
}

function effectLine(one: CorrectionEffect): string {
  if (one.refused) return `${one.what}: cannot be done. ${one.refused.title}`;
  if (one.what === 'name') return `name: "${one.was}" becomes "${one.becomes}"`;
  if (one.what === 'field') return `${one.name}: "${one.was ?? ''}" becomes "${one.becomes ?? ''}"`;
  return `${one.what}: ${one.moves.join(' ')}`;
}

async function nameCorrections(call: Call, [id]: string[]): Promise<number> {
  const { values, say, print } = call;
  const listed = (name: string) => [values[name] ?? []].flat().map(String);
  const request = await withTools(say, async (db, tools) => {
    const known = await fields(db, 'contact');
    const corrections: Correction[] = [
      ...listed('name').map((name) => ({ what: 'name' as const, name })),
      ...listed('field').map((text) => fieldIn(text, known)),
      ...listed('not-account').map((account) => ({ what: 'split' as const, account: uuidOf(account) })),
      ...listed('never').map((contact) => ({ what: 'never_merge' as const, contact: uuidOf(contact) })),
    ];
    if (corrections.length === 0) throw new UsageError('Say what: --name, --field, --not-account or --never.');
    return await taken(db, tools, { id: uuidOf(id), asked: { do: 'correct', corrections } });
  });
  print(`${request.corrections.length} named`, { id, corrections: request.corrections });
  return 0;
}

/** `E-mail=noor@example.com`; nothing behind the sign empties the field. */
function fieldIn(text: string, known: readonly Field[]): Correction {
  const [name = '', ...rest] = text.split('=');
  const field = known.find((one) => !one.archived && one.name.toLowerCase() === name.trim().toLowerCase());
  if (!field || rest.length === 0)
    throw new UsageError(`--field is NAME=VALUE: ${known.map((one) => one.name).join(', ')}.`);
  const value = rest.join('=').trim();
  const read = () => {
    if (value === '') return null;
    if (field.kind === 'number') return Number(value);
    if (field.kind === 'yes_no') return value === 'yes' || value === 'true';
    return field.kind === 'choice' ? (field.choices.find(({ label }) => label === value)?.id ?? value) : value;
  };
  return { what: 'field', fieldId: field.id, value: read() };
}

async function runOf(call: Call, id: string | undefined, kind: PrivacyKind): Promise<number> {
  if (!call.values.yes) throw new UsageError('Say --yes: it is carried out.');
  const request = await withTools(call.say, async (db, tools) => {
    const { kind: is } = await requestShown(db, uuidOf(id));
    if (is !== kind) throw new Error(`This request asks for something else: ${is}.`);
    return await taken(db, tools, { id: uuidOf(id), asked: { do: 'run' } });
  });
  call.print(request.state, { id, state: request.state });
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

async function certificate({ print, say }: Call, [id]: string[]): Promise<number> {
  const { found, keyed } = await withTools(say, async (db, tools) => ({
    found: await requestShown(db, uuidOf(id)),
    keyed: tools.keyed,
  }));
  if (!found.certificate) throw new Error('It has no certificate: it is no erasure, or is not done.');
  const sealed = isSealed(found.certificate, keyed);
  if (!sealed) say('Its seal does not fit: it was changed, or made under another secret.');
  print(JSON.stringify(found.certificate, null, 2), { ...found.certificate, sealed });
  return sealed ? 0 : 1;
}

async function verifyAudit({ print, say }: Call): Promise<number> {
  const chains = await withTools(say, async (db, { keyed }) => {
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

function noteIn({ values }: Call): string | undefined {
  return typeof values.note === 'string' ? values.note : undefined;
}
