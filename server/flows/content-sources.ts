// Where the flows that send look up what a message only names: files uploaded here, and templates.

import type { TemplateText } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { lockFile, use } from '../media/files.ts';
import type { MediaType } from '../media/rules-types.ts';
import { wantUpload } from '../media/uploads.ts';
import { numbersOf } from '../numbers/store.ts';
import { filesNamed } from '../templates/rules-named-files.ts';
import type { Sentence } from '../words/sentence.ts';
import { fillTemplate } from './fill-template.ts';

export interface FileAsked {
  portfolioId: PortfolioId;
  /** Meta keeps files by business number. */
  phoneNumberId: string;
  mediaId: string;
}

export interface FileFound {
  /** How WhatsApp can send it. */
  type: MediaType;
  filename: string | null;
  /** What Meta calls it; null: Meta must be given it first. */
  metaId: string | null;
}

export interface FileUse {
  portfolioId: PortfolioId;
  messageId: string;
  mediaId: string;
  caption: string | null;
}

export interface TemplateAsked {
  portfolioId: PortfolioId;
  phoneNumberId: string;
  name: string;
  language: string;
  /** One of the two, or neither. */
  values?: Record<string, string> | undefined;
  components?: readonly Record<string, unknown>[] | undefined;
}

/** Filled. `files` name places in `components` where Meta's id of a file of ours belongs. */
export interface TemplateFilled {
  kind: 'filled';
  components: Record<string, unknown>[];
  /** null: the template is not known here, or its components were built by the caller, so its words are not known either. */
  text: TemplateText | null;
  files: { id: string; path: (string | number)[]; kind?: MediaType }[];
  needsPhone: boolean;
  /** By Meta's category; false where the template is not known here. */
  isMarketing: boolean;
}

export type TemplateRefusal =
  | { kind: 'template_unknown'; languages?: string[] }
  | { kind: 'template_not_sendable'; why: Sentence }
  | { kind: 'template_values_missing'; problems: { slot: string | null; problem: string }[] };

export interface ContentSources {
  /** Undefined where there is no such file, or it is not kept any more. It is locked, so that no sweep takes it meanwhile. */
  file: (tx: Transaction, asked: FileAsked) => Promise<FileFound | undefined>;
  /** Which messages show which files: what they show in the thread, and what keeps the file from being swept. */
  useFiles: (tx: Transaction, uses: readonly FileUse[]) => Promise<void>;
  template: (tx: Reader, asked: TemplateAsked) => Promise<TemplateFilled | TemplateRefusal>;
}

export const contentSources: ContentSources = {
  file: async (tx, { portfolioId, phoneNumberId, mediaId }) => {
    const file = await lockFile(tx, portfolioId, mediaId);
    if (file?.state !== 'ready') return undefined;
    const metaId = await wantUpload(tx, { portfolioId, mediaId, phoneNumberId }, limits.uploadAtMetaMs);
    return { type: file.type, filename: file.filename, metaId: metaId ?? null };
  },
  useFiles: async (tx, uses) => {
    for (const { portfolioId, messageId, mediaId, caption } of uses)
      await use(tx, { portfolioId, id: mediaId }, { messageId, caption });
  },
  template: async (tx, { portfolioId, phoneNumberId, ...ask }) => {
    const number = (await numbersOf(tx, portfolioId)).find((one) => one.phoneNumberId === phoneNumberId);
    if (!number) return { kind: 'template_unknown' };
    const filled = await fillTemplate(tx, { portfolioId, wabaId: number.wabaId }, ask);
    switch (filled.kind) {
      case 'filled': {
        const { components, text, files, needsPhone, category } = filled;
        const isMarketing = category === 'marketing';
        // With places left open the words would be wrong; what the caller put there is Meta's to fill in.
        return { kind: 'filled', components, text: ask.components ? null : text, files, needsPhone, isMarketing };
      }
      case 'unchecked':
        return {
          kind: 'filled',
          components: filled.components,
          text: null,
          files: filesNamed(filled.components),
          needsPhone: false,
          isMarketing: false,
        };
      case 'needs_phone':
        throw new Error('How the person is reached was not told.');
      default:
        return filled;
    }
  },
};
