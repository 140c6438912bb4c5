// A request about somebody's own data goes one step on: the rules decide whether it may, the row and the act about it are one commit.

import type { Correction, PrivacyRefusal } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { type ActName, appendAct, type PrivacyActor, service } from '../privacy/acts.ts';
import { codeOf, countTry, dropCode } from '../privacy/codes.ts';
import { dueOf } from '../privacy/rules-due.ts';
import { after, type Obstacle, type Step } from '../privacy/rules-requests.ts';
import { changeRequest, type RequestRow, requestById, settingsOf } from '../privacy/store.ts';
import type { Deciding } from './detach-identity.ts';
import { notePreference } from './note-preference.ts';
import { isRefused, noteRectified, rectifyPerson } from './rectify-person.ts';
import type { Tools } from './tools.ts';

export type Asked =
  | { do: 'prove'; by: 'document' | 'other'; note: string }
  | { do: 'try_code'; code: string }
  | { do: 'correct'; corrections: Correction[] }
  | { do: 'run' }
  | { do: 'approve' }
  | { do: 'refuse'; reason: PrivacyRefusal; note: string | undefined }
  | { do: 'cancel' }
  | { do: 'hold'; held: boolean; note: string | undefined }
  | { do: 'extend' }
  | { do: 'confirm' };

export type StepOutcome =
  | { kind: 'taken'; request: RequestRow }
  | { kind: 'no_request' }
  | { kind: 'obstacle'; obstacle: Obstacle }
  /** `triesLeft` 0: another code must be sent. */
  | { kind: 'wrong_code'; triesLeft: number };

export interface Stepping {
  portfolios: readonly PortfolioId[] | 'all';
  id: string;
  actor: PrivacyActor & { id: string; name?: string };
  asked: Asked;
}

/** A correction cannot be carried out as it is named. Thrown, so that the others are undone with it. */
export class CorrectionRefused extends Error {}

/** Where a wrong code was tried, the try is counted: commit it. @throws CorrectionRefused */
export async function takePrivacyStep(
  tx: Transaction,
  { portfolios, id, actor, asked }: Stepping,
  deciding: Deciding,
): Promise<StepOutcome> {
  const { tools } = deciding;
  // Whoever decides about people takes the lane before anything else: an erasure waits for this row while it holds it.
  const rectified = await requestById(tx, portfolios, id);
  if (rectified?.kind === 'rectify' && (asked.do === 'run' || asked.do === 'approve'))
    await lockLane(tx, rectified.portfolioId);
  const request = await requestById(tx, portfolios, id, true);
  if (!request) return { kind: 'no_request' };
  if (asked.do === 'try_code') {
    const tried = await tryCode(tx, request, { code: asked.code, actor }, tools);
    if (tried) return tried;
  }
  const { fourEyes } = await settingsOf(tx, request.portfolioId);
  const verdict = after(standingOf(request), stepOf(asked, { by: actor.id, fourEyes }));
  if ('obstacle' in verdict) return { kind: 'obstacle', obstacle: verdict.obstacle };
  const now = new Date(tools.clock());
  const changed = withStep({ ...request, state: verdict.state, stateAt: now }, { asked, by: actor.id, now });
  await changeRequest(tx, changed);
  await noteStep(tx, changed, { act: actOf(asked, changed), actor, detail: detailOf(asked) }, tools);
  if (changed.state === 'done') {
    await holdBack(tx, changed, tools);
    await rectify(tx, changed, actor, deciding);
  }
  return { kind: 'taken', request: changed };
}

/** Done at once where nothing but words is owed; an erasure goes on in jobs/erase-people.ts. */
function withStep(request: RequestRow, { asked, by, now }: { asked: Asked; by: string; now: Date }): RequestRow {
  const next = changedBy(request, { asked, by, now });
  if (next.state !== 'running' || next.kind === 'erase') return next;
  const archiveUntil = next.kind === 'access' ? new Date(now.getTime() + limits.privacyArchiveMs) : null;
  return { ...next, state: 'done', endedAt: now, archiveUntil };
}

/** Who objects gets no marketing; under restriction nothing is begun with them at all. Their own messages are answered as always. */
async function holdBack(tx: Transaction, { kind, portfolioId, contactId }: RequestRow, tools: Tools): Promise<void> {
  if (kind !== 'object' && kind !== 'restrict') return;
  const category = kind === 'object' ? 'marketing' : 'all';
  const actor = { id: 'privacy', name: 'Privacy request' };
  await notePreference(tx, { portfolioId, contactId, category, value: 'stop', reason: kind, actor }, tools);
}

async function rectify(
  tx: Transaction,
  request: RequestRow,
  actor: Stepping['actor'],
  deciding: Deciding,
): Promise<void> {
  if (request.kind !== 'rectify') return;
  const done = await rectifyPerson(tx, request, { actor, deciding });
  if (done.some(isRefused)) throw new CorrectionRefused();
  await noteRectified(tx, request, actor);
  const counts = Object.fromEntries(
    [...Map.groupBy(done, ({ what }) => what)].map(([what, ones]) => [what, ones.length]),
  );
  await noteStep(tx, request, { act: 'corrected', actor: service, detail: counts }, deciding.tools);
}

