import type { Tag, TagColor } from '@throughline/contract';

/** Dots of one weight: they tell tags apart on light and dark alike, and mean nothing. The name says what it is. */
const dots: Record<TagColor, string> = {
  slate: 'bg-[#64748b]',
  sky: 'bg-[#0284c7]',
  teal: 'bg-[#0d9488]',
  moss: 'bg-[#65a30d]',
  sand: 'bg-[#b7791f]',
  coral: 'bg-[#e0563f]',
  rose: 'bg-[#db2777]',
  violet: 'bg-[#8b5cf6]',
};

export function TagDot({ color }: { color: TagColor }) {
  return <i aria-hidden className={`size-2 shrink-0 rounded-full ${dots[color]}`} />;
}

/** A tag where it cannot be taken off: on a row of a list. */
export function TagChip({ tag }: { tag: Tag }) {
  return (
    <span className="chip max-w-32 min-w-0">
      <TagDot color={tag.color} />
      <bdi className="truncate">{tag.name}</bdi>
    </span>
  );
}
