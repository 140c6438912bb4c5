// Meta's words for the state of a template, in the listing and in webhooks, and what they mean to whoever wants to send it.
// Meta, "Template status", "message_template_status_update" and "Template quality rating", read 2026-09.

import { wordsOf } from './fields.ts';
import type { TemplateCategory, TemplateQuality, TemplateStatus } from './templates-definition.ts';

const statuses: Readonly<Record<string, TemplateStatus>> = {
  APPROVED: 'approved',
  /** No longer flagged or disabled: may be sent again. */
  REINSTATED: 'approved',
  /** Enough bad marks to be at risk; until it is paused or disabled it may be sent. */
  FLAGGED: 'approved',
  PENDING: 'pending',
  IN_APPEAL: 'pending',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'disabled',
  DELETED: 'deleted',
  PENDING_DELETION: 'deleted',
  ARCHIVED: 'other',
  LIMIT_EXCEEDED: 'other',
};

/** `undefined` for words that say nothing of whether it may be sent: LOCKED, UNARCHIVED, and those Meta adds one day. */
export function readStatus(value: unknown): TemplateStatus | undefined {
  const word = wordsOf(value)?.toUpperCase() ?? '';
  return Object.hasOwn(statuses, word) ? statuses[word] : undefined;
}

export function readCategory(value: unknown): TemplateCategory {
  const word = wordsOf(value)?.toLowerCase();
  return word === 'marketing' || word === 'utility' || word === 'authentication' ? word : 'other';
}

export function readQuality(value: unknown): TemplateQuality {
  const word = wordsOf(value)?.toLowerCase();
  return word === 'green' || word === 'yellow' || word === 'red' ? word : 'unknown';
}

const reasons: Readonly<Record<string, string>> = {
  ABUSIVE_CONTENT: 'WhatsApp found its content abusive.',
  CATEGORY_NOT_AVAILABLE: 'Its category is not available to this account.',
  INCORRECT_CATEGORY: 'Its content does not fit the category it was written for.',
  INVALID_FORMAT: 'Its places to fill are not written as WhatsApp wants them.',
  PROMOTIONAL: 'WhatsApp found it promotional, which its category does not allow.',
  SCAM: 'WhatsApp found that it may be a scam.',
  TAG_CONTENT_MISMATCH: 'Its language or category does not fit what it says.',
};

/** A sentence for Meta's reason; `undefined` where it gave none. An unknown one is told as it came. */
export function readReason(value: unknown): string | undefined {
  const word = wordsOf(value);
  if (!word || word.toUpperCase() === 'NONE') return undefined;
  const known = reasons[word.toUpperCase()];
  return known ?? `WhatsApp says: ${word.slice(0, 300)}.`;
}
