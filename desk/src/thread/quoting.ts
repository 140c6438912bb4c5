// Which message the reply being written answers: per conversation, kept with the draft.

import type { MessageItem } from '@throughline/contract';
import { useSyncExternalStore } from 'react';
import { readKept, writeKept } from '../api/kept.ts';
import { wordsOf } from './rows.ts';

interface Quote {
  id: string;
  direction: 'in' | 'out';
  words: string;
}

const listeners = new Set<() => void>();
const longestWords = 200;

export function quote(item: MessageItem): void {
  const kept: Quote = { id: item.id, direction: item.direction, words: wordsOf(item).slice(0, longestWords) };
  write(item.conversationId, JSON.stringify(kept));
  // The writing goes on where the answer is written.
  document.querySelector<HTMLElement>('[data-reply-field]')?.focus();
}

export function dropQuote(conversationId: string): void {
  write(conversationId, '');
}

export function useQuote(conversationId: string): Quote | undefined {
  const text = useSyncExternalStore(subscribe, () => readKept(nameOf(conversationId)));
  return text === null ? undefined : parse(text);
}

function parse(text: string): Quote | undefined {
  try {
    const value = JSON.parse(text) as Partial<Quote>;
    return typeof value.id === 'string' && typeof value.words === 'string' ? (value as Quote) : undefined;
  } catch {
    return undefined;
  }
}

function write(conversationId: string, text: string): void {
  writeKept(nameOf(conversationId), text);
  for (const listener of listeners) listener();
}

function nameOf(conversationId: string): string {
  return `quote:${conversationId}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
