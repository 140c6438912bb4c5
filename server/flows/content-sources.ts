// Where the flows that send look up what a message only names: files uploaded here, and templates.

import type { TemplateText } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';

export type FileType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

export interface UploadedFile {
  /** How WhatsApp can send it. */
  type: FileType;
  filename: string | null;
  /** What Meta calls it on this business number, where Meta has it and keeps it long enough; null: it must be given to Meta first. */
  metaId: string | null;
}

export interface FileUse {
  portfolioId: PortfolioId;
  messageId: string;
  mediaId: string;
  phoneNumberId: string;
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
  /** null: the template is not known here, so its words are not either. */
  text: TemplateText | null;
  files: { id: string; path: (string | number)[] }[];
  needsPhone: boolean;
}

export type TemplateRefusal =
  | { kind: 'template_unknown' }
  | { kind: 'template_not_sendable'; why: string }
  | { kind: 'template_values_missing'; problems: { slot: string | null; problem: string }[] };

export interface ContentSources {
  file: (
    tx: Reader,
    asked: { portfolioId: PortfolioId; phoneNumberId: string; mediaId: string },
  ) => Promise<UploadedFile | undefined>;
  /** Which messages show which files; those Meta lacks are to be uploaded. */
  useFiles: (tx: Transaction, uses: readonly FileUse[]) => Promise<void>;
  template: (tx: Reader, asked: TemplateAsked) => Promise<TemplateFilled | TemplateRefusal>;
}

/** No file can be uploaded and no template is known: a template goes as it was given, and Meta says what it thinks of it. */
export const contentSources: ContentSources = {
  file: async () => undefined,
  useFiles: async () => {},
  template: async (_tx, { values, components }) =>
    values
      ? { kind: 'template_unknown' }
      : { kind: 'filled', components: [...(components ?? [])], text: null, files: [], needsPhone: false },
};
