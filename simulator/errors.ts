// Meta's error codes the simulator can answer with (Meta, "Error codes", read 2026-09): title and HTTP status.

export interface MetaFault {
  code: number;
  title: string;
  http: number;
  details: string;
  /** The type in the body where it is not OAuthException, and the finer code some answers carry. */
  type?: string;
  subcode?: number;
}

const FAULTS: Record<number, readonly [title: string, http: number]> = {
  0: ['AuthException', 401],
  1: ['API Unknown', 400],
  2: ['API Service', 503],
  3: ['API Method', 500],
  4: ['API Too Many Calls', 400],
  10: ['Permission Denied', 403],
  100: ['Invalid parameter', 400],
  33: ['Parameter value is not valid', 400],
  190: ['Access token has expired', 401],
  368: ['Temporarily blocked for policies violations', 403],
  80007: ['Rate limit issues', 400],
  130403: ['Business has blocked the user', 400],
  130429: ['Rate limit hit', 400],
  130472: ["User's number is part of an experiment", 400],
  130497: ['Business account is restricted from messaging users in this country', 403],
  131000: ['Something went wrong', 500],
  131005: ['Access denied', 403],
  131008: ['Required parameter is missing', 400],
  131009: ['Parameter value is not valid', 400],
  131016: ['Service unavailable', 500],
  131021: ['Recipient cannot be sender', 400],
  131026: ['Message undeliverable', 400],
  131030: ['Recipient phone number not in allowed list', 400],
  131031: ['Business Account locked', 403],
  131042: ['Business eligibility payment issue', 400],
  131047: ['Re-engagement message', 400],
  131048: ['Spam rate limit hit', 400],
  131049: ['This message was not delivered to maintain healthy ecosystem engagement', 400],
  131050: ['User has stopped receiving marketing messages', 400],
  131051: ['Unsupported message type', 400],
  131052: ['Media download error', 400],
  131053: ['Media upload error', 400],
  131055: ['Method not allowed', 400],
  131056: ['(Business Account, Consumer Account) pair rate limit hit', 400],
  131057: ['Account in maintenance mode', 500],
  131062: ['Business-scoped User ID (BSUID) recipients are not supported for this message.', 400],
  131064: ['Account is capped for misclassified messages', 400],
  131063: ['Marketing templates are disabled on Cloud API for this account', 400],
  132000: ['Template Param Count Mismatch', 400],
  132001: ['Template does not exist', 404],
  132005: ['Template Hydrated Text Too Long', 400],
  132007: ['Template Format Character Policy Violated', 400],
  132012: ['Template Parameter Format Mismatch', 400],
  132015: ['Template is Paused', 400],
  132016: ['Template is Disabled', 400],
  132018: ['There is an issue with the parameters of the template', 400],
  132068: ['Flow is in blocked state', 400],
  132069: ['Flow is in throttled state', 400],
  133004: ['Server Temporarily Unavailable', 503],
  133010: ['Phone number not registered', 400],
  134100: ['Only marketing messages are supported', 400],
  134101: ['Template is syncing', 400],
  134102: ['Marketing messages are unavailable', 500],
  137000: ['Identity key hash mismatch', 400],
  139100: ['Failed to block/unblock users', 400],
  139101: ['Blocklist limit reached', 400],
  139102: ['Blocklist concurrent update', 400],
  139103: ['Internal error', 500],
  138006: ['No approved call permission from the recipient', 400],
};

export function faultOf(code: number, details?: string): MetaFault {
  const [title, http] = FAULTS[code] ?? (code >= 200 && code < 300 ? ['API Permission', 403] : ['Unknown error', 400]);
  return { code, title, http, details: details ?? `${title}.` };
}

/** The Graph API's own answer to an id it does not know, or does not show to this caller. */
export function objectMissing(method: string, id: string): MetaFault {
  const details =
    `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing ` +
    'permissions, or does not support this operation. Please read the Graph API documentation at ' +
    'https://developers.facebook.com/docs/graph-api';
  return { ...faultOf(100, details), type: 'GraphMethodException', subcode: 33 };
}

/** The body of a refused request. */
export function errorAnswer(fault: MetaFault, trace: string): Record<string, unknown> {
  // Code 100 and 190 come from the Graph API itself and carry their message bare; the rest are prefixed with the code.
  const bare = fault.code === 100 || fault.code === 190 || fault.code === 0;
  const data = bare ? {} : { error_data: { messaging_product: 'whatsapp', details: fault.details } };
  return {
    error: {
      message: bare ? fault.details : `(#${fault.code}) ${fault.title}`,
      type: fault.type ?? 'OAuthException',
      code: fault.code,
      ...(fault.subcode === undefined ? {} : { error_subcode: fault.subcode }),
      ...data,
      fbtrace_id: trace,
    },
  };
}

/** An element of `errors[]` in a failed status: title and message are the same there. */
export function statusError(fault: MetaFault): Record<string, unknown> {
  return {
    code: fault.code,
    title: fault.title,
    message: fault.title,
    error_data: { details: fault.details },
    href: '/documentation/business-messaging/whatsapp/support/error-codes',
  };
}
