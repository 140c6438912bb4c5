import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** How many it holds, beside its name. */
  count?: number;
  children: ReactNode;
}

export function Part({ title, count, children }: Props) {
  return (
    <section aria-label={title} className="mt-4 border-t border-line pt-3.5">
      <h2 className="mb-2.5 flex justify-between gap-2 text-s font-semibold text-ink-3">
        {title}
        {count !== undefined && <span className="tabular-nums">{count}</span>}
      </h2>
      {children}
    </section>
  );
}
