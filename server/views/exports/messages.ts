// Every message, a row each, as it reads now: of one that was deleted nothing it said, of one that was edited what it says since.

import type { MessageItem } from '@throughline/contract';
import type { Reader, Transaction } from '../../db/connect.ts';
import { type Fragment, fragment } from '../../db/sql.ts';
import type { Asked, Cell, Column, Row, Table } from '../../exports/shapes.ts';
import { maskedText } from '../../words/phones.ts';
import type { Viewer } from '../../words/viewer.ts';
import { joined } from '../contact-filters.ts';
import { messageItems } from '../message-items.ts';
import { ofThread } from './conversations.ts';
import { inBatches } from './cursor.ts';
import { peopleOf, personCells, personColumns } from './people.ts';

const ownColumns: Column[] = [
  { name: 'message_id', kind: 'text' },
  { name: 'conversation_id', kind: 'text' },
  { name: 'at', kind: 'moment' },
  { name: 'direction', kind: 'text' },
  { name: 'type', kind: 'text' },
  { name: 'text', kind: 'text' },
  { name: 'summary', kind: 'text' },
  { name: 'edited', kind: 'yes_no' },
  { name: 'deleted', kind: 'yes_no' },
  { name: 'status', kind: 'text' },
  { name: 'failure_code', kind: 'count' },
  { name: 'author', kind: 'text' },
  { name: 'campaign_id', kind: 'text' },
  { name: 'campaign', kind: 'text' },
  { name: 'answers_message_id', kind: 'text' },
  { name: 'about_message_id', kind: 'text' },
  { name: 'business_number', kind: 'text' },
];

export function messagesTable(tx: Transaction, viewer: Viewer, asked: Asked): Table {
  return { columns: [...ownColumns, ...personColumns(asked)], batches: rowsOf(tx, viewer, asked) };
}

export async function countMessages(db: Reader, asked: Asked): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`select count(*)::int as count ${whose(asked)}`;
  return row?.count ?? 0;
}

function whose(asked: Asked): Fragment {
  const { portfolioId, from, until } = asked;
  return fragment`
    from messages m
    join conversations c on c.portfolio_id = m.portfolio_id and c.id = m.conversation_id
    join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id
    where m.portfolio_id = ${portfolioId} ${joined([
      from && fragment`and m.at >= ${from}`,
      until && fragment`and m.at < ${until}`,
      ofThread(asked),
    ])}`;
}

interface Found {
  id: string;
  contactId: string;
  number: string | null;
}

/** A thread after the other, each in the order of its timeline: so the index of that is walked and nothing is sorted. */
async function* rowsOf(tx: Transaction, viewer: Viewer, asked: Asked): AsyncGenerator<Row[]> {
  const { portfolioId, accounts } = asked;
  const query = fragment`
    select m.id, h.contact_id as "contactId",
           (select n.display_phone from business_numbers n
            where n.portfolio_id = m.portfolio_id and n.phone_number_id = c.phone_number_id) as number
    ${whose(asked)} order by m.conversation_id, m.at, m.tie, m.id`;
  for await (const found of inBatches<Found>(tx, query)) {
    const ids = found.map(({ id }) => id);
    const read = await messageItems(
      tx,
      { viewer, portfolioId },
      fragment`where m.portfolio_id = ${portfolioId} and m.id = any(${ids}::uuid[])`,
    );
    const items = new Map(read.map(({ item }) => [item.id, item]));
    const people = await peopleOf(tx, portfolioId, { ids: found.map(({ contactId }) => contactId), accounts });
    yield found.flatMap(({ id, contactId, number }): Cell[][] => {
      const item = items.get(id);
      return item ? [[...cellsOf(viewer, item), number, ...personCells(viewer, asked, people.get(contactId))]] : [];
    });
  }
}

function cellsOf({ phones }: Viewer, item: MessageItem): Cell[] {
  return [
    item.id,
    item.conversationId,
    new Date(item.at),
    item.direction,
    item.type,
    saidIn(item),
    // What people wrote is content and stays as it was written; a card's line is made of what was noted as names and numbers.
    item.cards && phones === 'masked' ? maskedText(item.summary) : item.summary,
    item.edited !== undefined,
    item.deletedAt !== undefined,
    item.status,
    item.failure?.code ?? null,
    item.author ?? null,
    item.campaign?.id ?? null,
    item.campaign?.name ?? null,
    item.quotes ?? null,
    item.target ?? null,
  ];
}

/** The words of it, whatever carries them. */
function saidIn({ text, media, template, interactive, choice, emoji }: MessageItem): string | null {
  return text?.body ?? media?.caption ?? template?.text?.body ?? interactive?.body ?? choice?.label ?? emoji ?? null;
}
