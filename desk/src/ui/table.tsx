// biome-ignore-all lint/a11y/noRedundantRoles: laid out as cards, a table is no longer one to every browser unless it says so

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';

export interface Column<Row, Id extends string = string> {
  id: Id;
  name: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the far edge, digit under digit. */
  align?: 'start' | 'end';
  isSortable?: boolean;
  /** The name is read aloud but not drawn: a column of buttons. */
  hidesName?: boolean;
  /** As a card on a narrow screen, this one is left out: it repeats what another says. */
  isWideOnly?: boolean;
  className?: string;
}

export interface Sort<Id extends string = string> {
  by: Id;
  direction: 'ascending' | 'descending';
}

interface Props<Row, Id extends string> {
  /** What it is a table of; read aloud. */
  label: string;
  /** The first one names its row. */
  columns: readonly [Column<Row, Id>, ...Column<Row, Id>[]];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  sort?: Sort<Id>;
  onSort?: (sort: Sort<Id>) => void;
}

/** Rows to compare. Under 900 px each row becomes a card, and its column names stand before the values. */
export function Table<Row, Id extends string>({ label, columns, rows, rowId, sort, onSort }: Props<Row, Id>) {
  return (
    <div className="table-box">
      <table role="table" aria-label={label} className="data-table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.id}
                role="columnheader"
                scope="col"
                {...(column.isSortable && { 'aria-sort': sort?.by === column.id ? sort.direction : 'none' })}
                className={column.align === 'end' ? 'text-end' : ''}
              >
                {column.isSortable && onSort ? (
                  <SortButton column={column} sort={sort} onSort={onSort} />
                ) : (
                  <span className={column.hidesName ? 'sr-only' : ''}>{column.name}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowId(row)} role="row">
              {columns.map((column, at) => (
                <Cell key={column.id} column={column} row={row} isName={at === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row, isName }: { column: Column<Row>; row: Row; isName: boolean }) {
  const look = `${column.align === 'end' ? 'cell-end' : ''} ${column.isWideOnly ? 'max-desk:hidden!' : ''} ${column.hidesName ? 'cell-deeds' : ''} ${column.className ?? ''}`;
  if (isName)
    return (
      <th role="rowheader" scope="row" className={look}>
        {column.cell(row)}
      </th>
    );
  return (
    <td role="cell" className={look}>
      {!column.hidesName && (
        <span aria-hidden className="cell-name">
          {column.name}
        </span>
      )}
      <div className="min-w-0">{column.cell(row)}</div>
    </td>
  );
}

interface SortProps<Row, Id extends string> {
  column: Column<Row, Id>;
  sort: Sort<Id> | undefined;
  onSort: (sort: Sort<Id>) => void;
}

function SortButton<Row, Id extends string>({ column, sort, onSort }: SortProps<Row, Id>) {
  const current = sort?.by === column.id ? sort.direction : undefined;
  const Arrow = current === 'descending' ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      className="group inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink"
      onClick={() => onSort({ by: column.id, direction: current === 'ascending' ? 'descending' : 'ascending' })}
    >
      {column.name}
      <Arrow
        aria-hidden
        size={13}
        strokeWidth={2}
        className={current ? 'text-accent' : 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60'}
      />
    </button>
  );
}
