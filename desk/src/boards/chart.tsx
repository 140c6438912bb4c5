// A chart as a part of a page: its name, what it shows in a sentence, the picture or the same as a table, and how it was counted.

import { ChartColumn, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type Column, Table } from '../ui/table.tsx';
import { say } from '../words/say.tsx';

export interface Series<Row> {
  id: string;
  name: string;
  value: (row: Row) => number | null;
}

interface Props<Row> {
  title: string;
  /** The whole in a sentence: what the picture says to those who do not see it. */
  summary: string;
  how: string;
  rows: readonly Row[];
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rowId: (row: Row) => string;
  download: string;
  /** When there will be enough for a picture. */
  notYet?: string;
  children: ReactNode;
}

/** Fewer points than this are no trend. */
const fewest = 2;

export function Chart<Row>({ title, summary, how, rows, columns, rowId, download, notYet, children }: Props<Row>) {
  const [asTable, setAsTable] = useState(false);
  const enough = rows.length >= fewest;
  const Icon = asTable ? ChartColumn : Table2;
  return (
    <section aria-label={title} className="mb-6 rounded-md border border-line bg-surface p-4 desk:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-l font-semibold">{title}</h2>
          {enough && <p className="text-s text-ink-2">{summary}</p>}
        </div>
        <button type="button" className="btn" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          <Icon aria-hidden size={15} strokeWidth={1.75} /> {asTable ? say('boards.asChart') : say('boards.asTable')}
        </button>
      </div>
      <div className="mt-3">
        {asTable ? (
          <Table label={title} columns={columns} rows={rows} rowId={rowId} />
        ) : enough ? (
          children
        ) : (
          <div className="rounded-sm bg-sunken px-4 py-8 text-center">
            <p className="font-semibold">{say('boards.nothingYet')}</p>
            <p className="text-s text-ink-2">{notYet ?? say('boards.nothingYetDetail')}</p>
          </div>
        )}
      </div>
      <HowCounted download={download}>{how}</HowCounted>
    </section>
  );
}

export function HowCounted({ children, download }: { children: ReactNode; download?: string }) {
  return (
    <div className="mt-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-1 text-s">
      <details className="min-w-0 flex-1">
        <summary className="cursor-pointer font-medium text-ink-2">{say('boards.how')}</summary>
        <p className="mt-1 max-w-140 text-ink-2">{children}</p>
      </details>
      {download !== undefined && (
        <a className="text-btn" href={download} download>
          {say('boards.download')}
        </a>
      )}
    </div>
  );
}
