// What the made-up customer does, told twice: as events of ours, and as webhooks in Meta's format. They come with a username and no number, write,
// are answered, take another username, get another account, write again, and are erased. Pure.

import type { CanaryStep, EventType } from '@throughline/contract';
import { changeWebhook, messagesWebhook, type ProbeSetting, statusWebhook } from '../probe/webhooks.ts';
import { canaryLaterUsername, canaryName, canaryPerson, canaryUsername, canaryWamid } from './rules-person.ts';

interface EventStep {
  step: CanaryStep;
  type: EventType;
}

/** In the order they happen. */
export const eventSteps = [
  { step: 'created', type: 'contact.created' },
  { step: 'conversation', type: 'conversation.created' },
  { step: 'message', type: 'message.received' },
  { step: 'answer', type: 'message.sent' },
  { step: 'delivered', type: 'message.status' },
  { step: 'username_lost', type: 'identifier.lost' },
  { step: 'username_gained', type: 'identifier.gained' },
  { step: 'renamed', type: 'contact.changed' },
  { step: 'account_lost', type: 'identifier.lost' },
  { step: 'account_gained', type: 'identifier.gained' },
  { step: 'message_again', type: 'message.received' },
  { step: 'erased', type: 'contact.erased' },
] as const satisfies readonly EventStep[];

/** Of Meta's format, which has no word for an erasure. */
export const relaySteps = [
  'message',
  'delivered',
  'renamed',
  'account_changed',
  'message_again',
] as const satisfies readonly CanaryStep[];

const words = {
  first: 'This is the Throughline canary. Nobody wrote this.',
  answer: 'This is an answer to the Throughline canary. Nobody gets it.',
  again: 'This is the Throughline canary again, under another account.',
};

export interface Story {
  /** Of the run. */
  number: number;
  runId: string;
  contactId: string;
  conversationId: string;
  messages: readonly [first: string, answer: string, again: string];
  phoneNumberId: string;
  at: Date;
}

export interface StoryEvent {
  step: CanaryStep;
  type: EventType;
  contactId: string;
  conversationId: string | null;
  at: Date;
  data: Record<string, unknown>;
  accounts: string[] | null;
}

export function eventsOfStory(story: Story): StoryEvent[] {
  const { contactId, conversationId, at } = story;
  const { userId, laterUserId } = canaryPerson(story.number);
  return eventSteps.map(({ step, type }, place) => {
    const isLater = place >= eventSteps.findIndex((one) => one.step === 'account_lost');
    const accounts = step === 'account_lost' ? [userId] : isLater ? [laterUserId] : [userId];
    const isAboutUsername = step === 'username_lost' || step === 'username_gained';
    return {
      ...{ step, type, contactId, at, data: dataOf(step, story) },
      conversationId: inThread.has(step) ? conversationId : null,
      accounts: step === 'erased' || isAboutUsername ? null : accounts,
    };
  });
}

const inThread = new Set<CanaryStep>(['conversation', 'message', 'answer', 'delivered', 'message_again']);
const afterRenaming = new Set<CanaryStep>([
  'username_lost',
  'username_gained',
  'renamed',
  'account_lost',
  'account_gained',
  'message_again',
]);

function dataOf(step: CanaryStep, story: Story): Record<string, unknown> {
  const { runId, contactId, messages } = story;
  if (step === 'erased') return { erased: contactId, erasureId: runId };
  const username = afterRenaming.has(step) ? canaryLaterUsername : canaryUsername;
  const contact = {
    ...{ id: contactId, displayName: canaryName },
    ...{ identifier: { kind: 'username', value: username }, username },
  };
  const inConversation = { contact, conversation: conversationOf(story) };
  switch (step) {
    case 'conversation':
      return inConversation;
    case 'message':
      return { ...inConversation, message: received(messages[0], story.at, words.first) };
    case 'message_again':
      return { ...inConversation, message: received(messages[2], story.at, words.again) };
    case 'answer':
      return { ...inConversation, message: { ...answerOf(story, 'sent'), text: words.answer } };
    case 'delivered':
      return {
        ...inConversation,
        message: { ...answerOf(story, 'delivered'), failure: null },
        statusAt: story.at.toISOString(),
      };
    case 'username_lost':
      return { contact, identifier: { kind: 'username', value: canaryUsername } };
    case 'username_gained':
      return { contact, identifier: { kind: 'username', value: canaryLaterUsername } };
    case 'renamed':
      return { contact, changed: ['identifier', 'username'] };
    case 'account_lost':
    case 'account_gained':
      return { contact, identifier: { kind: 'account' } };
    default:
      return { contact };
  }
}

function conversationOf({ conversationId, phoneNumberId }: Story) {
  return { id: conversationId, businessNumber: { id: phoneNumberId }, state: 'open' };
}

function received(id: string, at: Date, text: string) {
  return { id, direction: 'in', type: 'text', status: 'received', at: at.toISOString(), text };
}

function answerOf({ messages: [, id], at }: Story, status: string) {
  return { id, direction: 'out', type: 'text', status, at: at.toISOString(), author: null };
}

export interface RelayTelling {
  number: number;
  step: CanaryStep;
  line: Omit<ProbeSetting, 'at' | 'id'>;
  /** Milliseconds since the epoch. */
  at: number;
  /** What the reader calls the message it wrote to them, where it did. */
  answer: string | undefined;
}

/** As Meta would send it, before it is written anew for whoever is told. */
export function webhookOfStory({ number, step, line, at, answer }: RelayTelling): unknown {
  const person = canaryPerson(number);
  const renamed = { ...person, username: canaryLaterUsername };
  const setting = { ...line, at: Math.floor(at / 1000), id: canaryWamid(number, step) };
  const text = (body: string) => ({ type: 'text', text: { body } });
  switch (step) {
    case 'delivered':
      return statusWebhook({ ...setting, id: answer ?? setting.id }, person, 'hidden', 'delivered');
    case 'renamed':
      return messagesWebhook(setting, [{ person: renamed, shown: 'hidden', content: text(words.first) }]);
    case 'account_changed':
      return changeWebhook(setting, renamed, 'hidden');
    case 'message_again':
      return messagesWebhook(setting, [{ person: renamed, shown: 'hidden', content: text(words.again), later: true }]);
    default:
      return messagesWebhook(setting, [{ person, shown: 'hidden', content: text(words.first) }]);
  }
}