function changedBy(request: RequestRow, { asked, by, now }: { asked: Asked; by: string; now: Date }): RequestRow {
  switch (asked.do) {
    case 'prove':
      return { ...request, proof: asked.by, provenAt: now, note: joined(request.note, asked.note) };
    case 'try_code':
      return { ...request, proof: 'code', provenAt: now };
    case 'correct':
      return { ...request, corrections: asked.corrections, runBy: null };
    case 'run':
      return { ...request, runBy: by };
    case 'approve':
      return { ...request, approvedBy: by };
    case 'refuse':
      return { ...request, refusal: asked.reason, refusalNote: asked.note ?? null, endedAt: now };
    case 'cancel':
      return { ...request, endedAt: now };
    case 'hold':
      return { ...request, held: asked.held, holdNote: asked.held ? (asked.note ?? null) : null };
    case 'extend': {
      const { dueAt } = dueOf(request.law, request.receivedAt.getTime(), true);
      return { ...request, extended: true, dueAt: new Date(dueAt), reminded: null };
    }
    case 'confirm':
      return { ...request, confirmedAt: now };
  }
}

function joined(before: string | null, more: string): string {
  return before === null ? more : `${before}\n${more}`;
}

function stepOf(asked: Asked, { by, fourEyes }: { by: string; fourEyes: boolean }): Step {
  switch (asked.do) {
    case 'prove':
    case 'try_code':
      return { do: 'prove' };
    case 'run':
      return { do: 'run', by, fourEyes };
    case 'approve':
      return { do: 'approve', by };
    case 'hold':
      return { do: 'hold', held: asked.held };
    default:
      return { do: asked.do };
  }
}

export function standingOf({ kind, state, held, extended, confirmedAt, corrections, runBy }: RequestRow) {
  return { kind, state, held, extended, confirmed: confirmedAt !== null, corrections: corrections.length, runBy };
}

function actOf(asked: Asked, { state }: RequestRow): ActName {
  switch (asked.do) {
    case 'prove':
    case 'try_code':
      return 'proven';
    case 'correct':
      return 'corrections_named';
    case 'run':
      return state === 'awaiting_approval' ? 'approval_asked' : 'run';
    case 'approve':
      return 'approved';
    case 'refuse':
      return 'refused';
    case 'cancel':
      return 'cancelled';
    case 'hold':
      return asked.held ? 'held' : 'released';
    case 'extend':
      return 'extended';
    case 'confirm':
      return 'confirmed';
  }
}

/** What somebody wrote stays in the request: nothing of it is for ever. */
function detailOf(asked: Asked): Record<string, string | number> {
  if (asked.do === 'correct') return { count: asked.corrections.length };
  if (asked.do === 'prove') return { by: asked.by };
  if (asked.do === 'try_code') return { by: 'code' };
  return asked.do === 'refuse' ? { reason: asked.reason } : {};
}

/** The act, and that desks should look. */
export async function noteStep(
  tx: Transaction,
  { portfolioId, id }: Pick<RequestRow, 'portfolioId' | 'id'>,
  {
    act,
    actor,
    detail = {},
  }: { act: ActName; actor: PrivacyActor; detail?: Record<string, string | number | boolean> },
  tools: Tools,
): Promise<void> {
  await appendAct(tx, portfolioId, { act, requestId: id, actor, detail }, tools);
  await record(tx, portfolioId, [{ kind: 'privacy', subjectId: id }]);
}

export function hashOfCode(requestId: string, code: string, { keyed }: Pick<Tools, 'keyed'>): string {
  return keyed(`privacy code ${requestId} ${code.replace(/\D/g, '')}`);
}

/** Undefined where it is right, or where the rules will say why it is too late to ask. */
async function tryCode(
  tx: Transaction,
  request: RequestRow,
  { code, actor }: { code: string; actor: PrivacyActor },
  tools: Tools,
): Promise<StepOutcome | undefined> {
  const { portfolioId, id, state } = request;
  if (state !== 'verifying' && state !== 'received') return undefined;
  const sent = await codeOf(tx, portfolioId, id);
  if (!sent || sent.attempts >= limits.privacyCodeTries || sent.expiresAt.getTime() < tools.clock())
    return { kind: 'wrong_code', triesLeft: 0 };
  await countTry(tx, portfolioId, id);
  if (hashOfCode(id, code, tools) === sent.hash) {
    await dropCode(tx, portfolioId, id);
    return undefined;
  }
  await noteStep(tx, request, { act: 'code_wrong', actor }, tools);
  return { kind: 'wrong_code', triesLeft: limits.privacyCodeTries - sent.attempts - 1 };
}
