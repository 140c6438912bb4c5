// A message an integration sends in Meta's language: to whom it goes is looked up by the number, the alias or the account id it wrote, and from there
// on it is a message like any other: window, address, debt, one commit.

import { SendReply } from '@throughline/contract';
import {
  type ContactId,
  type HolderId,
  isUndialable,
  type Policy,
  type PortfolioId,
  parseAlias,
  parseBsuid,
  parseE164,
  parseParentBsuid,
  phoneKeyOf,
} from '@throughline/identity';
import { addRequest } from '../asks/store.ts';
import { currentContactId, holdersIn } from '../contacts/find.ts';
import { neighborhoodsOf, statesOf } from '../contacts/load.ts';
import { messagesNamed, threadWith } from '../conversations/finding.ts';
import type { Content } from '../conversations/rules-said.ts';
import type { Reader, Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { fileNamed } from '../media/files.ts';
import type { BusinessNumber } from '../numbers/store.ts';
import { contactOfAlias } from '../relay/aliases.ts';
import { readRelayId } from '../relay/rules-ids.ts';
import type { AskedMessage } from '../relay/rules-request.ts';
import { addSend } from '../relay/sends.ts';
import type { Integration } from '../relay/shapes.ts';
import { fileIdsIn } from '../templates/rules-named-files.ts';
import { answerCanary } from './answer-canary.ts';
import { type ReplyOutcome, sendReply } from './send-reply.ts';
import { type StartOutcome, startConversation } from './start-conversation.ts';
import type { Tools } from './tools.ts';
import { peopleBehind } from './whose-items.ts';

export type RelayRefusal =
  | Exclude<ReplyOutcome | StartOutcome, { kind: 'queued' }>
  /** It is neither a number nor an alias nor an account id. */
  | { kind: 'to_invalid'; field: 'to' | 'recipient' }
  /** An alias that is nobody's, or an account nobody knows here. */
  | { kind: 'nobody'; field: 'to' | 'recipient' }
  | { kind: 'content_unreadable'; field: string; problem: string };

export type RelayOutcome =
  | { kind: 'queued'; messageId: string; portfolioId: PortfolioId }
  /** Written to the made-up customer of the canary: it goes nowhere. */
  | { kind: 'ended_here'; messageId: string }
  | RelayRefusal;

export interface Relayed {
  integration: Integration;
  /** What its messages are signed with on the desk. */
  author: string;
  number: BusinessNumber;
  message: AskedMessage;
}

export async function relaySend(
  tx: Transaction,
  { integration, author, number, message }: Relayed,
  { policy, tools }: { policy: Policy; tools: Tools },
): Promise<RelayOutcome> {
  const canary = await answerCanary(tx, integration, { message, tools });
  if (canary) return { kind: 'ended_here', ...canary };
  const where = await destination(tx, number, message);
  if ('kind' in where) return where;
  const content = await contentOf(tx, number.portfolioId, message);
  if ('problem' in content) return { kind: 'content_unreadable', ...content };
  const outcome =
    'conversationId' in where
      ? await sendReply(
          tx,
          { conversationId: where.conversationId, portfolios: [number.portfolioId], content, author },
          tools,
        )
      : await startConversation(tx, { from: number, to: where.start, content, author }, { policy, tools });
  if (outcome.kind !== 'queued') return outcome;
  const { messageId, portfolioId } = outcome;
  await addSend(tx, integration, { messageId, callbackData: message.callbackData });
  if (content.type === 'interactive' && content.interactive.kind === 'number_request')
    await noteQuestion(tx, { ...outcome, author }, tools);
  return { kind: 'queued', messageId, portfolioId };
}

/** The integration asked for a number: that it was asked stands with the person, and their answer is looked for, as for one an agent asked. */
async function noteQuestion(
  tx: Transaction,
  {
    portfolioId,
    conversationId,
    messageId,
    author,
  }: { author: string } & Record<'conversationId' | 'messageId', string> & {
      portfolioId: PortfolioId;
    },
  tools: Tools,
): Promise<void> {
  const at = tools.clock();
  await addRequest(tx, portfolioId, {
    ...{ id: tools.newId(), conversationId, messageId, via: 'message', askedBy: author },
    ...{ askedAt: at, expiresAt: at + limits.numberRequestMs },
  });
}

type Destination =
  | { conversationId: string }
  | { start: { kind: 'phone' | 'contact'; value: string } }
  | Extract<RelayRefusal, { kind: 'to_invalid' | 'nobody' }>;

/** `to` before `recipient`, as at Meta's. */
async function destination(
  tx: Transaction,
  { portfolioId, phoneNumberId }: BusinessNumber,
  { to, recipient }: Pick<AskedMessage, 'to' | 'recipient'>,
): Promise<Destination> {
  const field = to === undefined ? 'recipient' : 'to';
  const alias = to === undefined ? undefined : parseAlias(to);
  if (alias) {
    const bound = await contactOfAlias(tx, portfolioId, alias);
    return await toContact(tx, { portfolioId, phoneNumberId }, bound);
  }
  const key = to === undefined ? accountKey(recipient ?? '') : numberKey(to);
  if (!key) return { kind: 'to_invalid', field };
  const holderId = await holderBy(tx, portfolioId, key.key);
  const conversationId = holderId && (await threadWith(tx, portfolioId, { holders: [holderId], phoneNumberId }));
  if (conversationId) return { conversationId };
  if (key.phone) return { start: { kind: 'phone', value: key.phone } };
  const contactId = holderId && (await contactOf(tx, portfolioId, holderId));
  return contactId ? { start: { kind: 'contact', value: contactId } } : { kind: 'nobody', field };
}

/** The contact's thread with this number of ours; a new one where they have none. */
async function toContact(
  tx: Transaction,
  { portfolioId, phoneNumberId }: Pick<BusinessNumber, 'portfolioId' | 'phoneNumberId'>,
  bound: ContactId | undefined,
): Promise<Destination> {
  const contact = bound && (await currentContactId(tx, [portfolioId], bound));
  if (!contact) return { kind: 'nobody', field: 'to' };
  const holders = await holdersIn(tx, portfolioId, contact.id);
  const conversationId = await threadWith(tx, portfolioId, { holders, phoneNumberId });
  return conversationId ? { conversationId } : { start: { kind: 'contact', value: contact.id } };
}

function numberKey(to: string) {
  const phone = parseE164(to);
  return phone && !isUndialable(phone) ? { key: `phone:${phoneKeyOf(phone)}`, phone } : undefined;
}

function accountKey(recipient: string): { key: string; phone?: never } | undefined {
  if (parseBsuid(recipient)) return { key: `bsuid:${recipient}` };
  return parseParentBsuid(recipient) ? { key: `parent:${recipient}` } : undefined;
}

/** Whose account it is, or who has the number now. */
async function holderBy(db: Reader, portfolioId: PortfolioId, key: string): Promise<HolderId | undefined> {
  const known = await neighborhoodsOf(db, portfolioId, [key as never]);
  const [state] = (await statesOf(db, portfolioId, [...known.values()])).values();
  if (!state) return undefined;
  const value = key.slice(key.indexOf(':') + 1);
  if (!key.startsWith('phone:')) return state.names.find((name) => name.value === value)?.holderId;
  return state.leases.find((lease) => lease.key === value && lease.until === null && !lease.doubted)?.holderId;
}

async function contactOf(db: Reader, portfolioId: PortfolioId, holderId: HolderId): Promise<ContactId | undefined> {
  return (await peopleBehind(db, portfolioId, [holderId])).get(holderId)?.contactId;
}

/** With our ids in the places of Meta's, and looked at as what the API itself is given. */
async function contentOf(
  tx: Transaction,
  portfolioId: PortfolioId,
  { said: asked, media, reactsTo, quotes }: AskedMessage,
): Promise<Content | { field: string; problem: string }> {
  // Whether a call is made twice is known by what came, which stays as it is.
  const said = structuredClone(asked);
  const named = [reactsTo, quotes].filter((one) => one !== undefined);
  const messages = await messageIds(tx, portfolioId, named);
  if (reactsTo !== undefined && !messages.has(reactsTo))
    return { field: 'reaction.message_id', problem: 'is not known' };
  if (quotes !== undefined && !messages.has(quotes)) return { field: 'context.message_id', problem: 'is not known' };
  const file = media === undefined ? undefined : await fileNamed(tx, portfolioId, media);
  if (media !== undefined && !file) return { field: `${said.type}.id`, problem: 'is not known' };
  const part = said[said.type] as Record<string, unknown>;
  const replyTo = quotes === undefined ? {} : { replyTo: messages.get(quotes) };
  // In a form no agent's message has: looked at where it was read (relay/rules-request.ts), and by Meta.
  if (said.type === 'interactive' && (part.kind === 'relayed' || part.kind === 'number_request'))
    return askedElsewhere(tx, portfolioId, { ...said, ...replyTo } as Content);
  if (said.type === 'template') await nameOurFiles(tx, portfolioId, part.components);
  const whole = {
    ...said,
    ...(file && { [said.type]: { ...part, media: file } }),
    ...(reactsTo !== undefined && { reaction: { ...part, message: messages.get(reactsTo) } }),
    ...replyTo,
  };
  const read = SendReply.safeParse(whole);
  if (read.success) return read.data as Content;
  const [issue] = read.error.issues;
  return { field: issue?.path.join('.') || said.type, problem: issue?.message ?? 'cannot be read' };
}

async function askedElsewhere(
  tx: Transaction,
  portfolioId: PortfolioId,
  content: Content,
): Promise<Content | { field: string; problem: string }> {
  if (content.type !== 'interactive') return content;
  if (content.interactive.kind === 'number_request' && !content.interactive.body)
    return { field: 'interactive.body.text', problem: 'is required' };
  if (content.interactive.kind === 'relayed') await nameOurFiles(tx, portfolioId, content.interactive.meta);
  return content;
}

/** Files a part names by an id the integration has of us, handed in here or a customer's, under our own ids. Others are Meta's to know. */
async function nameOurFiles(tx: Transaction, portfolioId: PortfolioId, parts: unknown): Promise<void> {
  for (const { id, path } of fileIdsIn(parts)) {
    const ours = await fileNamed(tx, portfolioId, id);
    const at = path
      .slice(0, -1)
      .reduce<unknown>((part, step) => (part as Record<string | number, unknown>)[step], parts);
    if (ours !== undefined) (at as { id: string }).id = ours;
  }
}

/** Ours, by what the integration calls them: Meta's id, or the one it was given. */
export async function messageIds(
  db: Reader,
  portfolioId: PortfolioId,
  named: readonly string[],
): Promise<Map<string, string>> {
  const own = new Map(named.map((one) => [one, readRelayId(one)] as const));
  const ids = [...own.values()].filter((id) => id !== undefined);
  const found = await messagesNamed(db, portfolioId, { wamids: named, ids });
  const byWamid = new Map(found.map((one) => [one.wamid as string | null, one.id]));
  const here = new Set(found.map(({ id }) => id));
  return new Map(
    named.flatMap((one) => {
      const ownId = own.get(one);
      const id = byWamid.get(one) ?? (ownId !== undefined && here.has(ownId) ? ownId : undefined);
      return id === undefined ? [] : [[one, id] as const];
    }),
  );
}
