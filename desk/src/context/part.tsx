import type { ReactNode } from 'react';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-4 border-t border-line pt-3.5">
      <h4 className="mb-2.5 text-s font-semibold text-ink-3">{title}</h4>
      {children}
    </section>
  );
}
