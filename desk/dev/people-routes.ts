// What is owed to people, in the pretend town: asking for a number, their word on messages, blocks, the Contact Book.

import { randomUUID } from 'node:crypto';
import {
  AskNumber,
  type Block,
  BlockContact,
  CardsRead,
  type Contact,
  ContactBook,
  type ConversationDetail,
  Errand,
  NumberRequest,
  ReadCards,
  Sending,
  SetContactBook,
  SetPreference,
} from '@throughline/contract';
import { type Answer, type Call, problem } from './answers.ts';
import { say, textItem } from './town.ts';
import type { Town } from './town-state.ts';

const day = 24 * 3_600_000;
const ok = (body: unknown): Answer => ({ status: 200, body });
const soon = (ms: number) => new Date(Date.now() + ms).toISOString();

export function askNumber(town: Town, conversation: ConversationDetail, call: Call): Answer {
  const { text } = AskNumber.parse(call.body);
  const { number } = conversation;
  if (!number?.may) return problem(409, number?.why ?? 'pending', number?.text ?? 'Not now.');
  const item = textItem(
    conversation.id,
    'out',
    text ?? 'May we have your number? Our courier would call you before he comes.',
  );
  const { text: words, ...rest } = item;
  say(town, conversation.id, {
    ...rest,
    type: 'interactive',
    interactive: { kind: 'number_request', body: words?.body ?? '', options: [] },
  });
  const request = NumberRequest.parse({
    id: randomUUID(),
    contactId: conversation.contactId,
    conversationId: conversation.id,
    messageId: item.id,
    state: 'pending',
    via: number.via,
    askedBy: 'Maya Kamau',
    askedAt: soon(0),
    expiresAt: soon(7 * day),
    answeredAt: null,
    phone: null,
  });
  const now = town.conversations.get(conversation.id) ?? conversation;
  town.conversations.set(conversation.id, {
    ...now,
    number: {
      may: false,
      why: 'pending',
      text: 'Asked just now; no answer yet.',
      again: soon(30 * day),
      via: number.via,
      last: request,
    },
  });
  town.changed({ kind: 'conversation', id: conversation.id, contactId: conversation.contactId });
  return { status: 202, body: request };
}

export function preference(town: Town, contact: Contact, call: Call): Answer {
  const { category, value, reason } = SetPreference.parse(call.body);
  const others = contact.preferences.filter((one) => one.category !== category);
  const preferences = [{ category, value, at: soon(0), by: 'Maya Kamau', reason }, ...others];
  const marketing = value === 'stop' ? ('stopped' as const) : ('resumed' as const);
  return replace(town, { ...contact, preferences, marketing });
}

export function block(town: Town, contact: Contact, call: Call): Answer {
  const lifted = call.method === 'DELETE';
  const asked = BlockContact.parse(
    lifted ? { ...Object.fromEntries(call.query), reason: 'lifted', ...call.body } : call.body,
  );
  const chosen = town.numbers.filter(({ id }) => asked.businessNumber === undefined || asked.businessNumber === id);
  const others = contact.blocks.filter((one) => !chosen.some(({ id }) => id === one.businessNumber.id));
  const state: Block['state'] = lifted ? 'unblocking' : 'blocking';
  const mine = chosen.map((businessNumber) => ({
    businessNumber,
    state,
    by: 'Maya Kamau',
    at: soon(0),
    reason: asked.reason,
    problem: null,
  }));
  const answer = replace(town, { ...contact, blocks: [...others, ...mine] });
  setTimeout(() => {
    const now = town.contacts.get(contact.id);
    if (!now) return;
    const done = (one: Block): Block[] => {
      if (!chosen.some(({ id }) => id === one.businessNumber.id)) return [one];
      return lifted ? [] : [{ ...one, state: 'blocked' }];
    };
    replace(town, { ...now, blocks: now.blocks.flatMap(done) });
  }, 1_500);
  return answer;
}

