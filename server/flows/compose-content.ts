// What somebody here wants to say, made into what is kept and what Meta is owed. Refused where Meta would refuse it anyway.

import type { TemplateText } from '@throughline/contract';
import type { PortfolioId } from '@throughline/identity';
import {
  type InteractiveSend,
  readContent,
  type SendContent,
  type SendProblem,
  sendProblems,
  summarize,
  type Wamid,
} from '@throughline/whatsapp';
import { type Referred, referredMessage } from '../conversations/references.ts';
import { type Content, type Kept, type ReactionContent, type Said, wireOf } from '../conversations/rules-said.ts';
import type { Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import type { MediaType } from '../media/rules-types.ts';
import { filesNamed } from '../templates/rules-named-files.ts';
import { type Sentence, sentence } from '../words/sentence.ts';
import {
  type ContentSources,
  contentSources,
  type FileFound,
  type TemplateFilled,
  type TemplateRefusal,
} from './content-sources.ts';

export interface Composed {
  type: SendContent['type'];
  /** Of a text. */
  body: string | null;
  summary: string;
  raw: Kept;
  wire: SendContent;
  /** Files of ours in it. */
  files: string[];
  /** Those of them that Meta must be given before; the request names them by our ids. */
  awaitsMedia: string[];
  quotes?: Wamid;
  target?: Wamid;
  emoji?: string | null;
  /** Meta delivers it to a phone only (131062). */
  needsPhone: boolean;
  /** A person's word against marketing holds for it. */
  isMarketing: boolean;
}

export type Refusal =
  | { kind: 'message_not_found'; field: string }
  | { kind: 'not_quotable' }
  | { kind: 'not_reactable'; why: Sentence }
  | { kind: 'media_unknown'; field: string }
  | { kind: 'media_wrong_type'; field: string; wanted: MediaType; is: MediaType }
  | TemplateRefusal
  | { kind: 'content_invalid'; problems: SendProblem[] };

export interface Place {
  portfolioId: PortfolioId;
  conversationId: string;
  phoneNumberId: string;
}

/** `sources`: for whoever says much alike, and looks it up once. */
export interface Composing {
  clock: () => number;
  sources?: ContentSources;
}

export async function composeContent(
  tx: Transaction,
  place: Place,
  content: Content,
  composing: Composing,
): Promise<Composed | { refused: Refusal }> {
  const { replyTo, ...said } = content;
  const quotes = replyTo === undefined ? undefined : await quotedMessage(tx, place, replyTo);
  if (quotes && typeof quotes !== 'string') return { refused: quotes };
  const made = await make(tx, place, said, composing);
  if ('refused' in made) return made;
  const problems = sendProblems(made.wire);
  if (problems.length > 0) return { refused: { kind: 'content_invalid', problems: problems.map(inOurWords) } };
  return { ...made, raw: { ...made.raw, said: content }, ...(quotes && { quotes }) };
}

type Made = Composed | { refused: Refusal };

async function make(
  tx: Transaction,
  place: Place,
  said: Said,
  { clock, sources = contentSources }: Composing,
): Promise<Made> {
  if (said.type === 'reaction') return reaction(tx, place, said, clock());
  if (said.type === 'template') return template(tx, place, said, sources);
  if (said.type === 'interactive' && said.interactive.kind === 'relayed')
    return relayed(tx, place, said.interactive.meta, sources);
  const ours = fileIn(said);
  const file = ours && (await fileSource(tx, place, ours, sources));
  if (file && 'refused' in file) return file;
  const wire = wireOf(withName(said, file?.filename), (media) => ({ id: file?.metaId ?? media }));
  return {
    ...written(wire),
    wire,
    raw: { said },
    files: ours ? [ours.mediaId] : [],
    awaitsMedia: ours && file?.metaId === null ? [ours.mediaId] : [],
    needsPhone: false,
    isMarketing: false,
  };
}

type Plain = Exclude<Said, ReactionContent | { type: 'template' }>;

/** WhatsApp shows a document under its name: the file's own, where none was given. */
function withName(said: Plain, filename: string | null | undefined): Plain {
  if (said.type !== 'document' || said.document.filename !== undefined || !filename) return said;
  return { type: 'document', document: { ...said.document, filename } };
}

/** The columns a message is shown and searched by; the same words as for a message that came from elsewhere. */
function written(wire: SendContent): Pick<Composed, 'type' | 'body' | 'summary'> {
  const fields = { ...wire } as Record<string, unknown>;
  return {
    type: wire.type,
    body: wire.type === 'text' ? wire.text.body : null,
    summary: summarize(readContent(fields, fields)),
  };
}

async function quotedMessage(tx: Transaction, place: Place, id: string): Promise<Wamid | Refusal> {
  const message = await referredMessage(tx, place.portfolioId, { ...place, id });
  if (!message) return { kind: 'message_not_found', field: 'replyTo' };
  return message.wamid ?? { kind: 'not_quotable' };
}

async function reaction(tx: Transaction, place: Place, said: ReactionContent, now: number): Promise<Made> {
  const { message: id, emoji } = said.reaction;
  const message = await referredMessage(tx, place.portfolioId, { ...place, id });
  if (!message) return { refused: { kind: 'message_not_found', field: 'reaction.message' } };
  const why = notReactable(message, now);
  if (why || !message.wamid) return { refused: { kind: 'not_reactable', why: why ?? notTaken } };
  const wire: SendContent = { type: 'reaction', reaction: { message_id: message.wamid, emoji: emoji ?? '' } };
  return {
    ...written(wire),
    wire,
    raw: { said },
    files: [],
    awaitsMedia: [],
    target: message.wamid,
    emoji,
    needsPhone: false,
    isMarketing: false,
  };
}

const notTaken = sentence('problem.not_reactable.not_taken');
const notMessages = new Set(['reaction', 'edit', 'revoke']);

/** Meta, "Reaction messages", read 2026-09: to none older than 30 days, none deleted, none that is itself a reaction. */
function notReactable(message: Referred, now: number): Sentence | undefined {
  if (notMessages.has(message.type)) return sentence('problem.not_reactable.not_message');
  if (message.deleted) return sentence('problem.not_reactable.deleted');
  if (message.status === 'failed') return sentence('problem.not_reactable.failed');
  if (now - message.at.getTime() > limits.reactableMs) return sentence('problem.not_reactable.old');
  return message.wamid ? undefined : notTaken;
}

interface NamedFile {
  mediaId: string;
  type: MediaType;
}

function fileIn(said: Exclude<Said, ReactionContent>): NamedFile | undefined {
  switch (said.type) {
    case 'image':
      return named('image', said.image);
    case 'video':
      return named('video', said.video);
    case 'audio':
      return named('audio', said.audio);
    case 'document':
      return named('document', said.document);
    case 'sticker':
      return named('sticker', said.sticker);
    default:
      return undefined;
  }
}

function named(type: MediaType, { media }: { media?: string | undefined }): NamedFile | undefined {
  return media === undefined ? undefined : { mediaId: media, type };
}

async function fileSource(
  tx: Transaction,
  { portfolioId, phoneNumberId }: Place,
  { mediaId, type }: NamedFile,
  sources: ContentSources,
): Promise<FileFound | { refused: Refusal }> {
  const field = `${type}.media`;
  const file = await sources.file(tx, { portfolioId, phoneNumberId, mediaId });
  if (!file) return { refused: { kind: 'media_unknown', field } };
  // Anything may be sent as a document; the rest only as what it is.
  if (type !== file.type && type !== 'document')
    return { refused: { kind: 'media_wrong_type', field, wanted: type, is: file.type } };
  return file;
}

async function template(
  tx: Transaction,
  place: Place,
  said: Extract<Said, { type: 'template' }>,
  sources: ContentSources,
): Promise<Made> {
  const { portfolioId, phoneNumberId } = place;
  const { name, language, values, components } = said.template;
  const asked = { portfolioId, phoneNumberId, name, language: language.code, values, components };
  const filled = await sources.template(tx, asked);
  if (filled.kind !== 'filled') return { refused: filled };
  const parts = structuredClone(filled.components);
  const placed = await placeFiles(tx, place, { parts, files: filled.files, field: 'template.values' }, sources);
  if ('refused' in placed) return placed;
  const wire: SendContent = {
    type: 'template',
    template: { name, language: { code: language.code }, ...(parts.length > 0 && { components: parts }) },
  };
  return {
    ...written(wire),
    ...(filled.text && { summary: templateSummary(filled.text) }),
    wire,
    raw: { said, ...(filled.text && { template: filled.text }) },
    files: filled.files.map(({ id }) => id),
    awaitsMedia: placed.awaitsMedia,
    needsPhone: filled.needsPhone,
    isMarketing: filled.isMarketing,
  };
}

/** As it was composed elsewhere, with Meta's ids in the places of ours. */
async function relayed(
  tx: Transaction,
  place: Place,
  meta: InteractiveSend['interactive'],
  sources: ContentSources,
): Promise<Made> {
  const interactive = structuredClone(meta);
  const files = filesNamed(interactive);
  const placed = await placeFiles(tx, place, { parts: interactive, files, field: 'interactive' }, sources);
  if ('refused' in placed) return placed;
  const wire: SendContent = { type: 'interactive', interactive };
  return {
    ...written(wire),
    wire,
    raw: { said: { type: 'interactive', interactive: { kind: 'relayed', meta } } },
    files: files.map(({ id }) => id),
    awaitsMedia: placed.awaitsMedia,
    needsPhone: false,
    isMarketing: false,
  };
}

/** Puts Meta's ids of files of ours where they belong; those Meta must be given before are named by ours until then. */
async function placeFiles(
  tx: Transaction,
  { portfolioId, phoneNumberId }: Place,
  { parts, files, field }: { parts: unknown; files: TemplateFilled['files']; field: string },
  sources: ContentSources,
): Promise<{ awaitsMedia: string[] } | { refused: Refusal }> {
  const awaitsMedia: string[] = [];
  for (const { id, path, kind } of files) {
    const file = await sources.file(tx, { portfolioId, phoneNumberId, mediaId: id });
    if (!file) return { refused: { kind: 'media_unknown', field } };
    if (kind && kind !== file.type && kind !== 'document')
      return { refused: { kind: 'media_wrong_type', field, wanted: kind, is: file.type } };
    put(parts, path, file.metaId ?? id);
    if (file.metaId === null) awaitsMedia.push(id);
  }
  return { awaitsMedia };
}

function templateSummary({ body }: TemplateText): string {
  return summarize({ raw: {}, type: 'text', body });
}

/** Into what is already there: a path that leads nowhere is a mistake of whoever filled the template. */
function put(root: unknown, path: readonly (string | number)[], value: unknown): void {
  const last = path.at(-1);
  let at = root as Record<string | number, unknown> | undefined;
  for (const step of path.slice(0, -1)) at = at?.[step] as typeof at;
  if (at === undefined || at === null || last === undefined) throw new Error('A file has no place in its template.');
  at[last] = value;
}

/** Problems name places in Meta's form; whoever asked wrote ours, which is flatter. */
function inOurWords({ field, problem }: SendProblem): SendProblem {
  return {
    field: field
      .replace('interactive.action.parameters.display_text', 'interactive.label')
      .replace('interactive.action.parameters.', 'interactive.')
      .replace('interactive.action.', 'interactive.')
      .replace('.reply.', '.')
      .replace(/^interactive\.(header|body|footer)\.text$/, 'interactive.$1')
      .replace('.name.formatted_name', '.name.formatted'),
    problem,
  };
}
