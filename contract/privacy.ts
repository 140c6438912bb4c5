// What people ask for about their own data: the requests, what they cover, and what became of them.

import { z } from 'zod';
import { at, cursor, Id, limit } from './base.ts';
import { Account, ContactSummary, KeptPhone } from './contacts.ts';
import { Correction, CorrectionEffect, Corrections } from './corrections.ts';

export const PrivacyKind = z
  .enum(['access', 'rectify', 'erase', 'restrict', 'object'])
  .describe(
    'access: a copy of everything. rectify: correct it, as `corrections` name it. erase: delete it for good. restrict: use it no more for now. object: no marketing.',
  );
export const PrivacyLaw = z
  .enum(['gdpr', 'ccpa', 'other'])
  .describe(
    'gdpr: one month, two more with notice. ccpa: 10 business days to confirm, 45 days to answer, 45 more with notice. other: as gdpr.',
  );
export const PrivacyLanguage = z
  .enum(['en', 'es', 'pt', 'de', 'hi', 'ar'])
  .describe('The person’s language: of the archive they are handed.');
export const PrivacyState = z.enum([
  'received',
  'verifying',
  'verified',
  'awaiting_approval',
  'running',
  'done',
  'refused',
  'cancelled',
]);
export const PrivacyRefusal = z.enum([
  'not_proven',
  'nothing_held',
  'unfounded',
  'excessive',
  'must_keep',
  'others_rights',
  'other',
]);

export const PrivacySubject = z
  .object({
    contact: ContactSummary,
    portfolioId: z.string(),
    accounts: z.array(Account),
    phones: z.array(KeptPhone),
    held: z
      .object({
        what: z.enum(['phone', 'username']),
        value: z.string(),
        now: z.boolean().describe('They have it now. Otherwise they had it, and somebody else may have it today.'),
        from: at.nullable(),
        until: at.nullable(),
      })
      .nullable()
      .describe(
        'What was looked for, where it is theirs or was. Each holder is listed apart: proof of it today proves today’s holder.',
      ),
    openRequests: z.number().int(),
  })
  .meta({ id: 'PrivacySubject', description: 'Somebody a request may be about.' });

export const SearchSubjects = z.object({
  q: z
    .string()
    .trim()
    .min(2)
    .max(200)
    .describe(
      'A phone in any spelling, a username with or without @, a name, an e-mail or an id from a field of yours, or a contact id. Who may read backend ids may give one.',
    ),
});

export const PrivacyCounts = z
  .array(z.object({ table: z.string(), rows: z.number().int() }))
  .describe('How many rows of each table.');

export const PrivacyPreview = z
  .object({
    requestId: Id,
    counts: z.array(
      z.object({
        table: z.string(),
        rows: z.number().int(),
        erase: z
          .enum(['delete', 'replace', 'keep'])
          .describe('What erasing does with them: they go, lose what is theirs, or stay since they name nobody.'),
      }),
    ),
    total: z.number().int(),
    blocked: z
      .array(z.enum(['not_verified', 'held', 'ended', 'needs_approval', 'no_corrections']))
      .describe('What stands in the way of running it now.'),
    corrections: z
      .array(CorrectionEffect)
      .describe(
        'Of a correction, what each comes to, in the order they were named. Empty for others, which have counts.',
      ),
  })
  .meta({ id: 'PrivacyPreview', description: 'What a request would find. Nothing is changed.' });

export const PrivacyAct = z
  .object({
    number: z.number().int(),
    at,
    act: z.string(),
    actor: z.object({
      kind: z.enum(['user', 'key', 'operator', 'service']),
      id: z.string().nullable(),
      name: z.string().nullable().describe('Where they still have access.'),
      role: z.string().nullable(),
    }),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'PrivacyAct' });