export function deleteEntry(): Answer {
  const errand = {
    id: randomUUID(),
    kind: 'delete_from_contact_book',
    state: 'waiting',
    at: soon(0),
    doneAt: null,
    result: null,
  };
  return { status: 202, body: { data: [Errand.parse(errand)], next: null } };
}

export function readCards(call: Call): Answer {
  const { vcard } = ReadCards.parse(call.body);
  const cards = [...vcard.matchAll(/BEGIN:VCARD([\s\S]*?)END:VCARD/gi)].map(([, inner = '']) => ({
    name: { formatted: inner.match(/^FN[^:]*:(.+)$/im)?.[1]?.trim() ?? 'Nobody' },
    phones: [...inner.matchAll(/^TEL[^:]*:(?:tel:)?(.+)$/gim)].map(([, text = '']) => ({ text: text.trim() })),
    emails: [...inner.matchAll(/^EMAIL[^:]*:(.+)$/gim)].map(([, email = '']) => ({ email: email.trim() })),
    addresses: [],
    urls: [],
  }));
  return ok(CardsRead.parse({ cards, problems: cards.length === 0 ? ['This is no vCard.'] : [] }));
}

export function bookAnswer(town: Town, call: Call): Answer {
  if (call.method === 'PUT') town.book = { ...town.book, setting: SetContactBook.parse(call.body).setting };
  const body = ContactBook.parse({ ...town.book, advice: adviceOf(town.book.setting) });
  return ok(call.method === 'PUT' ? body : { data: [body], next: null });
}

function adviceOf(setting: ContactBook['setting']): ContactBook['advice'] {
  if (setting === 'on')
    return [
      {
        code: 'keep_on',
        title: 'Keep it on.',
        detail: 'As long as it is on, WhatsApp goes on showing you the numbers of people you have written with.',
      },
    ];
  return [
    {
      code: 'turn_on',
      title: 'Turn the Contact Book on in WhatsApp Manager.',
      detail: 'Without it a number that is hidden disappears 30 days after the last message that carried it.',
    },
    {
      code: 'ask',
      title: 'Ask the 637 people whose number was never known.',
      detail: 'In their conversation, with one click. WhatsApp lets them share it with one tap.',
    },
  ];
}

export function sendingAnswer(town: Town): Answer {
  const [sales, service] = town.numbers;
  const none = { waiting: 0, oldestS: 0 };
  const numbers: Sending[] = [
    {
      businessNumber: sales as Sending['businessNumber'],
      rate: { allowed: 80, used: 31.5, level: 'standard' },
      messagingLimit: { tier: '2K', people: 2_000, used: 1_871 },
      queue: {
        answers: { waiting: 3, oldestS: 0.4 },
        begun: { waiting: 12, oldestS: 4 },
        campaigns: { waiting: 8_120, oldestS: 1_460 },
      },
      unknown: 2,
      blocked: [
        {
          reason: 'messaging_limit',
          messages: 7_900,
          text: 'The portfolio may begin conversations with 129 more people today. The campaign goes on by itself as the day moves on; verify the business to raise the limit.',
        },
        {
          reason: 'pair_rate',
          messages: 2,
          text: 'WhatsApp takes one message every six seconds to one person. They go by themselves.',
        },
      ],
    },
    {
      businessNumber: service as Sending['businessNumber'],
      rate: { allowed: 1_000, used: 0, level: 'high' },
      messagingLimit: { tier: 'UNLIMITED', people: null, used: 212 },
      queue: { answers: none, begun: none, campaigns: none },
      unknown: 0,
      blocked: [],
    },
  ];
  return ok({ data: numbers.map((one) => Sending.parse(one)), next: null });
}

function replace(town: Town, contact: Contact): Answer {
  town.contacts.set(contact.id, contact);
  town.changed({ kind: 'contact', id: contact.id });
  return ok(contact);
}
