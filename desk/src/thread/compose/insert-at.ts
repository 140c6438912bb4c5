import type { RefObject } from 'react';

/** Puts words where the caret stands, and the caret after them, as if they had been typed. */
export function insertAt(
  field: RefObject<HTMLTextAreaElement | null>,
  words: string,
  onText: (text: string) => void,
): void {
  const area = field.current;
  if (!area) return;
  area.focus();
  // A slash begins a word, or it would call for nothing.
  const before = area.value.slice(0, area.selectionStart);
  const joint = words === '/' && before !== '' && !/\s$/.test(before) ? ' ' : '';
  // The browser's own way to type keeps its history, so that Ctrl+Z works; where it is gone, the text is set.
  if (document.execCommand('insertText', false, joint + words)) return;
  onText(before + joint + words + area.value.slice(area.selectionEnd));
}
