// Why a message was not taken, all in one table: code, status, and what may be done instead.

import type { Refusal } from '../flows/compose-content.ts';
import type { ReplyOutcome } from '../flows/send-reply.ts';
import type { StartOutcome } from '../flows/start-conversation.ts';
import { type Sentence, sentence } from '../words/sentence.ts';
import { templateWords } from '../words/template-words.ts';
import { byField, notFound, ProblemError } from './problems.ts';

type Refused = Exclude<StartOutcome, { kind: 'queued' }>;

export function messageProblem(outcome: Refused): ProblemError {
  switch (outcome.kind) {
    case 'no_conversation':
      return notFound('conversation');
    case 'window_closed':
      return closed(outcome);
    case 'address_lost':
      return new ProblemError(409, 'address_lost', sentence('problem.address_lost'), { allowed: ['wait_for_message'] });
    case 'needs_phone':
      return new ProblemError(409, 'needs_phone', sentence('problem.needs_phone'), {
        allowed: ['ask_number', 'other_template'],
      });
    case 'blocked':
      return new ProblemError(409, 'blocked', sentence('problem.blocked'), { allowed: ['unblock'] });
    case 'marketing_stopped':
      return new ProblemError(409, 'marketing_stopped', sentence('problem.marketing_stopped'), {
        allowed: ['other_template'],
      });
    case 'do_not_contact':
      return new ProblemError(409, 'do_not_contact', sentence('problem.do_not_contact'), {
        allowed: ['reply_in_thread'],
      });
    case 'no_contact':
    case 'username_not_addressable':
    case 'bsuid_needs_relationship':
    case 'phone_required':
    case 'phone_invalid':
    case 'own_number':
    case 'alias_not_dialable':
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
    | 'alias_not_dialable'
  >,
): ProblemError {
  switch (kind) {
    case 'no_contact':
      return new ProblemError(422, 'contact_unknown', sentence('problem.contact_unknown'), {
        errors: [{ field: 'to.value', problem: sentence('field.contact') }],
      });
    case 'username_not_addressable':
      return new ProblemError(422, 'username_not_addressable', sentence('problem.username_not_addressable'), {
        errors: [{ field: 'to.kind', problem: sentence('field.phone_or_contact') }],
      });
    case 'bsuid_needs_relationship':
      return new ProblemError(422, 'bsuid_needs_relationship', sentence('problem.bsuid_needs_relationship'), {
        errors: [{ field: 'to.kind', problem: sentence('field.phone_or_contact') }],
      });
    case 'phone_required':
      return new ProblemError(422, 'phone_required', sentence('problem.phone_required'), {
        allowed: ['reply_in_thread'],
      });
    case 'phone_invalid':
      return new ProblemError(422, 'phone_invalid', sentence('problem.phone_invalid'), {
        errors: [{ field: 'to.value', problem: sentence('field.phone') }],
      });
    case 'own_number':
      return new ProblemError(422, 'own_number', sentence('problem.own_number'), {
        errors: [{ field: 'to.value', problem: sentence('field.own_number') }],
      });
    case 'alias_not_dialable':
      return new ProblemError(422, 'alias_not_dialable', sentence('problem.alias_not_dialable'), {
        errors: [{ field: 'to.value', problem: sentence('field.phone') }],
      });
  }
}

/** Of what was to be said. Nothing was sent in any of these cases. */
function contentProblem(refusal: Refusal): ProblemError {
  switch (refusal.kind) {
    case 'message_not_found':
      return new ProblemError(422, 'message_not_found', sentence('problem.message_not_found'), {
        errors: [{ field: refusal.field, problem: sentence('field.message') }],
      });
    case 'not_quotable':
      return new ProblemError(409, 'not_quotable', sentence('problem.not_quotable'), {
        allowed: ['send_without_quote'],
      });
    case 'not_reactable':
      return new ProblemError(409, 'not_reactable', sentence('problem.not_reactable', { why: refusal.why }));
    case 'media_unknown':
      return new ProblemError(422, 'media_unknown', sentence('problem.media_unknown'), {
        errors: [{ field: refusal.field, problem: sentence('field.media') }],
      });
    case 'media_wrong_type':
      return new ProblemError(
        422,
        'media_wrong_type',
        sentence('problem.media_wrong_type', { is: refusal.is, wanted: refusal.wanted }),
        {
          errors: [
            { field: refusal.field, problem: sentence('field.media_type', { wanted: refusal.wanted, is: refusal.is }) },
          ],
          allowed: refusal.is === 'document' ? ['document'] : [refusal.is, 'document'],
        },
      );
    case 'template_unknown':
      return new ProblemError(422, 'template_unknown', templateUnknown(refusal.languages), {
        errors: [{ field: 'template.name', problem: sentence('field.template') }],
      });
    case 'template_not_sendable':
      return new ProblemError(409, 'template_not_sendable', refusal.why, { allowed: ['other_template'] });
    case 'template_values_missing':
      return new ProblemError(
        422,
        'template_values_missing',
        sentence('problem.template_values_missing', {
          problems: { joined: refusal.problems.map(templateWords), by: ' ' },
        }),
        {
          errors: refusal.problems.map((one) => ({
            field: one.slot === null ? 'template' : `template.values.${one.slot}`,
            problem: templateWords(one),
          })),
        },
      );
    case 'content_invalid':
      return new ProblemError(
        422,
        'content_invalid',
        sentence('problem.content_invalid', { problems: byField(refusal.problems) }),
        { errors: refusal.problems },
      );
  }
}

function templateUnknown(languages: readonly string[] = []): Sentence {
  return languages.length > 0
    ? sentence('problem.template_unknown.others', { languages: languages.join(', ') })
    : sentence('problem.template_unknown');
}

function closed({ closedAt }: Extract<ReplyOutcome, { kind: 'window_closed' }>): ProblemError {
  const why = closedAt
    ? sentence('problem.window_closed.since', { closedAt })
    : sentence('problem.window_closed.never');
  return new ProblemError(409, 'window_closed', why, { allowed: ['template'] });
}
