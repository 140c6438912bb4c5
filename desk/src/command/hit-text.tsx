import type { SearchHit } from '@throughline/contract';
import type { ReactNode } from 'react';

/** A stretch of a message with what was found marked. The text is text: nothing in it is read as markup. */
export function HitText({ hit: { text, hits, cutStart, cutEnd } }: { hit: SearchHit }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of hits) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(
      <mark key={start} className="rounded-xs bg-warn-soft font-semibold text-ink">
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  parts.push(text.slice(at));
  return (
    <bdi>
      {cutStart && '… '}
      {parts}
      {cutEnd && ' …'}
    </bdi>
  );
}
