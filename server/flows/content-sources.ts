// Where the flows that send look up what a message only names: files uploaded here, and templates.

import type { TemplateText } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { lockFile, use } from '../media/files.ts';
import type { MediaType } from '../media/rules-types.ts';
import { wantUpload } from '../media/uploads.ts';

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
  /** Null: Meta must be given it first. */
  metaId: string | null;
}

/** Undefined where there is no such file, or it is not kept any more. The file is locked, so that no sweep takes it meanwhile. */
export async function fileToSend(
  tx: Transaction,
  { portfolioId, phoneNumberId, mediaId }: FileAsked,
): Promise<FileFound | undefined> {
  const file = await lockFile(tx, portfolioId, mediaId);
  if (file?.state !== 'ready') return undefined;
  const metaId = await wantUpload(tx, { portfolioId, mediaId, phoneNumberId }, limits.uploadAtMetaMs);
  return { type: file.type, filename: file.filename, metaId: metaId ?? null };
}

export interface FileUse {
  portfolioId: PortfolioId;
  messageId: string;
  mediaId: string;
  caption: string | null;
}

/** Which messages show which files: what they show in the thread, and what keeps the file from being swept. */
export async function useFiles(tx: Transaction, uses: readonly FileUse[]): Promise<void> {
  for (const { portfolioId, messageId, mediaId, caption } of uses)
    await use(tx, { portfolioId, id: mediaId }, { messageId, caption });
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

/** No template is known here yet: it goes as it was given, and Meta says what it thinks of it. */
export async function templateToSend(
  _tx: Reader,
  { values, components }: TemplateAsked,
): Promise<TemplateFilled | TemplateRefusal> {
  return values
    ? { kind: 'template_unknown' }
    : { kind: 'filled', components: [...(components ?? [])], text: null, files: [], needsPhone: false };
}
