// Who is who: what was decided and why, what people say to it, and the rules. No id of Meta's is in any of them but `Identity`,
// which needs a scope of its own.

import { z } from 'zod';
import { at, Id } from './base.ts';
import { Account, ContactSummary } from './contacts.ts';

/** Somebody who may be shown as one of the people concerned: a contact and what it is made of. */
const Made = ContactSummary.extend({ accounts: z.array(Account) });

/** What a merge, a split or a mark does, before it is done or after. */
export const IdentityChange = z
  .object({
    applied: z.boolean().describe('false: a dry run, or refused.'),
    word: Id.nullable().describe('What was said, to take it back by. null where nothing was.'),
    refused: z
      .object({ code: z.string(), title: z.string() })
      .nullable()
      .describe('Why it would have no effect, in a sentence.'),
    warnings: z.array(z.object({ code: z.string(), title: z.string() })),
    moves: z.array(z.string()).describe('What changes, a sentence each. Messages never move.'),
    before: z.array(Made),
    after: z.array(Made),
  })
  .meta({ id: 'IdentityChange' });

export const ExplanationStep = z
  .object({
    id: z.string(),
    at,
    receivedAt: at.nullable().describe('When it became known, where it came from WhatsApp.'),
    rule: z.string().describe('The identity rule, as R10.'),
    type: z.string(),
    title: z.string(),
    detail: z.string(),
    accountId: Id.nullable(),
    tellApart: z
      .boolean()
      .describe('Two were joined here by a machine: `split` with this step tells them apart again.'),
  })
  .meta({ id: 'ExplanationStep' });

export const Said = z
  .object({
    id: Id,
    at,
    type: z.enum(['merge', 'split', 'never-merge', 'undo', 'settled', 'rename']),
    by: z.string(),
    reason: z.string(),
    title: z.string(),
    stands: z.boolean().describe('false: taken back, or itself a taking back.'),
  })
  .meta({ id: 'Said', description: 'What somebody here said about who is who.' });

export const Explanation = z
  .object({
    contactId: Id.describe('The contact today, or at the time asked for.'),
    asOf: at.nullable(),
    known: z.boolean().describe('false: at the time asked for nothing was known of this contact.'),
    displayName: z.string(),
    accounts: z.array(Account),
    steps: z.array(ExplanationStep).describe('How it came to this, in the order of events.'),
    stepsLeftOut: z
      .number()
      .int()
      .optional()
      .describe('Of more than 200 steps the first 50 and the last 150 are listed; so many between them are not.'),
    said: z.array(Said),
    comparison: z
      .object({ with: ContactSummary, same: z.boolean(), title: z.string(), because: z.array(ExplanationStep) })
      .nullable()
      .describe('Why these two are one person, or why not.'),
  })
  .meta({ id: 'Explanation', description: 'Why Throughline takes somebody for one person. Without backend ids.' });

export const ReviewAction = z.enum(['same', 'different', 'right']);

export const Review = z
  .object({
    id: Id,
    state: z.enum(['open', 'settled']),
    type: z.enum([
      'recycled_number',
      'unattested_number_change',
      'missing_rotation',
      'conflicting_parent',
      'conflicting_shared_number',
      'claimed_number',
      'too_many_parts',
    ]),
    at,
    rule: z.string(),
    title: z.string(),
    detail: z.string(),
    phone: z.string().nullable(),
    contact: ContactSummary,
    other: ContactSummary.nullable(),
    evidence: z.array(z.object({ at, title: z.string() })).describe('What led to the question, oldest first.'),
    actions: z.array(z.object({ action: ReviewAction, label: z.string(), explains: z.string() })),
  })
  .meta({ id: 'Review', description: 'Something a machine cannot know, for people to settle.' });

export const Policy = z
  .object({
    portfolioId: z.string(),
    adoptionLimitDays: z.number().int().min(1).max(3650),
    strict: z
      .boolean()
      .describe('45 days, after which WhatsApp itself takes a number for recycled. Overrides the limit.'),
    joinOnSharedNumber: z.boolean(),
    acrossPortfolios: z.enum(['apart', 'related']),
    readReceipts: z
      .boolean()
      .describe('Whether customers see that their message was read, and that somebody is writing.'),
    joinLimits: z.object({ parts: z.number().int(), phones: z.number().int() }),
    explained: z.array(z.object({ setting: z.string(), title: z.string(), explains: z.string(), value: z.string() })),
    deciding: z.number().int().describe('People still to be decided again after the last change.'),
  })
  .meta({ id: 'Policy', description: 'What a deployment chose: about who is who, and what customers see of us.' });

export const Identity = z
  .object({
    contactId: Id,
    portfolioId: z.string(),
    holders: z.array(
      z.object({
        kind: z.enum(['account', 'era']).describe('account: known by a BSUID. era: phone-only history of a number.'),
        names: z.array(
          z.object({ kind: z.enum(['bsuid', 'parent']), value: z.string(), since: at, until: at.nullable() }),
        ),
        leases: z.array(z.object({ phone: z.string(), from: at, until: at.nullable(), ended: z.string().nullable() })),
        evidence: z.array(
          z.object({
            at,
            rule: z.string().nullable(),
            ignored: z.string().nullable(),
            said: z.record(z.string(), z.unknown()),
          }),
        ),
        evidenceCount: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Identity', description: 'The whole identity, backend ids included. Needs the scope identity:read.' });

export type IdentityChange = z.infer<typeof IdentityChange>;
export type ExplanationStep = z.infer<typeof ExplanationStep>;
export type Said = z.infer<typeof Said>;
export type Explanation = z.infer<typeof Explanation>;
export type ReviewAction = z.infer<typeof ReviewAction>;
export type Review = z.infer<typeof Review>;
export type Policy = z.infer<typeof Policy>;
