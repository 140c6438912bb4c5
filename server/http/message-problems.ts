// Why a message was not taken: code, status, and what may be done instead.

import type { ReplyOutcome } from '../flows/send-reply.ts';
import type { StartOutcome } from '../flows/start-conversation.ts';
import { notFound, ProblemError } from './problems.ts';

export function messageProblem(outcome: Exclude<StartOutcome, { kind: 'queued' }>): ProblemError {
  switch (outcome.kind) {
    case 'no_conversation':
      return notFound('conversation');
    case 'no_contact':
      return new ProblemError(422, 'contact_unknown', 'There is no such contact.', {
        errors: [{ field: 'to.value', problem: 'must be the id of a contact' }],
      });
    case 'window_closed':
      return closed(outcome);
    case 'address_lost':
      return new ProblemError(
        409,
        'address_lost',
        'The number this thread knew belongs to another WhatsApp account now, and no other way to this person is known. Nothing was sent.',
        { allowed: ['wait_for_message'] },
      );
    case 'username_not_addressable':
      return new ProblemError(
        422,
        'username_not_addressable',
        'WhatsApp delivers to phones and accounts, never to a username, which may change hands. Use a phone.',
        { errors: [{ field: 'to.kind', problem: 'must be phone or contact' }] },
      );
    case 'bsuid_needs_relationship':
      return new ProblemError(
        422,
        'bsuid_needs_relationship',
        'A conversation is begun by phone. To reach a person known by account only, reply in their thread.',
        { errors: [{ field: 'to.kind', problem: 'must be phone or contact' }] },
      );
    case 'phone_required':
      return new ProblemError(
        422,
        'phone_required',
        'No number of this person is known that is theirs now, and a conversation is begun by phone.',
        { allowed: ['sendingin_thread'] },
      );
    case 'phone_invalid':
      return new ProblemError(422, 'phone_invalid', 'This is not a phone number.', {
        errors: [{ field: 'to.value', problem: 'must be a number with country code, such as +15550002222' }],
      });
    case 'own_number':
      return new ProblemError(422, 'own_number', 'This number belongs to the business itself.', {
        errors: [{ field: 'to.value', problem: 'must not be a business number of yours' }],
      });
  }
}

function closed({ closedAt }: Extract<ReplyOutcome, { kind: 'window_closed' }>): ProblemError {
  const since = closedAt
    ? `It closed on ${closedAt.toISOString()}, 24 hours after the customer's last message.`
    : 'The customer has not written to this number yet.';
  return new ProblemError(
    409,
    'window_closed',
    `A free message may be sent only within 24 hours of the customer's last one. ${since} A template may be sent at any time.`,
    { allowed: ['template'] },
  );
}
