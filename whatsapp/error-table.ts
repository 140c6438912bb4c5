// Meta's error codes: what happened, whether trying again helps, and what an agent is told. The same code may come in the
// answer to a send, in a `failed` status, or in both.

/** What the error is about, so that the desk can offer the right next step. */
export type ErrorKind =
  | 'recipient'
  | 'window'
  | 'consent'
  | 'address'
  | 'rate'
  | 'content'
  | 'template'
  | 'account'
  | 'access'
  | 'temporary'
  | 'call'
  | 'software'
  | 'unknown';

/** `reresolve`: the identifier may be out of date; look the person up again and try once. */
export type ErrorRetry = 'never' | 'backoff' | 'wait_a_day' | 'reresolve';

export interface ErrorExplanation {
  code: number;
  kind: ErrorKind;
  retry: ErrorRetry;
  /** Plain sentences: what happened, and what to do. */
  agent: string;
  source: string;
}

/** The explanation of a code; one that says how little is known where the code is new. */
export function explainError(code: number): ErrorExplanation {
  const row = table.get(code) ?? families.find(({ from, to }) => code >= from && code <= to)?.row ?? unknownCode;
  const [kind, retry, agent, source] = row;
  return { code, kind, retry, agent, source };
}

/** Every code the table names, in order: for the printed table and for tests. */
export function knownErrorCodes(): number[] {
  return [...table.keys()].sort((a, b) => a - b);
}

type Row = readonly [ErrorKind, ErrorRetry, string, string];

const codes = 'Meta, Error codes, read 2026-09';
const scoped = 'Meta, Business-scoped user IDs, read 2026-09';
const marketing = 'Meta, Marketing Messages API, read 2026-09';
const calling = 'Meta, Calling API errors, read 2026-09';
const blocking = 'Meta, Block users, read 2026-09';
const reports = 'Reported by integrators, 2026';

const unknownCode: Row = [
  'unknown',
  'never',
  'WhatsApp refused this with an error that is new to us. Ask an administrator to look up the error code.',
  codes,
];
const noAccess: Row = [
  'access',
  'never',
  'Our connection to WhatsApp is not allowed to do this. Ask an administrator to check the access token and its permissions.',
  codes,
];
const passing: Row = [
  'temporary',
  'backoff',
  'WhatsApp had a problem of its own. Nothing is wrong with the message; it is tried again by itself.',
  codes,
];
const tooMany: Row = [
  'rate',
  'backoff',
  'Too many requests were made to WhatsApp in a short time. It is tried again by itself, more slowly.',
  codes,
];
const blocksBusy: Row = [
  'temporary',
  'backoff',
  'WhatsApp was busy with the list of blocked people. It is tried again by itself.',
  blocking,
];
const badTemplate = (what: string): Row => [
  'template',
  'never',
  `${what} Choose another template, or ask an administrator to correct this one.`,
  codes,
];

