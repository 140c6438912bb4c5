// What is tried: each kind of webhook in a pair, once of somebody whose number is shown, once of somebody whose is not; and short stories, told
// twice in the same way. Whatever an integration does of the first it should do of the second.

import type { ProbePerson } from './people.ts';
import {
  callWebhook,
  changeWebhook,
  messagesWebhook,
  type ProbeSetting,
  preferenceWebhook,
  type Said,
  type Shown,
  statusWebhook,
} from './webhooks.ts';

/** One webhook of a trial, made when its turn comes. `says`: words that only its message has, and that must be kept. */
export interface Step {
  readonly says: readonly string[];
  readonly build: (setting: ProbeSetting) => unknown;
}

/** What a story is about: who must stay one, who must stay apart. */
export type Expects = 'alike' | 'one person' | 'two people';

export interface Trial {
  readonly id: string;
  /** What comes in, in words. */
  readonly title: string;
  readonly expects: Expects;
  /** How many made-up people it takes. */
  readonly people: number;
  /** The steps, told of these people: as today, or as they come from those who hide their number. */
  readonly steps: (people: readonly ProbePerson[], as: 'control' | 'trial', run: string) => Step[];
}

type Content = (word: string) => Record<string, unknown>;

/** Kinds of messages; `word` is looked for afterwards where a kind carries words. */
const contents: readonly (readonly [id: string, title: string, content: Content, hasWords: boolean])[] = [
  [
    'image',
    'a photo',
    (word) => ({ type: 'image', image: { id: '7000000001', mime_type: 'image/jpeg', sha256: 'x', caption: word } }),
    true,
  ],
  [
    'audio',
    'a voice message',
    () => ({ type: 'audio', audio: { id: '7000000002', mime_type: 'audio/ogg; codecs=opus', voice: true } }),
    false,
  ],
  [
    'document',
    'a document',
    (word) => ({
      type: 'document',
      document: { id: '7000000003', mime_type: 'application/pdf', filename: 'a.pdf', caption: word },
    }),
    true,
  ],
  [
    'sticker',
    'a sticker',
    () => ({ type: 'sticker', sticker: { id: '7000000004', mime_type: 'image/webp', animated: false } }),
    false,
  ],
  ['location', 'a place', (word) => ({ type: 'location', location: { latitude: 0, longitude: 0, name: word } }), true],
  [
    'contacts',
    'the card of somebody',
    (word) => ({
      type: 'contacts',
      contacts: [
        {
          name: { formatted_name: word },
          origin: 'other',
          phones: [{ phone: '+1 202-555-0199', wa_id: '12025550199', type: 'CELL' }],
        },
      ],
    }),
    true,
  ],
  ['button', 'the button of a template', (word) => ({ type: 'button', button: { payload: 'YES', text: word } }), true],
  [
    'button-reply',
    'a button',
    (word) => ({ type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'b1', title: word } } }),
    true,
  ],
  [
    'list-reply',
    'a choice from a list',
    (word) => ({ type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'l1', title: word } } }),
    true,
  ],
  [
    'order',
    'an order',
    (word) => ({
      type: 'order',
      order: {
        catalog_id: '1',
        text: word,
        product_items: [{ product_retailer_id: 'a', quantity: 1, item_price: 1, currency: 'USD' }],
      },
    }),
    true,
  ],
  [
    'unsupported',
    'a message of a kind unknown',
    () => ({ type: 'unsupported', errors: [{ code: 131051, title: 'Message type unknown' }] }),
    false,
  ],
];

const text = (word: string) => ({ type: 'text', text: { body: `Synthetic message of a readiness audit: ${word}` } });

/** A trial of one webhook, told with the number and as `shown`. */
function pair(
  id: string,
  title: string,
  shown: Shown,
  build: (person: ProbePerson, as: Shown, word: string) => Step,
): Trial {
  return {
    id,
    title,
    expects: 'alike',
    people: 1,
    steps: ([person], as, run) =>
      person ? [build(person, as === 'control' ? 'phone' : shown, `word-${run}-${id}-${as}`)] : [],
  };
}

const say = (said: Said | readonly Said[], says: readonly string[]): Step => ({
  says,
  build: (setting) => messagesWebhook(setting, [said].flat() as readonly Said[]),
});

const silently = (build: (setting: ProbeSetting) => unknown): Step => ({ says: [], build });

const texts: readonly (readonly [Shown, string])[] = [
  ['hidden', 'a text, with a username and no number'],
  ['both', 'a text, with a username and the number'],
  ['parent', 'a text, with no number and two account ids'],
  ['alias', 'a text, with a number that is nobody’s'],
];

const statuses = ['sent', 'delivered', 'read', 'failed'];

