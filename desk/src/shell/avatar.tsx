import { UserRound } from 'lucide-react';
import { avatarColor, initials } from '../words/identifiers.ts';

const sizes = { s: 'size-7 text-2xs', m: 'size-9.5 text-[13px]', l: 'size-13 text-[17px]' } as const;
const icons = { s: 14, m: 18, l: 24 } as const;

/** Decoration: the name always stands beside it, so the letters are drawn and not said. */
export function Avatar({ id, name, size }: { id: string; name: string; size: keyof typeof sizes }) {
  const color = avatarColor(id);
  const letters = name.startsWith('@') ? '' : initials(name);
  return (
    <span
      aria-hidden
      data-letters={letters}
      className={`grid shrink-0 place-items-center rounded-full font-semibold before:content-[attr(data-letters)] before:[grid-area:1/1] ${sizes[size]}`}
      style={{ background: `var(--av-${color})`, color: `var(--av-${color}-ink)` }}
    >
      {letters === '' && <UserRound size={icons[size]} strokeWidth={1.75} />}
    </span>
  );
}