export const PrivacyCertificate = z
  .object({
    schema: z.literal(1),
    requestId: Id,
    portfolioId: z.string(),
    erasedAt: at.describe('What is older than this moment comes back by no webhook, import or backup.'),
    finishedAt: at,
    rulesVersion: z.string(),
    counts: PrivacyCounts,
    contactBook: z.object({
      asked: z.number().int().describe('Accounts Meta was asked to forget the number of.'),
      done: z.number().int(),
      failed: z.number().int(),
      unanswered: z.number().int(),
    }),
    residue: z.object({ searched: z.number().int().describe('Places searched.'), found: z.number().int() }),
    marks: z.number().int().describe('Keyed hashes kept so that nothing old comes back.'),
    marksUntil: at,
    seal: z.string().describe('A keyed hash over all of the above: `throughline privacy certificate` checks it.'),
  })
  .meta({ id: 'PrivacyCertificate', description: 'Proof of an erasure. Holds no personal data.' });

export const PrivacyDue = z.object({
  at,
  state: z.enum(['fine', 'soon', 'late', 'ended']),
  confirmBy: at.nullable().describe('Until when receipt is to be confirmed, where the law asks for it and nobody has.'),
  extended: z.boolean(),
});

export const PrivacyDueCounts = z
  .object({
    late: z.number().int().describe('Open requests past their time.'),
    soon: z.number().int().describe('Open requests due within a week.'),
    waiting: z.number().int().describe('Open requests that wait for the approval of somebody else than who ran them.'),
  })
  .meta({ id: 'PrivacyDueCounts', description: 'What wants looking at.' });

export const PrivacyRequest = z
  .object({
    id: Id,
    portfolioId: z.string(),
    kind: PrivacyKind,
    law: PrivacyLaw,
    state: PrivacyState,
    subject: ContactSummary.nullable().describe('null once they are erased.'),
    contactId: Id,
    accounts: z.array(Id).describe('The accounts it covers.'),
    receivedAt: at,
    due: PrivacyDue,
    held: z.boolean().describe('Legal hold: nothing may be erased.'),
    holdNote: z.string().nullable(),
    note: z.string().nullable(),
    proof: z.object({ by: z.enum(['code', 'document', 'other']), at }).nullable(),
    refusal: z.object({ reason: PrivacyRefusal, note: z.string().nullable() }).nullable(),
    progress: z.object({ step: z.string() }).nullable().describe('Of an erasure under way.'),
    corrections: z.array(Correction).describe('Of a correction, what is to be corrected.'),
    language: PrivacyLanguage.nullable().describe('The person’s, where somebody chose it.'),
    download: z
      .object({
        state: z.enum(['making', 'taken', 'cut']).describe('cut: it was broken off before its end. Take it again.'),
        done: z.number().int().describe('Rows written so far.'),
        total: z.number().int(),
        percent: z.number().int().min(0).max(100),
        at,
      })
      .nullable()
      .describe('Of the archive that is being taken, or was last.'),
    archiveUntil: at.nullable().describe('Until when the archive may be downloaded.'),
    endedAt: at.nullable(),
    mayApprove: z.boolean().describe('Whoever asks may approve it: somebody else ran it.'),
  })
  .meta({ id: 'PrivacyRequest' });

export const PrivacyRequestDetail = PrivacyRequest.extend({
  timeline: z.array(PrivacyAct),
  certificate: PrivacyCertificate.nullable(),
  code: z
    .object({ sentAt: at, expiresAt: at, attemptsLeft: z.number().int() })
    .nullable()
    .describe('The code that was sent to the person, while it counts.'),
}).meta({ id: 'PrivacyRequestDetail' });

export const ListPrivacyRequests = z.object({
  state: z.enum(['open', 'ended']).optional(),
  kind: PrivacyKind.optional(),
  contact: z.uuid().optional(),
  limit,
  cursor,
});

const note = z.string().trim().min(1).max(500);

export const NewPrivacyRequest = z
  .object({
    kind: PrivacyKind,
    contactId: z.uuid().optional().describe('Whom it is about: this, or `subject`.'),
    subject: z
      .string()
      .trim()
      .min(2)
      .max(200)
      .optional()
      .describe('A phone or a username, of exactly one person today: whoever has it now.'),
    accounts: z
      .array(z.uuid())
      .min(1)
      .max(50)
      .optional()
      .describe('Only these accounts of the contact. All of them where it is left out.'),
    law: PrivacyLaw.optional(),
    receivedAt: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('When the person asked; now where it is left out.'),
    note: note.optional().describe('Goes with the person when they are erased.'),
    corrections: Corrections.optional().describe('For `rectify`: what is to be corrected. It may be named later.'),
    language: PrivacyLanguage.optional().describe(
      'The person’s. Where it is left out, that of the last template they were sent; else that of whoever takes the archive.',
    ),
    portfolio: z.string().max(64).optional().describe('Where a phone or a username is known in several.'),
  })
  .meta({ id: 'NewPrivacyRequest' });

