// Who asks must be who it is about: a code goes to the identity itself, in its own thread, as any reply does. It proves who reads that
// thread today, and nothing of whoever had the number before.

import { randomInt } from 'node:crypto';
import type { PortfolioId } from '@throughline/identity';
import { holdersBornAs } from '../contacts/find.ts';
import { lastTemplateLanguage } from '../conversations/languages.ts';
import type { Content } from '../conversations/rules-said.ts';
import { type ThreadRow, threadById, threadIdsOf } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { numbersOf } from '../numbers/store.ts';
import type { PrivacyActor } from '../privacy/acts.ts';
import { codeOf, putCode } from '../privacy/codes.ts';
import { after, type Obstacle } from '../privacy/rules-requests.ts';
import { changeRequest, type RequestRow, requestById } from '../privacy/store.ts';
import { codeTemplates } from '../templates/authenticating.ts';
import { hashOfCode, noteStep, standingOf } from './privacy-steps.ts';
import { type ReplyOutcome, sendReply } from './send-reply.ts';
import type { Tools } from './tools.ts';

export interface SendingCode {
  portfolios: readonly PortfolioId[] | 'all';
  id: string;
  actor: PrivacyActor & { id: string };
  /** Around the code: what the person reads. */
  textOf: (code: string) => string;
}

export type CodeOutcome =
  | { kind: 'sent'; request: RequestRow }
  | { kind: 'no_request' }
  | { kind: 'obstacle'; obstacle: Obstacle }
  /** One went a moment ago. */
  | { kind: 'too_soon' }
  | { kind: 'no_thread' }
  | { kind: 'not_sent'; why: Exclude<ReplyOutcome, { kind: 'queued' }> };

export async function sendPrivacyCode(
  tx: Transaction,
  { portfolios, id, actor, textOf }: SendingCode,
  tools: Tools,
): Promise<CodeOutcome> {
  const request = await requestById(tx, portfolios, id, true);
  if (!request) return { kind: 'no_request' };
  const verdict = after(standingOf(request), { do: 'send_code' });
  if ('obstacle' in verdict) return { kind: 'obstacle', obstacle: verdict.obstacle };
  const { portfolioId } = request;
  const now = tools.clock();
  const before = await codeOf(tx, portfolioId, id);
  if (before && now - before.sentAt.getTime() < limits.privacyCodeAgainMs) return { kind: 'too_soon' };
  const thread = await newestThread(tx, request);
  if (!thread) return { kind: 'no_thread' };
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const reply = { conversationId: thread.id, portfolios: [portfolioId], author: 'Throughline' };
  const content = { type: 'text' as const, text: { body: textOf(`${code.slice(0, 3)} ${code.slice(3)}`) } };
  const said = await sendReply(tx, { ...reply, content }, tools);
  const template = said.kind === 'window_closed' ? await templateFor(tx, thread, { request, code }) : undefined;
  const sent = template ? await sendReply(tx, { ...reply, content: template }, tools) : said;
  if (sent.kind !== 'queued') return { kind: 'not_sent', why: sent };
  await putCode(tx, portfolioId, {
    requestId: id,
    hash: hashOfCode(id, code, tools),
    sentAt: new Date(now),
    expiresAt: new Date(now + limits.privacyCodeMs),
    messageId: sent.messageId,
  });
  const changed: RequestRow = { ...request, state: verdict.state, stateAt: new Date(now) };
  await changeRequest(tx, changed);
  await noteStep(tx, changed, { act: 'code_sent', actor }, tools);
  return { kind: 'sent', request: changed };
}

/** Where the person wrote last, of all the request covers. */
async function newestThread(tx: Transaction, { portfolioId, accountIds }: RequestRow): Promise<ThreadRow | undefined> {
  const holders = await holdersBornAs(tx, portfolioId, accountIds);
  const threads = await threadIdsOf(
    tx,
    portfolioId,
    holders.map(({ id }) => id),
  );
  const rows = await Promise.all(threads.map(({ id }) => threadById(tx, [portfolioId], id)));
  const said = (one: (typeof rows)[number]) => one?.lastCustomerAt?.getTime() ?? 0;
  return rows.sort((a, b) => said(b) - said(a))[0];
}

/** Outside the window, an approved authentication template carries the code: in the person's language where there is one. */
async function templateFor(
  tx: Transaction,
  { id, portfolioId, phoneNumberId }: ThreadRow,
  { request, code }: { request: RequestRow; code: string },
): Promise<Content | undefined> {
  const number = (await numbersOf(tx, portfolioId)).find((one) => one.phoneNumberId === phoneNumberId);
  const templates = number ? await codeTemplates(tx, number) : [];
  const wanted = request.language ?? (await lastTemplateLanguage(tx, portfolioId, [id])) ?? '';
  const spoken = (one: { language: { code: string } }) => one.language.code.split('_')[0] === wanted.split('_')[0];
  const chosen = templates.find(spoken) ?? templates[0];
  if (!chosen) return undefined;
  const { name, language, slot } = chosen;
  return { type: 'template', template: { name, language, values: { [slot]: code } } };
}
