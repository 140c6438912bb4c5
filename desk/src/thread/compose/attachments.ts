// Files chosen for the message being written, per conversation: sent to the server at once, and kept with the draft as soon
// as they are there, so that a reload loses none. What is still on its way is lost with the page, and not before.

import type { Media, UploadedMedia } from '@throughline/contract';
import { useSyncExternalStore } from 'react';
import { isPassing } from '../../api/client.ts';
import { readKept, writeKept } from '../../api/kept.ts';
import { newKey } from '../../api/new-key.ts';
import { uploadFile } from '../../api/uploads.ts';
import { say } from '../../words/say.tsx';
import { type FileType, fileProblem, fileType, mayBeVoice } from './file-rules.ts';

export interface Attachment {
  key: string;
  name: string;
  size: number;
  type: FileType;
  /** ready: at the server. failed: nobody answered, may be tried again. refused: it cannot be sent, and why. */
  state: 'uploading' | 'ready' | 'failed' | 'refused';
  /** How much of it has gone, 0 to 1. */
  share: number;
  problem?: string;
  uploaded?: UploadedMedia;
  /** Sent as a voice message; undefined where it cannot be. */
  voice?: boolean;
  at: number;
}

/** What one message may hold is one file; more become messages of their own, in order. */
const mostAtOnce = 10;
/** The server forgets files nobody used after a day. */
const keptMs = 23 * 3_600_000;
const none: Attachment[] = [];

const held = new Map<string, Attachment[]>();
const listeners = new Set<() => void>();
const files = new Map<string, { file: File; stop: AbortController }>();
const previews = new Map<string, string>();

export function useAttachments(conversationId: string): Attachment[] {
  return useSyncExternalStore(subscribe, () => of(conversationId));
}

/** Answers how many were left out because there were too many. */
export function attach(conversationId: string, chosen: Iterable<File>): number {
  const list = [...chosen];
  const room = Math.max(0, mostAtOnce - of(conversationId).length);
  for (const file of list.slice(0, room)) {
    const key = newKey();
    const problem = fileProblem(file);
    const type = fileType(file);
    const one: Attachment = {
      key,
      name: file.name === '' ? say('compose.pastedFile') : file.name,
      size: file.size,
      type,
      state: problem === undefined ? 'uploading' : 'refused',
      share: 0,
      at: Date.now(),
      ...(problem === undefined ? {} : { problem }),
      ...(mayBeVoice(file) ? { voice: true } : {}),
    };
    set(conversationId, [...of(conversationId), one]);
    if (type === 'image' || type === 'sticker') previews.set(key, URL.createObjectURL(file));
    files.set(key, { file, stop: new AbortController() });
    if (problem === undefined) void upload(conversationId, key);
  }
  return Math.max(0, list.length - room);
}

export function retryUpload(conversationId: string, key: string): void {
  const held = files.get(key);
  if (held === undefined) return;
  files.set(key, { ...held, stop: new AbortController() });
  change(conversationId, key, { state: 'uploading', share: 0 });
  void upload(conversationId, key);
}

export function setVoice(conversationId: string, key: string, voice: boolean): void {
  change(conversationId, key, { voice });
}

/** Taken out of the message: stopped where it is still on its way. */
export function detach(conversationId: string, key: string): void {
  files.get(key)?.stop.abort();
  files.delete(key);
  set(
    conversationId,
    of(conversationId).filter((one) => one.key !== key),
  );
}

/** They are messages now. Their pictures stay for as long as the page does. */
export function takeAll(conversationId: string): Attachment[] {
  const ready = of(conversationId).filter(({ state }) => state === 'ready');
  for (const { key } of ready) files.delete(key);
  set(
    conversationId,
    of(conversationId).filter((one) => !ready.includes(one)),
  );
  return ready;
}

/** A file that was not sent after all goes back to what is being written. */
export function returnFile(conversationId: string, media: Media): void {
  if (of(conversationId).some(({ uploaded }) => uploaded?.id === media.id)) return;
  const { id, type, mimeType = '', sizeBytes = 0, filename, voice } = media;
  const uploaded = { id, type, mimeType, sizeBytes, filename: filename ?? null };
  const name = filename ?? say('compose.file');
  const one: Attachment = {
    key: newKey(),
    name,
    size: sizeBytes,
    type,
    state: 'ready',
    share: 1,
    uploaded,
    at: Date.now(),
  };
  set(conversationId, [...of(conversationId), { ...one, ...(voice === undefined ? {} : { voice }) }]);
}

/** The picture of a file of this page, until the server serves it. */
export function previewOf(key: string): string | undefined {
  return previews.get(key);
}

async function upload(conversationId: string, key: string): Promise<void> {
  const held = files.get(key);
  if (held === undefined) return;
  try {
    const uploaded = await uploadFile(held.file, {
      conversationId,
      onProgress: (share) => change(conversationId, key, { share }),
      signal: held.stop.signal,
    });
    const preview = previews.get(key);
    if (preview !== undefined) previews.set(uploaded.id, preview);
    change(conversationId, key, { state: 'ready', share: 1, uploaded, type: uploaded.type });
  } catch (error) {
    if (held.stop.signal.aborted) return;
    const problem = error instanceof Error ? error.message : say('common.wentWrong');
    change(conversationId, key, { state: isPassing(error) ? 'failed' : 'refused', problem });
  }
}

function change(conversationId: string, key: string, next: Partial<Attachment>): void {
  set(
    conversationId,
    of(conversationId).map((one) => (one.key === key ? { ...one, ...next } : one)),
  );
}

function of(conversationId: string): Attachment[] {
  let list = held.get(conversationId);
  if (list === undefined) {
    list = parse(readKept(nameOf(conversationId)));
    held.set(conversationId, list);
  }
  return list;
}

function set(conversationId: string, list: Attachment[]): void {
  held.set(conversationId, list.length === 0 ? none : list);
  const ready = list.filter(({ state }) => state === 'ready');
  writeKept(nameOf(conversationId), ready.length === 0 ? '' : JSON.stringify(ready));
  for (const listener of listeners) listener();
}

function parse(kept: string | null): Attachment[] {
  try {
    const value = JSON.parse(kept ?? '[]') as Attachment[];
    const fresh = value.filter(({ at, uploaded }) => uploaded !== undefined && Date.now() - at < keptMs);
    return fresh.length === 0 ? none : fresh;
  } catch {
    return none;
  }
}

function nameOf(conversationId: string): string {
  return `files:${conversationId}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
