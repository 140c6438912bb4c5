// Whether a person's number may be asked for, and what became of the last time, as agents read it; the same choice asking makes.

import type { NumberAsking, NumberRequest } from '@throughline/contract';
import { type PortfolioId, replyAddress } from '@throughline/identity';
import { type Asking, mayAsk } from '../asks/rules-asking.ts';
import { type RequestRow, requestById, requestsIn } from '../asks/store.ts';
import { contactability } from '../contacts/contactability.ts';
import { stateAround } from '../contacts/load.ts';
import { sharedConflict } from '../contacts/reviews.ts';
import { holdersAround } from '../contacts/store.ts';
import { threadIdsOf } from '../conversations/store.ts';
import type { Reader } from '../db/connect.ts';
import { numbersOf } from '../numbers/store.ts';
import { askingTemplates } from '../templates/asking.ts';
import { say, tell } from '../words/say.ts';
import { type Sentence, sentence } from '../words/sentence.ts';
import type { ContactFound } from './contacts.ts';
import type { ConversationFound } from './conversation-list.ts';

export async function numberAsking(db: Reader, found: ConversationFound, now: number): Promise<NumberAsking> {
  const { viewer, portfolioId, holderId, conversation } = found;
  const around = await stateAround(db, portfolioId, holderId);
  const address = around ? replyAddress(around.state, holderId) : undefined;
  const threads = await threadIdsOf(db, portfolioId, await holdersAround(db, portfolioId, holderId));
  const requests = await requestsIn(
    db,
    portfolioId,
    threads.map(({ id }) => id),
  );
  const reach = (await contactability(db, portfolioId, [holderId])).get(holderId);
  const open = conversation.windowClosesAt !== null && Date.parse(conversation.windowClosesAt) > now;
  const numberKnown = address?.kind === 'phone';
  const asking = mayAsk({
    numberKnown,
    addressLost: address === undefined || address.kind === 'held',
    blocked: reach?.blockedOn.has(conversation.businessNumber.id) ?? false,
    open,
    template: open || numberKnown ? false : await hasTemplate(db, found),
    requests: requests.map(({ state, askedAt }) => ({ state, askedAt: askedAt.getTime() })),
    now,
  });
  const [last] = requests;
  const conflict = last?.state === 'shared' && (await sharedConflict(db, portfolioId, holderId));
  return {
    may: asking.why === null,
    why: asking.why,
    text: conflict ? say(viewer, 'asking.shared_before') : tell(viewer, askingWords(asking, last)),
    again: asking.again === null ? null : new Date(asking.again).toISOString(),
    via: asking.via,
    last: last ? requestShown(last, conversation.contactId) : null,
  };
}

async function hasTemplate(db: Reader, { portfolioId, conversation }: ConversationFound): Promise<boolean> {
  const numbers = await numbersOf(db, portfolioId);
  const number = numbers.find((one) => one.phoneNumberId === conversation.businessNumber.id);
  return number !== undefined && (await askingTemplates(db, number)).length > 0;
}

/** What may be done and why not; `last` is the question before. */
export function askingWords({ why, via }: Asking, last: RequestRow | undefined): Sentence {
  if (last?.state === 'shared' && why === 'asked_recently') return sentence('asking.not_theirs');
  if (why === 'asked_recently' && last?.state === 'no_answer') return sentence('asking.no_answer');
  return why === null ? sentence(via === 'message' ? 'asking.message' : 'asking.template') : sentence(`asking.${why}`);
}

/** All questions to a person, newest first. */
export async function requestsShown(
  db: Reader,
  { portfolioId, holderIds, contact }: ContactFound,
): Promise<NumberRequest[]> {
  const threads = await threadIdsOf(db, portfolioId, holderIds);
  const rows = await requestsIn(
    db,
    portfolioId,
    threads.map(({ id }) => id),
  );
  return rows.map((row) => requestShown(row, contact.id));
}

export async function requestShownById(
  db: Reader,
  portfolioId: PortfolioId,
  { id, contactId }: { id: string; contactId: string },
): Promise<NumberRequest | undefined> {
  const row = await requestById(db, portfolioId, id);
  return row && requestShown(row, contactId);
}

function requestShown(row: RequestRow, contactId: string): NumberRequest {
  return {
    ...row,
    contactId,
    askedAt: row.askedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  };
}
