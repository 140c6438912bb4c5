import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'plain' | 'good' | 'info' | 'warn' | 'danger';

interface Props {
  tone: Tone;
  title?: ReactNode;
  icon?: LucideIcon;
  /** What can be done about it: buttons or links. */
  actions?: ReactNode;
  /** Announced when it appears, for what follows from a deed. What is there from the start is simply read. */
  isLive?: boolean;
  className?: string;
  children?: ReactNode;
}

const looks: Record<Tone, { box: string; icon: LucideIcon }> = {
  plain: { box: 'bg-sunken text-ink-2', icon: Info },
  good: { box: 'bg-accent-soft text-accent', icon: CircleCheck },
  info: { box: 'bg-info-soft text-info', icon: Info },
  warn: { box: 'bg-warn-soft text-warn', icon: TriangleAlert },
  danger: { box: 'bg-danger-soft text-danger', icon: CircleAlert },
};

/** Something that is so, and what follows from it. Color only for its meaning: blue hidden, amber to look at, red failed. */
export function Banner({ tone, title, icon, actions, isLive = false, className = '', children }: Props) {
  const { box, icon: usual } = looks[tone];
  const Icon = icon ?? usual;
  return (
    <div
      {...(isLive && { role: tone === 'danger' ? 'alert' : 'status' })}
      className={`flex gap-2.5 rounded-md px-3 py-2.5 ${box} ${className}`}
    >
      <Icon aria-hidden size={17} strokeWidth={1.75} className="mt-px shrink-0" />
      <div className="min-w-0 flex-1 text-ink wrap-anywhere">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && <div className="text-ink-2">{children}</div>}
        {actions !== undefined && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
