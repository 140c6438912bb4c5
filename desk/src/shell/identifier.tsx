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

/** `fold`: on a narrow screen the eye stands for the words, which are still said. */
export function HiddenChip({ words, fold = false }: { words: string; fold?: boolean }) {
  return (
    <span className="chip chip-hidden">
      <EyeOff aria-hidden size={12} strokeWidth={1.75} />
      <span className={fold ? 'max-desk:sr-only' : ''}>{words}</span>
    </span>
  );
}
