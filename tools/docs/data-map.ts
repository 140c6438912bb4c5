// docs/data-map.md, from the data map. Pure: the map in, the page out.

import { type Columns, isPersonal, type RoomMap, type TableMap } from '../../server/db/data-map/marks.ts';
import { table } from './table.ts';

/** `rooms`: what each states of its tables. */
export function dataMapPage(rooms: Readonly<Record<string, RoomMap>>, preface: string): string {
  const tables = Object.entries(rooms).flatMap(([room, map]) =>
    Object.entries(map).map(([name, stated]) => ({ room, name, stated })),
  );
  const personal = tables.filter(({ stated }) => stated.rows !== 'nobody');
  const others = tables.filter(({ stated }) => stated.rows === 'nobody');
  return [
    preface.trim(),
    '## Tables with something of customers',
    ...personal.map(({ room, name, stated }) => section(room, name, stated)),
    '## Tables without',
    table([
      ['Table', 'Room', 'What a row is', 'Of colleagues, and secret', 'Kept as'],
      ...others.map(({ room, name, stated }) => [
        `\`${name}\``,
        room,
        stated.what,
        marksWorthSaying(stated.columns),
        stated.kept,
      ]),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function section(room: string, name: string, stated: TableMap): string {
  if (stated.rows === 'nobody') return '';
  const rows = Object.entries(stated.columns).flatMap(([column, marks]) =>
    typeof marks === 'string'
      ? [[`\`${column}\``, marks]]
      : Object.entries(marks).map(([path, mark]) => [`\`${column}\` \`${path}\``, mark]),
  );
  const facts = [
    `${stated.what} Room: ${room}. Kept as: ${stated.kept}.`,
    `- Theirs: ${whose(stated.rows)}`,
    `- Erasing: ${erasing(stated.erase)}`,
    `- Export: ${typeof stated.export === 'string' ? `under "${stated.export}"` : `left out. ${stated.export.leftOut}`}`,
    ...Object.entries(stated.withheld ?? {}).map(([column, why]) => `- Not given: \`${column}\`. ${why}`),
  ];
  const said = rows.filter(([, mark]) => mark !== 'none').map((row) => row.map(String));
  return [`### ${name}`, facts[0], facts.slice(1).join('\n'), table([['Column', 'Mark'], ...said])].join('\n\n');
}

type Customers = Exclude<TableMap, { rows: 'nobody' }>;

function whose(rows: Customers['rows']): string {
  if ('where' in rows) return `\`${rows.where.replaceAll(/\s+/g, ' ')}\``;
  if ('of' in rows) return `as the row of \`${rows.of}\` named in \`${rows.by}\``;
  return `by the walk "${rows.walk}" (server/flows/data-walks.ts)`;
}

function erasing(erase: Customers['erase']): string {
  if (erase === 'delete') return 'the row goes';
  if ('keep' in erase) return `the row stays. ${erase.keep}`;
  return `the row stays, without ${Object.keys(erase.replace)
    .map((column) => `\`${column}\``)
    .join(', ')}`;
}

function marksWorthSaying(columns: Columns): string {
  const said = Object.entries(columns).flatMap(([column, mark]) =>
    typeof mark === 'string' && (isPersonal(mark) || mark === 'secret') ? [`\`${column}\` ${mark}`] : [],
  );
  return said.join(', ');
}
