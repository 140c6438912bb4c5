// What is wrong with the values of a template, as a sentence of ours where it has facts in it.

import type { TemplateProblem } from '@throughline/whatsapp';
import { keptIn, type Sentence, sentence } from './sentence.ts';

/** @returns the text itself where it is in no catalog: it is for programs. */
export function templateWords({ problem, tooLong }: Pick<TemplateProblem, 'problem' | 'tooLong'>): Sentence | string {
  if (!tooLong) return keptIn(problem);
  const { what, card = 0, characters, most } = tooLong;
  return what === 'card'
    ? sentence('template.too_long.card', { card, characters, most })
    : sentence(`template.too_long.${what}`, { characters, most });
}
