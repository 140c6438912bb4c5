// Whether a template can be sent now, and if not, why, in a sentence for whoever wanted to.

import type { TemplateStatus } from '@throughline/whatsapp';
import { type Sentence, sentence } from '../words/sentence.ts';

/** `undefined`: it can. The day is in UTC, since the reader's time zone is not known here. */
export function whyNotSendable({
  status,
  statusSince,
  reason,
}: {
  status: TemplateStatus;
  statusSince: Date | null;
  /** Meta's own words, in the language Meta wrote them. */
  reason: string | null;
}): Sentence | undefined {
  if (status === 'approved') return undefined;
  const why = whyOf(status, statusSince);
  const besides = status === 'pending' || status === 'deleted' ? null : reason;
  return besides === null ? why : sentence('template.why', { why, reason: besides });
}

function whyOf(status: Exclude<TemplateStatus, 'approved'>, since: Date | null): Sentence {
  if (status === 'other') return sentence('template.other');
  return since ? sentence(`template.${status}.since`, { since }) : sentence(`template.${status}`);
}
