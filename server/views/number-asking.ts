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
import type { ContactFound } from './contacts.ts';
import type { ConversationFound } from './conversation-list.ts';

export async function numberAsking(db: Reader, found: ConversationFound, now: number): Promise<NumberAsking> {
  const { portfolioId, holderId, conversation } = found;
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
  const shown = { ...asked(asking, last), last: last ? requestShown(last, conversation.contactId) : null };
  return conflict ? { ...shown, text: sharedBefore } : shown;
}

const sharedBefore =
  'They shared their number. Somebody else here had it before, so there is a question whether the two are one person; a supervisor can settle it.';

async function hasTemplate(db: Reader, { portfolioId, conversation }: ConversationFound): Promise<boolean> {
  const numbers = await numbersOf(db, portfolioId);
  const number = numbers.find((one) => one.phoneNumberId === conversation.businessNumber.id);
  return number !== undefined && (await askingTemplates(db, number)).length > 0;
}

/** What may be done, without the past. */
export function asked({ why, via, again }: Asking, last: RequestRow | undefined): Omit<NumberAsking, 'last'> {
  const at = again === null ? null : new Date(again).toISOString();
  return { may: why === null, why, text: textOf(why, { via, last }), again: at, via };
}

function textOf(why: Asking['why'], { via, last }: { via: Asking['via']; last: RequestRow | undefined }): string {
  if (last?.state === 'shared' && why === 'asked_recently')
    return 'They shared their number when they were asked, but it is not theirs any more. Nobody is asked twice within 30 days.';
  switch (why) {
    case null:
      return via === 'message'
        ? 'The person sees a button that shares the number. Whether they tap it is theirs to decide.'
        : 'More than 24 hours have passed, so the question goes as a template with a button that shares the number.';
    case 'number_known':
      return 'Their number is known.';
    case 'blocked':
      return 'This person is blocked on this number.';
    case 'address_lost':
      return 'No way to this person is known. Wait until they write.';
    case 'pending':
      return 'They were asked, and have not answered yet. WhatsApp does not tell of a refusal.';
    case 'asked_recently':
      return last?.state === 'no_answer'
        ? 'They were asked and did not answer. Nobody is asked twice within 30 days.'
        : 'They were asked not long ago. Nobody is asked twice within 30 days.';
    case 'no_template':
      return 'More than 24 hours have passed, and there is no approved template with the button that shares the number. An administrator can make one in WhatsApp Manager.';
  }
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
