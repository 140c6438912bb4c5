import { type ReactNode, useId } from 'react';

/** A part of a request, under its name. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-7">
      <h2 id={id} className="mb-2 text-b font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
