import type { Identifier as Value } from '@throughline/contract';
import { EyeOff } from 'lucide-react';
import { identifierText } from '../words/identifiers.ts';

/** A phone always reads left to right, whatever surrounds it; anything else as its own letters ask. */
export function Identifier({ value, className }: { value: Value; className?: string }) {
  return (
    <bdi dir={value.kind === 'phone' ? 'ltr' : 'auto'} className={className}>
      {identifierText(value)}
    </bdi>
  );
}

const folds = { phone: 'max-desk:sr-only', crowded: '@max-[42rem]:sr-only', always: 'sr-only' };

/** `fold`: where there is no room, on a phone or in a crowded line, the eye stands for the words, which are still said. */
export function HiddenChip({ words, fold }: { words: string; fold?: keyof typeof folds }) {
  return (
    <span className="chip chip-hidden">
      <EyeOff aria-hidden size={12} strokeWidth={1.75} />
      <span className={fold && folds[fold]}>{words}</span>
    </span>
  );
}
