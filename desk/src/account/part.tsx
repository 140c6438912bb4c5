import type { ReactNode } from 'react';

/** For the list of a matter: the box is there already. */
export const inPart = '-mx-4 -mb-4 mt-3 rounded-t-none! border-0! border-t!';

/** One matter of the account: what it is, how it stands, and what can be done. */
export function AccountPart({
  title,
  explains,
  actions,
  children,
}: {
  title: string;
  explains?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className="rounded-md border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-60 flex-1">
          <h2 className="font-semibold">{title}</h2>
          {explains !== undefined && <p className="mt-0.5 text-ink-2">{explains}</p>}
        </div>
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