export const trials: readonly Trial[] = [
  ...texts.map(([shown, title]) =>
    pair(`text-${shown}`, title, shown, (person, as, word) => say({ person, shown: as, content: text(word) }, [word])),
  ),
  ...contents.map(([id, title, content, hasWords]) =>
    pair(id, `${title}, with no number`, 'hidden', (person, as, word) =>
      say({ person, shown: as, content: content(word) }, hasWords ? [word] : []),
    ),
  ),
  pair('reaction', 'a reaction, with no number', 'hidden', (person, as) =>
    say(
      {
        person,
        shown: as,
        content: { type: 'reaction', reaction: { message_id: 'wamid.THROUGHLINEAUDIT', emoji: '👍' } },
      },
      [],
    ),
  ),
  pair('edit', 'a message changed, with no number', 'hidden', (person, as, word) =>
    say(
      {
        person,
        shown: as,
        content: { type: 'edit', edit: { original_message_id: 'wamid.THROUGHLINEAUDIT', message: text(word) } },
      },
      [],
    ),
  ),
  pair('revoke', 'a message taken back, with no number', 'hidden', (person, as) =>
    say(
      { person, shown: as, content: { type: 'revoke', revoke: { original_message_id: 'wamid.THROUGHLINEAUDIT' } } },
      [],
    ),
  ),
  ...statuses.map((status) =>
    pair(`status-${status}`, `“${status}”, of a message sent to an account id`, 'hidden', (person, as) =>
      silently((setting) => statusWebhook(setting, person, as, status)),
    ),
  ),
  ...(['connect', 'terminate'] as const).map((event) =>
    pair(
      `call-${event}`,
      event === 'connect' ? 'a call, with no number' : 'the end of a call, with no number',
      'hidden',
      (person, as) => silently((setting) => callWebhook(setting, person, as, event)),
    ),
  ),
  ...(['stop', 'resume'] as const).map((value) =>
    pair(`preference-${value}`, `“${value}” to marketing, with no number`, 'hidden', (person, as) =>
      silently((setting) => preferenceWebhook(setting, person, as, value)),
    ),
  ),
  {
    id: 'batch',
    title: 'two messages in one webhook, the first with no number',
    expects: 'alike',
    people: 2,
    steps: ([one, other], as, run) => {
      if (!one || !other) return [];
      const words = [`word-${run}-batch-${as}-1`, `word-${run}-batch-${as}-2`];
      const shown: readonly Shown[] = [as === 'control' ? 'phone' : 'hidden', 'phone'];
      return [
        say(
          [one, other].map((person, at) => ({ person, shown: shown[at] ?? 'phone', content: text(words[at] ?? '') })),
          words,
        ),
      ];
    },
  },
  {
    id: 'hides-later',
    title: 'somebody known by number, who hides it later',
    expects: 'one person',
    people: 1,
    steps: ([person], as, run) =>
      person ? told(person, [['phone'], [as === 'control' ? 'phone' : 'hidden']], `${run}-hides-${as}`) : [],
  },
  {
    id: 'shows-later',
    title: 'somebody known by account id, who shows their number later',
    expects: 'one person',
    people: 1,
    steps: ([person], as, run) =>
      person ? told(person, [[as === 'control' ? 'both' : 'hidden'], ['both']], `${run}-shows-${as}`) : [],
  },
  {
    id: 'account-changed',
    title: 'somebody whose account id changes, with no number',
    expects: 'one person',
    people: 1,
    steps: ([person], as, run) => {
      if (!person) return [];
      // Told of somebody who stays who they are: an integration that follows the change shows the same. As many messages, since some keep the one that tells of the change among the others.
      if (as === 'control') return told(person, [['hidden'], ['hidden'], ['hidden']], `${run}-changed-control`);
      const [first, last] = told(person, [['hidden'], ['hidden', true]], `${run}-changed-trial`);
      return first && last ? [first, silently((setting) => changeWebhook(setting, person, 'hidden')), last] : [];
    },
  },
  {
    id: 'two-hidden',
    title: 'two people with no number',
    expects: 'two people',
    people: 2,
    steps: (people, as, run) =>
      people.flatMap((person, at) => told(person, [[as === 'control' ? 'phone' : 'hidden']], `${run}-two-${as}-${at}`)),
  },
  {
    id: 'username-passed-on',
    title: 'a username given up by one and taken by another',
    expects: 'two people',
    people: 2,
    steps: (people, as, run) => {
      const username = people[0]?.username ?? '';
      const holders = as === 'control' ? people : people.map((one) => ({ ...one, username }));
      return holders.flatMap((person, at) => told(person, [['both']], `${run}-name-${as}-${at}`));
    },
  },
];

/** Somebody writes, several times. */
function told(person: ProbePerson, times: readonly (readonly [Shown, boolean?])[], word: string): Step[] {
  return times.map(([shown, later = false], at) => {
    const own = `word-${word}-${at}`;
    return say({ person, shown, content: text(own), later }, [own]);
  });
}
