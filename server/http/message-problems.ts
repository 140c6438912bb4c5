// Why a message was not taken, all in one table: code, status, and what may be done instead.

import type { Refusal } from '../flows/compose-content.ts';
import type { ReplyOutcome } from '../flows/send-reply.ts';
import type { StartOutcome } from '../flows/start-conversation.ts';
import { notFound, ProblemError } from './problems.ts';

type Refused = Exclude<StartOutcome, { kind: 'queued' }>;

export function messageProblem(outcome: Refused): ProblemError {
  switch (outcome.kind) {
    case 'no_conversation':
      return notFound('conversation');
    case 'window_closed':
      return closed(outcome);
    case 'address_lost':
      return new ProblemError(
        409,
        'address_lost',
        'The number this thread knew belongs to another WhatsApp account now, and no other way to this person is known. Nothing was sent.',
        { allowed: ['wait_for_message'] },
      );
    case 'needs_phone':
      return new ProblemError(
        409,
        'needs_phone',
        'WhatsApp delivers this template to a phone number only, and no number of this person is known that is theirs now. Nothing was sent.',
        { allowed: ['ask_number', 'other_template'] },
      );
    case 'blocked':
      return new ProblemError(
        409,
        'blocked',
        'This person is blocked on this business number, so WhatsApp would not deliver it. Nothing was sent.',
        { allowed: ['unblock'] },
      );
    case 'marketing_stopped':
      return new ProblemError(
        409,
        'marketing_stopped',
        'This person wants no marketing, and WhatsApp would refuse this template (131050). Nothing was sent.',
        { allowed: ['other_template'] },
      );
    case 'do_not_contact':
      return new ProblemError(
        409,
        'do_not_contact',
        'It was noted that this person wants nothing begun from here. Answers in their thread are welcome. Nothing was sent.',
        { allowed: ['reply_in_thread'] },
      );
    case 'no_contact':
    case 'username_not_addressable':
    case 'bsuid_needs_relationship':
    case 'phone_required':
    case 'phone_invalid':
    case 'own_number':
      return beginningProblem(outcome.kind);
    default:
      return contentProblem(outcome);
  }
}

/** Of conversations begun here. */
function beginningProblem(
  kind: Extract<
    Refused['kind'],
    | 'no_contact'
    | 'username_not_addressable'
    | 'bsuid_needs_relationship'
    | 'phone_required'
    | 'phone_invalid'
    | 'own_number'
  >,
): ProblemError {
  switch (kind) {
    case 'no_contact':
      return new ProblemError(422, 'contact_unknown', 'There is no such contact.', {
        errors: [{ field: 'to.value', problem: 'must be the id of a contact' }],
      });
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
        { allowed: ['reply_in_thread'] },
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

/** Of what was to be said. Nothing was sent in any of these cases. */
function contentProblem(refusal: Refusal): ProblemError {
  switch (refusal.kind) {
    case 'message_not_found':
      return new ProblemError(422, 'message_not_found', 'There is no such message in this thread.', {
        errors: [{ field: refusal.field, problem: 'must be the id of a message of this thread' }],
      });
    case 'not_quotable':
      return new ProblemError(
        409,
        'not_quotable',
        'WhatsApp has not taken the message to be quoted yet, or refused it. Send without quoting, or try again once it has gone out.',
        { allowed: ['send_without_quote'] },
      );
    case 'not_reactable':
      return new ProblemError(409, 'not_reactable', `Nobody can react to this message. ${refusal.why}`);
    case 'media_unknown':
      return new ProblemError(422, 'media_unknown', 'There is no such file, or it is gone. Upload it first.', {
        errors: [{ field: refusal.field, problem: 'must be the id POST /api/v1/media answered, within a day' }],
      });
    case 'media_wrong_type':
      return new ProblemError(
        422,
        'media_wrong_type',
        `This file can be sent as ${refusal.is}, not as ${refusal.wanted}. Anything can be sent as a document.`,
        {
          errors: [{ field: refusal.field, problem: `must be of the type ${refusal.wanted}; it is ${refusal.is}` }],
          allowed: refusal.is === 'document' ? ['document'] : [refusal.is, 'document'],
        },
      );
    case 'template_unknown':
      return new ProblemError(
        422,
        'template_unknown',
        `There is no such template in this language for this business number.${otherLanguages(refusal.languages)} Ask an administrator to look at the templates.`,
        { errors: [{ field: 'template.name', problem: 'must be the name of a template; see GET /api/v1/templates' }] },
      );
    case 'template_not_sendable':
      return new ProblemError(409, 'template_not_sendable', refusal.why, { allowed: ['other_template'] });
    case 'template_values_missing':
      return new ProblemError(
        422,
        'template_values_missing',
        `The template cannot be filled: ${refusal.problems.map(({ problem }) => problem).join(' ')}`,
        {
          errors: refusal.problems.map(({ slot, problem }) => ({
            field: slot === null ? 'template' : `template.values.${slot}`,
            problem,
          })),
        },
      );
    case 'content_invalid':
      return new ProblemError(
        422,
        'content_invalid',
        `WhatsApp would refuse this message. ${refusal.problems.map(({ field, problem }) => `${field}: ${problem}`).join('; ')}.`,
        { errors: refusal.problems },
      );
  }
}

function otherLanguages(languages: readonly string[] = []): string {
  return languages.length > 0 ? ` It is there in ${languages.join(', ')}.` : '';
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
