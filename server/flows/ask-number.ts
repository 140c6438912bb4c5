// Somebody asks a person for their number: in the open window by a message with the share button, outside it by a template that has
// one. The question is a message like any other; what was asked of whom is kept beside it.

import type { PortfolioId } from '@throughline/identity';
import { type Asking, mayAsk } from '../asks/rules-asking.ts';
import { addRequest, requestsIn } from '../asks/store.ts';
import { record } from '../changes/store.ts';
import { contactIdsOf, holdersAround } from '../contacts/store.ts';
import type { Content } from '../conversations/rules-said.ts';
import { type ThreadRow, threadById, threadIdsOf } from '../conversations/store.ts';
import type { Transaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { numbersOf } from '../numbers/store.ts';
import { type AskingTemplate, askingTemplates } from '../templates/asking.ts';
import type { Refusal } from './compose-content.ts';
import type { Answerer } from './note-work.ts';
import { queueMessages } from './queue-messages.ts';
import { addressIn, composeIn, reachIn, windowClosed } from './send-reply.ts';
import type { Tools } from './tools.ts';

export interface AskingNumber {
  conversationId: string;
  portfolios: readonly PortfolioId[] | 'all';
  /** In the open window. */
  text: string | undefined;
  /** Outside it; the first that asks for a number is taken where none is named. */
  template: (AskingTemplate & { values?: Record<string, string> | undefined }) | undefined;
  author: string;
  agent?: Answerer | undefined;
}

export type AskingOutcome =
  | { kind: 'asked'; portfolioId: PortfolioId; requestId: string }
  | { kind: 'no_conversation' }
  | { kind: 'needs_phone' }
  | { kind: 'may_not'; asking: Asking }
  | { kind: 'refused'; refusal: Refusal };

const politely = 'May we have your phone number? Tap the button to share it with us. It is yours to decide.';

export async function askNumber(tx: Transaction, asked: AskingNumber, tools: Tools): Promise<AskingOutcome> {
  const found = await threadById(tx, asked.portfolios, asked.conversationId);
  if (!found) return { kind: 'no_conversation' };
  const { portfolioId } = found;
  // A person may have several threads: nobody else asks this one, or learns who it is, meanwhile.
  await lockLane(tx, portfolioId);
  const thread = await threadById(tx, [portfolioId], found.id, true);
  if (!thread) return { kind: 'no_conversation' };
  const address = await addressIn(tx, thread);
  const templates = await templatesFor(tx, thread);
  const asking = await considered(tx, thread, {
    address,
    templates: asked.template ? [asked.template] : templates,
    tools,
  });
  if (asking.why !== null || !address) return { kind: 'may_not', asking };
  const content = contentOf(asked, asking.via, templates);
  const composed = await composeIn(tx, thread, content, tools);
  if ('refused' in composed) return { kind: 'refused', refusal: composed.refused };
  if (composed.needsPhone) return { kind: 'needs_phone' };
  const [messageId = ''] = await queueMessages(
    tx,
    portfolioId,
    [{ thread, address, composed, author: asked.author, agent: asked.agent }],
    tools,
  );
  const at = tools.clock();
  const requestId = tools.newId();
  await addRequest(tx, portfolioId, {
    id: requestId,
    conversationId: thread.id,
    messageId,
    via: asking.via,
    askedBy: asked.author,
    askedAt: at,
    expiresAt: at + limits.numberRequestMs,
  });
  const contactId = (await contactIdsOf(tx, portfolioId, [thread.holderId])).get(thread.holderId);
  if (contactId) await record(tx, portfolioId, [{ kind: 'contact', subjectId: contactId, contactId }]);
  return { kind: 'asked', portfolioId, requestId };
}

async function templatesFor(tx: Transaction, { portfolioId, phoneNumberId }: ThreadRow): Promise<AskingTemplate[]> {
  const number = (await numbersOf(tx, portfolioId)).find((one) => one.phoneNumberId === phoneNumberId);
  return number ? await askingTemplates(tx, number) : [];
}

async function considered(
  tx: Transaction,
  thread: ThreadRow,
  {
    address,
    templates,
    tools,
  }: { address: Awaited<ReturnType<typeof addressIn>>; templates: readonly object[]; tools: Tools },
): Promise<Asking> {
  const { portfolioId, holderId, phoneNumberId } = thread;
  const holders = await holdersAround(tx, portfolioId, holderId);
  const threads = await threadIdsOf(tx, portfolioId, holders);
  const requests = await requestsIn(
    tx,
    portfolioId,
    threads.map(({ id }) => id),
  );
  const reach = await reachIn(tx, thread);
  return mayAsk({
    numberKnown: address?.kind === 'phone',
    addressLost: address === undefined,
    blocked: reach?.blockedOn.has(phoneNumberId) ?? false,
    open: windowClosed(thread, tools.clock()) === undefined,
    template: templates.length > 0,
    requests: requests.map(({ state, askedAt }) => ({ state, askedAt: askedAt.getTime() })),
    now: tools.clock(),
  });
}

function contentOf(
  { text, template }: AskingNumber,
  via: Asking['via'],
  templates: readonly AskingTemplate[],
): Content {
  if (via === 'message')
    return { type: 'interactive', interactive: { kind: 'number_request', body: text ?? politely } };
  const [first] = templates;
  const named = template ?? first;
  if (!named) throw new Error('A question outside the window has no template, though one was found.');
  return { type: 'template', template: named };
}
