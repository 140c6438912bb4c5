import type { ReactNode } from 'react';

/** Things of one kind, one under the other, in a box. */
export function List({ label, children, className = '' }: { label: string; children: ReactNode; className?: string }) {
  return (
    <ul aria-label={label} className={`divide-y divide-line rounded-md border border-line bg-surface ${className}`}>
      {children}
    </ul>
  );
}

interface RowProps {
  /** What stands before it: an Avatar or an icon. */
  start?: ReactNode;
  title: ReactNode;
  /** States, right after the title. */
  chips?: ReactNode;
  detail?: ReactNode;
  /** Its deeds, or a figure, at the far edge; below the words where there is no room. */
  end?: ReactNode;
}

export function ListRow({ start, title, chips, detail, end }: RowProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      {start}
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold wrap-anywhere">{title}</span>
          {chips}
        </p>
        {detail !== undefined && <div className="text-s text-ink-2 wrap-anywhere">{detail}</div>}
      </div>
      {end !== undefined && <div className="flex flex-wrap items-center gap-2">{end}</div>}
    </li>
  );
}