export const ProvePrivacy = z
  .object({ by: z.enum(['document', 'other']), note: z.string().trim().min(3).max(500).describe('What was seen.') })
  .meta({ id: 'ProvePrivacy' });
export const TryPrivacyCode = z.object({ code: z.string().trim().min(4).max(20) }).meta({ id: 'TryPrivacyCode' });
export const RefusePrivacy = z.object({ reason: PrivacyRefusal, note: note.optional() }).meta({ id: 'RefusePrivacy' });
export const HoldPrivacy = z.object({ held: z.boolean(), note: note.optional() }).meta({ id: 'HoldPrivacy' });
export const RunPrivacy = z
  .object({ confirm: z.literal(true).describe('Erasing cannot be undone.') })
  .meta({ id: 'RunPrivacy' });
export const DownloadArchive = z
  .object({
    passphrase: z
      .string()
      .min(12)
      .max(200)
      .describe(
        'The archive opens with it and with nothing else. It is not kept: give it to the person by another way.',
      ),
  })
  .meta({ id: 'DownloadArchive' });

export const PrivacySettings = z
  .object({
    portfolioId: z.string(),
    name: z.string().describe('What the portfolio is called.'),
    fourEyes: z.boolean().describe('Somebody else must approve before anything is erased, handed out or corrected.'),
    law: PrivacyLaw,
    dropped: z.number().int().describe('Late items about erased people that were dropped.'),
  })
  .meta({ id: 'PrivacySettings' });
export const SetPrivacySettings = PrivacySettings.pick({ fourEyes: true, law: true }).meta({
  id: 'SetPrivacySettings',
});

export type PrivacyLanguage = z.infer<typeof PrivacyLanguage>;
export type PrivacyKind = z.infer<typeof PrivacyKind>;
export type PrivacyLaw = z.infer<typeof PrivacyLaw>;
export type PrivacyState = z.infer<typeof PrivacyState>;
export type PrivacyRefusal = z.infer<typeof PrivacyRefusal>;
export type PrivacySubject = z.infer<typeof PrivacySubject>;
export type PrivacyPreview = z.infer<typeof PrivacyPreview>;
export type PrivacyDueCounts = z.infer<typeof PrivacyDueCounts>;
export type PrivacyAct = z.infer<typeof PrivacyAct>;
export type PrivacyCertificate = z.infer<typeof PrivacyCertificate>;
export type PrivacyRequest = z.infer<typeof PrivacyRequest>;
export type PrivacyRequestDetail = z.infer<typeof PrivacyRequestDetail>;
export type PrivacySettings = z.infer<typeof PrivacySettings>;

/** data.json of an archive; its JSON Schema goes along as schema.json. */
export const PrivacyExport = z
  .object({
    schema: z.literal('throughline-privacy-export-1'),
    requestId: Id,
    exportedAt: at,
    you: z.object({
      name: z.string(),
      username: z.string().nullable(),
      numbers: z
        .array(
          z.object({
            value: z.string(),
            from: at.nullable().describe('null: since before anything was known here.'),
            until: at.nullable().describe('null: still yours.'),
          }),
        )
        .describe('Your numbers, each for as long as it was yours.'),
      earlierUsernames: z.array(z.string()),
      accounts: z.array(z.string()).describe('What WhatsApp calls your account towards this business.'),
    }),
    whyYou: z
      .array(z.object({ at: z.string(), title: z.string(), detail: z.string() }))
      .describe('Why all of this is held to be yours, step by step.'),
    recipients: z.array(z.string()).describe('Who else receives what you write.'),
    sections: z.array(
      z.object({
        heading: z.string(),
        from: z.string().describe('The table it is kept in.'),
        rows: z.array(z.record(z.string(), z.unknown())),
      }),
    ),
  })
  .meta({ id: 'PrivacyExport', description: 'Everything that is held of one person.' });
export type PrivacyExport = z.infer<typeof PrivacyExport>;
