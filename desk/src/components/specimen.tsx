import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** Takes the whole width rather than a column. */
  isWide?: boolean;
  children: ReactNode;
}

/** One component, in the states it can be in. */
export function Specimen({ title, isWide = false, children }: Props) {
  return (
    <section
      aria-label={title}
      className={`rounded-md border border-line bg-surface p-4 ${isWide ? 'min-[1000px]:col-span-2' : ''}`}
    >
      <h2 className="mb-3 font-semibold">{title}</h2>
      <div className="flex flex-col gap-3">{children}</div>
    </section>
  );
}

/** Side by side, under the state they are in. */
export function States({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-end gap-x-4 gap-y-3">{children}</div>;
}

interface StateProps {
  name: string;
  /** Shows it as under the pointer or with the focus of the keyboard, which otherwise only happen to one at a time. */
  as?: 'hover' | 'focus';
  children: ReactNode;
}

export function State({ name, as, children }: StateProps) {
  return (
    <div className="min-w-0" {...(as && { 'data-as': as })}>
      <p className="mb-1 text-xs text-ink-3">{name}</p>
      {children}
    </div>
  );
}
