// Why a call of an integration's was not done, in the words and the shape of Meta's errors, so that what it knows to do about them it does here too
// (Meta, "Error codes" and "Handling errors", read 2026-09). One table.

import type { RelayRefusal } from '../flows/relay-send.ts';
import { tell } from '../words/say.ts';
import { inEnglish, type Reader } from '../words/viewer.ts';
import { messageProblem } from './message-problems.ts';
import { ProblemError, problemFor } from './problems.ts';

export class MetaShapedError extends Error {
  readonly status: number;
  readonly body: MetaErrorBody;
  constructor(status: number, body: MetaErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

export interface MetaErrorBody {
  message: string;
  code: number;
  subcode?: number;
  details?: string;
}

export const noToken = () =>
  new MetaShapedError(401, {
    code: 190,
    message: 'Invalid access token: send the one this integration was given, as Authorization: Bearer.',
  });

/** As Meta answers for ids that are not there, or not the caller's. */
export const noObject = (id: string) =>
  new MetaShapedError(400, {
    code: 100,
    subcode: 33,
    message: `Object with ID '${id}' does not exist, or cannot be loaded due to missing permissions.`,
  });

export const badParameter = (field: string, problem: string) =>
  new MetaShapedError(400, { code: 100, message: 'Invalid parameter', details: `${field}: ${problem}` });

/** A call of Meta's that is none of the relay's. */
export const notRelayed = (call: string) =>
  new MetaShapedError(400, {
    code: 100,
    message: 'Unsupported request',
    details: `${call} is not relayed: the relay takes messages, media and the number itself. Make this call at Meta.`,
  });

export const paused = () =>
  new MetaShapedError(400, { code: 368, message: 'This integration is paused here. Resume it first.' });

const titles: Readonly<Record<number, string>> = {
  100: 'Invalid parameter',
  131008: 'Required parameter is missing',
  131009: 'Parameter value is not valid',
  131021: 'Recipient cannot be sender',
  131026: 'Message undeliverable',
  131047: 'Re-engagement message',
  131050: 'User has stopped marketing messages from this business',
  131053: 'Media upload error',
  131062: 'Business-scoped user IDs are not supported for this message',
  132000: 'Number of parameters does not match the expected number of params',
  132001: 'Template does not exist in the translation',
  132015: 'Template is paused',
};

const codes: Readonly<Record<RelayRefusal['kind'], number>> = {
  window_closed: 131047,
  no_conversation: 131026,
  address_lost: 131026,
  nobody: 131026,
  no_contact: 131026,
  phone_required: 131026,
  blocked: 131026,
  do_not_contact: 131050,
  marketing_stopped: 131050,
  needs_phone: 131062,
  own_number: 131021,
  to_invalid: 131009,
  alias_not_dialable: 131009,
  phone_invalid: 131009,
  username_not_addressable: 131009,
  bsuid_needs_relationship: 131009,
  message_not_found: 131009,
  not_quotable: 131009,
  not_reactable: 131009,
  media_unknown: 131053,
  media_wrong_type: 131053,
  content_unreadable: 100,
  content_invalid: 100,
  template_unknown: 132001,
  template_not_sendable: 132015,
  template_values_missing: 132000,
};

/** The sentences are in English, as all of Meta's are. */
const reader: Reader = inEnglish;

export function refusedError(refusal: RelayRefusal): MetaShapedError {
  const code = codes[refusal.kind];
  return new MetaShapedError(400, { code, message: titles[code] ?? 'Invalid parameter', details: detailsOf(refusal) });
}

function detailsOf(refusal: RelayRefusal): string {
  switch (refusal.kind) {
    case 'to_invalid':
      return `${refusal.field}: is neither a number nor a stand-in given here nor an account id`;
    case 'nobody':
      return `${refusal.field}: leads to nobody who is known here`;
    case 'content_unreadable':
      return `${refusal.field}: ${refusal.problem}`;
    default:
      return problemFor(reader, messageProblem(refusal)).detail;
  }
}

/** What Meta said, or what was said of it here, when it would not have the message. */
export function failedError({ code, title }: { code: number | null; title: string }): MetaShapedError {
  return new MetaShapedError(code === null ? 500 : 400, { code: code ?? 131000, message: title, details: title });
}

export function asMetaShaped(error: unknown): MetaShapedError {
  if (error instanceof MetaShapedError) return error;
  if (error instanceof ProblemError)
    return new MetaShapedError(error.status, {
      code: error.status === 404 ? 100 : 131053,
      message: titles[131053] ?? '',
      details: typeof error.detail === 'string' ? error.detail : tell(reader, error.detail),
    });
  const { statusCode = 500 } = (error ?? {}) as { statusCode?: number };
  if (statusCode < 500) return badParameter('body', 'cannot be read');
  return new MetaShapedError(500, { code: 131000, message: 'Something went wrong' });
}

export function bodyOf({ code, subcode, message, details }: MetaErrorBody, trace: string) {
  return {
    error: {
      message: `(#${code}) ${message}`,
      type: 'OAuthException',
      code,
      ...(subcode !== undefined && { error_subcode: subcode }),
      ...(details !== undefined && { error_data: { messaging_product: 'whatsapp', details } }),
      fbtrace_id: trace,
    },
  };
}
