import { createContext, type ReactNode, useContext } from 'react';

interface Props {
  title: string;
  /** How many it holds, beside its name. */
  count?: number;
  children: ReactNode;
}

/** Which heading a part has: beside a thread it stands under the person's name, on a page of its own under the page's title. */
export const PartHeading = createContext<'h2' | 'h4'>('h4');

export function Part({ title, count, children }: Props) {
  const Heading = useContext(PartHeading);
  return (
    <section aria-label={title} className="mt-4 border-t border-line pt-3.5">
      <Heading className="mb-2.5 flex justify-between gap-2 text-s font-semibold text-ink-3">
        {title}
        {count !== undefined && <span className="tabular-nums">{count}</span>}
      </Heading>
      {children}
    </section>
  );
}
