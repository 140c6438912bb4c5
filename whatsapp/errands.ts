// Calls that may be made twice without harm, and what to make of Meta's answers to them.

import { type ErrorRetry, explainError } from './error-table.ts';
import { type Fields, fieldsOf, isFields, listOf, numberOf } from './fields.ts';
import { readError, readErrors } from './meta-error.ts';

/**
 * `mark_read` and `typing` name a message of the customer's. `block`: by BSUID where it is known, which cannot have changed hands;
 * a parent BSUID is not taken (Meta, "Block users", updated 2026-05-21; "Business-scoped user IDs", revision 2026-06-29).
 */
export type ErrandRequest =
  | { kind: 'mark_read' | 'typing'; wamid: string }
  | { kind: 'block' | 'unblock'; user: { phone: string } | { bsuid: string } }
  | { kind: 'delete_from_contact_book'; bsuid: string };

export interface ErrandCall {
  method: 'POST' | 'DELETE';
  /** The last part of the path, below the business number. */
  edge: 'messages' | 'block_users' | 'contact_book';
  query?: Record<string, string>;
  body?: Record<string, unknown>;
}

const product = { messaging_product: 'whatsapp' };

export function buildErrand(request: ErrandRequest): ErrandCall {
  switch (request.kind) {
    case 'mark_read':
      return { method: 'POST', edge: 'messages', body: { ...product, status: 'read', message_id: request.wamid } };
    case 'typing':
      // The indicator goes with the mark; there is no call for it alone (Meta, "Typing indicators", read 2026-09).
      return {
        method: 'POST',
        edge: 'messages',
        body: { ...product, status: 'read', message_id: request.wamid, typing_indicator: { type: 'text' } },
      };
    case 'block':
    case 'unblock': {
      const { user } = request;
      const one = 'bsuid' in user ? { user_id: user.bsuid } : { user: user.phone };
      const method = request.kind === 'block' ? 'POST' : 'DELETE';
      return { method, edge: 'block_users', body: { ...product, block_users: [one] } };
    }
    case 'delete_from_contact_book':
      return { method: 'DELETE', edge: 'contact_book', query: { ...product, bsuid: request.bsuid } };
  }
}

/**
 * `done`: `changed` is false where there was nothing to delete. `refused`: Meta said no; `code` is null where it gave none.
 * `lost`: nothing that can be read, so nothing is known.
 */
export type ErrandAnswer =
  | { kind: 'done'; changed: boolean }
  | { kind: 'refused'; code: number | null; retry: ErrorRetry; agent: string }
  | { kind: 'lost' };

/** `body` is the parsed JSON of the answer, or whatever stood in its place. */
export function readErrandAnswer(kind: ErrandRequest['kind'], httpStatus: number, body: unknown): ErrandAnswer {
  const answer = fieldsOf(body);
  const one = kind === 'block' || kind === 'unblock' ? readBlocked(kind, fieldsOf(answer.block_users)) : undefined;
  if (one) return one;
  const { error } = answer;
  if (isFields(error) && numberOf(error.code) !== undefined) return refusedWith(readError(error).code, kind);
  if (httpStatus >= 500 || httpStatus === 408 || httpStatus === 429) return { kind: 'lost' };
  if (kind === 'delete_from_contact_book' && httpStatus < 300 && typeof answer.deleted === 'boolean')
    return { kind: 'done', changed: answer.deleted };
  if (answer.success === true && kind !== 'delete_from_contact_book') return { kind: 'done', changed: true };
  // How a refused deletion looks is not documented; one integrator's sandbox answers 400 with `success: false` (read 2026-09).
  return httpStatus >= 400 || answer.success === false ? nameless : { kind: 'lost' };
}

const nameless: ErrandAnswer = {
  kind: 'refused',
  code: null,
  retry: 'never',
  agent: 'WhatsApp refused this and did not say why. Ask an administrator to look at it.',
};

/** One person is named in each call, so whoever is in a list is the one (Meta, "Block users", updated 2026-05-21). */
function readBlocked(kind: 'block' | 'unblock', lists: Fields): ErrandAnswer | undefined {
  const [error] = readErrors(fieldsOf(listOf(lists.failed_users)[0]).errors);
  if (error) return refusedWith(error.code, kind);
  const done = listOf(lists[kind === 'block' ? 'added_users' : 'removed_users']);
  return done.length > 0 ? { kind: 'done', changed: true } : undefined;
}

function refusedWith(code: number, kind: ErrandRequest['kind']): ErrandAnswer {
  const { retry, agent } = explainError(code);
  return { kind: 'refused', code, retry, agent: (kind === 'block' && ofBlocking.get(code)) || agent };
}

/** What these codes mean of a message is not what they mean of a block. */
const ofBlocking: ReadonlyMap<number, string> = new Map([
  [131047, 'WhatsApp blocks only people who have written within the last 24 hours. Wait for their next message.'],
  [131026, 'There is nobody on WhatsApp under this number to block.'],
]);
