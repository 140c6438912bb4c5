// A note cut where it calls somebody. Pure.

import type { NoteItem } from '@throughline/contract';

export interface NotePart {
  /** Where in the note it begins. */
  at: number;
  text: string;
  isMention: boolean;
}

/** Of two names that begin alike, the longer is meant. A name that goes on into another word is none. */
export function noteParts(text: string, mentions: NoteItem['mentions']): NotePart[] {
  const names = [...new Set(mentions.map(({ name }) => name))].sort((a, b) => b.length - a.length);
  if (names.length === 0) return text === '' ? [] : [{ at: 0, text, isMention: false }];
  const pattern = new RegExp(`@(?:${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const parts: NotePart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > from) parts.push({ at: from, text: text.slice(from, index), isMention: false });
    parts.push({ at: index, text: found, isMention: true });
    from = index + found.length;
  }
  if (from < text.length) parts.push({ at: from, text: text.slice(from), isMention: false });
  return parts;
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
