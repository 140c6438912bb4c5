import type { ReactNode } from 'react';

/** One matter of the account: what it is, how it stands, and what can be done. */
export function AccountPart({
  title,
  explains,
  actions,
  children,
}: {
  title: string;
  explains: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section>
      <div className="mb-2 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-60 flex-1">
          <h2 className="text-l font-semibold">{title}</h2>
          <p className="text-ink-2">{explains}</p>
        </div>
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
