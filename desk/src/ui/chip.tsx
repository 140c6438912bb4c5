import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './banner.tsx';

interface Props {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
  className?: string;
}

const looks: Record<Tone, string> = {
  plain: '',
  good: 'chip-good',
  info: 'chip-info',
  warn: 'chip-warn',
  danger: 'chip-danger',
};

/** A state in a word or two. Its color says what kind of state; the words say which. */
export function Chip({ tone = 'plain', icon: Icon, children, className = '' }: Props) {
  return (
    <span className={`chip ${looks[tone]} ${className}`}>
      {Icon && <Icon aria-hidden size={12} strokeWidth={1.75} />}
      {children}
    </span>
  );
}

/** How many, beside what they are of. `tone` plain: just so; warn: they wait for somebody; good: unread. */
export function Badge({ count, tone = 'plain' }: { count: string; tone?: 'plain' | 'good' | 'warn' }) {
  const look = { plain: 'text-ink-3', good: 'badge bg-accent text-accent-ink', warn: 'badge bg-warn text-surface' }[
    tone
  ];
  return <span className={`tabular-nums ${look}`}>{count}</span>;
}
