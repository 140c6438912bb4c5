// What has been typed and not sent, per conversation: kept in this browser, and the same in every part of the page. sync-drafts.ts takes it
// to the person's other browsers.

import { useSyncExternalStore } from 'react';
import { readKept, writeKept } from '../api/kept.ts';

const listeners = new Set<() => void>();
const watchers = new Set<(name: string) => void>();

export function useDraft(conversationId: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(subscribe, () => draftOf(conversationId));
  return [text, (next) => writeDraft(conversationId, next)];
}

export function draftOf(conversationId: string): string {
  return readKept(nameOf(conversationId)) ?? unkept.get(conversationId) ?? '';
}

/** Told of each draft that was changed here, by its name. */
export function onDraft(watcher: (name: string) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** As another browser left it: nobody is told that it was changed here. */
export function putDraft(conversationId: string, text: string): void {
  keep(conversationId, text);
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
  keep(conversationId, text);
  for (const watcher of watchers) watcher(conversationId);
}

function keep(conversationId: string, text: string): void {
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
