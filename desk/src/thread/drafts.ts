// What has been typed and not sent, per conversation: kept in this browser, and the same in every part of the page.

import { useSyncExternalStore } from 'react';
import { readKept, writeKept } from '../api/kept.ts';

const listeners = new Set<() => void>();

export function useDraft(conversationId: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => readKept(nameOf(conversationId)) ?? unkept.get(conversationId) ?? '',
  );
  return [text, (next) => writeDraft(conversationId, next)];
}

/** A note is a draft of its own: it must never end in a reply. */
export function useNoteDraft(conversationId: string): [string, (text: string) => void] {
  return useDraft(`note:${conversationId}`);
}

/** Puts text that could not be sent in front of whatever is being written. */
export function returnToDraft(conversationId: string, body: string): void {
  const current = readKept(nameOf(conversationId)) ?? '';
  writeDraft(conversationId, current === '' ? body : `${body}\n${current}`);
}

/** Where the browser's storage refuses, a draft lives as long as the page. */
const unkept = new Map<string, string>();

function writeDraft(conversationId: string, text: string): void {
  writeKept(nameOf(conversationId), text);
  if (text === '' || readKept(nameOf(conversationId)) === text) unkept.delete(conversationId);
  else unkept.set(conversationId, text);
  for (const listener of listeners) listener();
}

function nameOf(conversationId: string): string {
  return `draft:${conversationId}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
