// The body of a send, and what to make of Meta's answer to it.

import { type Bsuid, type E164, parseBsuid, parseE164, parseParentBsuid } from '@throughline/identity';
import { type ErrorExplanation, explainError } from './error-table.ts';
import { type Fields, fieldsOf, idOf, isFields, listOf, numberOf, wordsOf } from './fields.ts';
import type { MetaError, Wamid } from './items.ts';
import { readError } from './meta-error.ts';
import type { SendContent } from './send-content.ts';

export type SendAddress = { kind: 'phone'; phone: E164 } | { kind: 'bsuid'; bsuid: Bsuid };

export interface Send {
  address: SendAddress;
  content: SendContent;
  /** Comes back on the statuses as `biz_opaque_callback_data`: how a send whose answer was lost is recognized. */
  callbackData: string;
  quotes?: Wamid;
  /** For `POST /{PHONE_NUMBER_ID}/marketing_messages`, which takes marketing templates only. */
  marketing?: MarketingOptions;
}

/** Meta, "Marketing Messages API", read 2026-09. What is left out follows the account's settings at Meta. */
export interface MarketingOptions {
  /** What becomes of a template Meta cannot optimize: sent as any other, or refused. */
  productPolicy?: 'CLOUD_API_FALLBACK' | 'STRICT';
  /** Whether Meta may use what people do with the message to choose recipients better. */
  activitySharing?: boolean;
}

type SendBodyBase = {
  messaging_product: 'whatsapp';
  recipient_type: 'individual';
  context?: { message_id: Wamid };
  product_policy?: 'CLOUD_API_FALLBACK' | 'STRICT';
  message_activity_sharing?: boolean;
  biz_opaque_callback_data: string;
} & SendContent;

/** `to` or `recipient`, never both: with both Meta takes `to` and ignores the other. */
export type SendBody = SendBodyBase & ({ to: E164; recipient?: never } | { recipient: Bsuid; to?: never });

/**
 * The JSON body for `POST /{PHONE_NUMBER_ID}/messages`, or `/marketing_messages`. A phone goes with its `+`, or Meta puts the
 * business number's own country code before it (Meta, "Send messages" and "Business-scoped user IDs", read 2026-09).
 * @throws on content that is no template where it is marketing: Meta answers 134100.
 */
export function buildSend({ address, content, callbackData, quotes, marketing }: Send): SendBody {
  if (marketing && content.type !== 'template') throw new Error('Only templates go by the marketing endpoint');
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...content,
    ...(quotes && { context: { message_id: quotes } }),
    ...(marketing?.productPolicy && { product_policy: marketing.productPolicy }),
    ...(marketing?.activitySharing !== undefined && { message_activity_sharing: marketing.activitySharing }),
    biz_opaque_callback_data: callbackData,
    ...addressOf(address),
  };
}

/** The same send to another address: quote, content and callback data stay. */
export function readdressed(body: Readonly<Fields>, address: SendAddress): Fields {
  const { to: _to, recipient: _recipient, ...rest } = body;
  return { ...rest, ...addressOf(address) };
}

/**
 * The types already keep the two apart. Checked again because the mistake is silent: to a BSUID in `to` Meta answers
 * 200, dials its digits as if they were a number, and the message is lost (seen in production by three integrators,
 * July and August 2026).
 */
function addressOf(address: SendAddress): { to: E164 } | { recipient: Bsuid } {
  if (address.kind === 'phone') {
    if (parseE164(address.phone) !== address.phone) {
      throw new Error('A send addressed by phone needs a phone number with its +');
    }
    return { to: address.phone };
  }
  if (parseBsuid(address.bsuid) === undefined && parseParentBsuid(address.bsuid) === undefined) {
    throw new Error('A send addressed by BSUID needs a whole BSUID');
  }
  return { recipient: address.bsuid };
}

/**
 * `accepted`: Meta took it; statuses tell the rest. `refused`: Meta said no, it was not sent. `unknown`: it may have
 * been sent, so it must not be sent again; wait for a status with our callback data.
 */
export type SendOutcome =
  | { kind: 'accepted'; wamid: Wamid; heldForQuality?: true }
  | { kind: 'refused'; error: MetaError; retry: 'never' | 'later' | 'reresolve'; explanation: ErrorExplanation }
  | { kind: 'unknown'; why: string };

/** `body` is the parsed JSON of the answer, or whatever stood in its place. */
export function readSendAnswer(httpStatus: number, body: unknown): SendOutcome {
  const answer = fieldsOf(body);
  const error = readRefusal(answer);
  if (error) return refusal(error);
  if (httpStatus < 200 || httpStatus > 299) {
    return { kind: 'unknown', why: `HTTP ${httpStatus} without an error that can be read` };
  }
  const message = fieldsOf(listOf(answer.messages)[0]);
  const wamid = idOf(message.id);
  if (!wamid) return { kind: 'unknown', why: `HTTP ${httpStatus} without a message id` };
  const accepted = { kind: 'accepted', wamid: wamid as Wamid } as const;
  return heldStatuses.has(wordsOf(message.message_status)) ? { ...accepted, heldForQuality: true } : accepted;
}

/** Templates under pacing are accepted and kept back (Meta, "Template pacing", read 2026-09). */
const heldStatuses = new Set<string | undefined>(['held_for_quality_assessment', 'paused']);

/** An error counts as Meta's only with its code: a gateway's page says nothing about what became of the message. */
function readRefusal(answer: Fields): MetaError | undefined {
  const { error } = answer;
  return isFields(error) && numberOf(error.code) !== undefined ? readError(error) : undefined;
}

function refusal(error: MetaError): SendOutcome {
  const explanation = explainError(error.code);
  const retry = explanation.retry === 'backoff' || explanation.retry === 'wait_a_day' ? 'later' : explanation.retry;
  return { kind: 'refused', error, retry, explanation };
}