const table: ReadonlyMap<number, Row> = new Map<number, Row>([
  [0, noAccess],
  [2, passing],
  [3, noAccess],
  [4, tooMany],
  [10, noAccess],
  [
    100,
    ['software', 'never', 'WhatsApp did not understand the request. Ask an administrator to report this error.', codes],
  ],
  [
    190,
    ['access', 'never', 'Our access to WhatsApp has expired. Ask an administrator to renew the access token.', codes],
  ],
  [
    368,
    [
      'account',
      'never',
      'WhatsApp has blocked the business account over its policies. Ask an administrator to look at the account.',
      codes,
    ],
  ],
  [80007, tooMany],
  [
    130403,
    ['recipient', 'never', 'The business has blocked this person. Unblock them first to write to them.', reports],
  ],
  [
    130429,
    ['rate', 'backoff', 'Messages are going out faster than WhatsApp allows. It is tried again by itself.', codes],
  ],
  [
    130472,
    [
      'recipient',
      'never',
      'WhatsApp withholds marketing from this person as part of an experiment. Wait for them to write first.',
      codes,
    ],
  ],
  [
    130497,
    ['account', 'never', 'The business may not message people in this country. Nothing can be done from here.', codes],
  ],
  [131000, passing],
  [131005, noAccess],
  [
    131008,
    [
      'software',
      'never',
      'The request to WhatsApp lacked something it needs. Ask an administrator to report this error.',
      codes,
    ],
  ],
  [
    131009,
    [
      'address',
      'reresolve',
      "WhatsApp did not accept a value, most often a person's identifier that is out of date. It is looked up again and tried once more.",
      scoped,
    ],
  ],
  [131016, passing],
  [
    131021,
    ['recipient', 'never', 'The message was addressed to the business number itself. Choose another recipient.', codes],
  ],
  [
    131026,
    [
      'recipient',
      'reresolve',
      'WhatsApp could not deliver this. The number may not be on WhatsApp, or the app may be too old. Reach the person another way.',
      codes,
    ],
  ],
  [
    131030,
    [
      'recipient',
      'never',
      'A test number can only write to people on its list. Ask an administrator to add the person, or to use a real number.',
      codes,
    ],
  ],
  [
    131031,
    [
      'account',
      'never',
      'WhatsApp has locked the business account. Ask an administrator to look at the account.',
      codes,
    ],
  ],
  [
    131042,
    [
      'account',
      'never',
      "There is a problem with the business's payment method. Ask an administrator to settle it with Meta.",
      codes,
    ],
  ],
  [
    131047,
    ['window', 'never', 'More than 24 hours have passed since the person last wrote. Send a template instead.', codes],
  ],
  [
    131048,
    [
      'rate',
      'wait_a_day',
      'WhatsApp limits this number because people reported its messages. Wait, and write only to people who expect it.',
      codes,
    ],
  ],
  [
    131049,
    [
      'consent',
      'wait_a_day',
      'WhatsApp limits how much marketing one person receives. Wait at least a day before trying again.',
      codes,
    ],
  ],
  [
    131050,
    [
      'consent',
      'never',
      'The person asked not to receive marketing. Send no more of it until they ask for it again.',
      codes,
    ],
  ],
  [131051, ['content', 'never', 'WhatsApp does not support this type of message. Send it in another form.', codes]],
  [
    131052,
    ['content', 'never', 'The attachment the person sent could not be downloaded. Ask them to send it again.', codes],
  ],
  [
    131053,
    ['content', 'never', 'The attachment could not be uploaded. Check its type and size, and attach it again.', codes],
  ],
  [
    131055,
    [
      'template',
      'never',
      'This template has the wrong category for marketing sends. Choose a marketing template.',
      marketing,
    ],
  ],
  [
    131056,
    [
      'rate',
      'backoff',
      'Too many messages went to this person in a short time. It is tried again by itself, more slowly.',
      codes,
    ],
  ],
  [
    131057,
    [
      'temporary',
      'backoff',
      'The business number is in maintenance at WhatsApp for a moment. It is tried again by itself.',
      codes,
    ],
  ],
  [
    131060,
    [
      'content',
      'never',
      'WhatsApp could not make this message available to businesses. Ask the person to send it in another form.',
      codes,
    ],
  ],
  [
    131062,
    [
      'address',
      'never',
      'This kind of message can only be sent to a phone number, and the person has hidden theirs. Ask them to share it.',
      scoped,
    ],
  ],
  [
    131063,
    [
      'account',
      'never',
      'Marketing templates are switched off for this account on this channel. Ask an administrator to set up marketing sends.',
      marketing,
    ],
  ],
  [
    131064,
    [
      'account',
      'wait_a_day',
      'WhatsApp limits this account because templates were sent under the wrong category. Wait, and ask an administrator to check the categories.',
      codes,
    ],
  ],
  [132000, badTemplate('The number of values does not fit the template.')],
  [132001, badTemplate('The template does not exist in this language, or is not approved yet.')],
  [132005, badTemplate('The text is too long once the values are filled in.')],
  [132007, badTemplate("The template's content goes against WhatsApp's policies.")],
  [132012, badTemplate('A value has the wrong form for the template.')],
  [132015, badTemplate('WhatsApp has paused the template because of low quality.')],
  [132016, badTemplate('WhatsApp has disabled the template for good.')],
  [132018, badTemplate('The values given for the template are not valid.')],
  [132068, badTemplate('The form behind the template is blocked.')],
  [
    132069,
    [
      'rate',
      'backoff',
      'The form behind the template was sent too often in the last hour. It is tried again by itself, more slowly.',
      codes,
    ],
  ],
  [133004, passing],
  [
    133010,
    [
      'account',
      'never',
      'The business number is not registered with WhatsApp. Ask an administrator to register it.',
      codes,
    ],
  ],
  [
    134100,
    ['template', 'never', 'Only marketing templates can be sent this way. Choose a marketing template.', marketing],
  ],
  [
    134101,
    [
      'template',
      'backoff',
      'The template is still being prepared for marketing sends. It is tried again by itself.',
      marketing,
    ],
  ],
  [
    134102,
    [
      'temporary',
      'backoff',
      'Marketing sends are not available at WhatsApp at the moment. It is tried again by itself.',
      marketing,
    ],
  ],
  [
    137000,
    [
      'recipient',
      'never',
      "The person's security code has changed since it was last checked. Make sure of who they are before writing again.",
      codes,
    ],
  ],
  [
    138006,
    ['call', 'never', 'The person has not allowed calls from the business. Ask for their permission first.', calling],
  ],
  [
    138009,
    ['call', 'wait_a_day', 'Permission to call was asked too often. Wait at least a day before asking again.', calling],
  ],
  [
    138012,
    [
      'call',
      'wait_a_day',
      'The daily limit of calls to this person is reached. Call again tomorrow, or write.',
      calling,
    ],
  ],
  [
    139100,
    [
      'recipient',
      'never',
      'WhatsApp could not block or unblock this person. It blocks only people who have written within the last 24 hours.',
      blocking,
    ],
  ],
  [
    139101,
    [
      'account',
      'never',
      'This number has blocked 64,000 people, which is all WhatsApp allows. Unblock somebody else first.',
      blocking,
    ],
  ],
  [139102, blocksBusy],
  [139103, blocksBusy],
]);

const families: readonly { from: number; to: number; row: Row }[] = [
  { from: 200, to: 299, row: noAccess },
  { from: 132000, to: 132999, row: badTemplate('WhatsApp did not accept the template.') },
  {
    from: 138000,
    to: 138999,
    row: ['call', 'never', 'WhatsApp refused the call. Write to the person instead.', calling],
  },
  {
    from: 139000,
    to: 139999,
    row: [
      'recipient',
      'never',
      'WhatsApp could not block or unblock this person. It only can within 24 hours of their last message.',
      blocking,
    ],
  },
];
