// Every thread, a row each, with whom it is and how the work on it stands.

import type { PortfolioId } from '@throughline/identity';
import type { Reader, Transaction } from '../../db/connect.ts';
import { type Fragment, fragment } from '../../db/sql.ts';
import type { Asked, Cell, Column, Row, Table } from '../../exports/shapes.ts';
import type { Viewer } from '../../words/viewer.ts';
import { joined, taggedContact } from '../contact-filters.ts';
import { tagsOfConversations } from '../labels.ts';
import { type WorkRow, workColumns, workJoins, workOf } from '../work-parts.ts';
import { inBatches } from './cursor.ts';
import { peopleOf, personCells, personColumns } from './people.ts';

const ownColumns: Column[] = [
  { name: 'conversation_id', kind: 'text' },
  { name: 'conversation_merged_from', kind: 'list' },
  { name: 'business_number', kind: 'text' },
  { name: 'business_number_name', kind: 'text' },
  { name: 'state', kind: 'text' },
  { name: 'assignee', kind: 'text' },
  { name: 'team', kind: 'text' },
  { name: 'priority', kind: 'text' },
  { name: 'unread', kind: 'count' },
  { name: 'began_at', kind: 'moment' },
  { name: 'last_activity_at', kind: 'moment' },
  { name: 'last_customer_message_at', kind: 'moment' },
  { name: 'waiting_since', kind: 'moment' },
  { name: 'tags', kind: 'list' },
];

export function conversationsTable(tx: Transaction, viewer: Viewer, asked: Asked): Table {
  return { columns: [...ownColumns, ...personColumns(asked)], batches: rowsOf(tx, viewer, asked) };
}

export async function countConversations(db: Reader, asked: Asked): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`select count(*)::int as count ${whose(asked)}`;
  return row?.count ?? 0;
}

function whose(asked: Asked): Fragment {
  const { portfolioId, from, until } = asked;
  return fragment`
    from conversations c
    join holders h on h.portfolio_id = c.portfolio_id and h.id = c.holder_id
    where c.portfolio_id = ${portfolioId} ${joined([
      from && fragment`and c.last_item_at >= ${from}`,
      until && fragment`and c.last_item_at < ${until}`,
      ofThread(asked),
    ])}`;
}

/** Conditions on `c` (conversations) and `h` (holders): of this number of ours; with this tag, itself or whom it is with. */
export function ofThread({ phoneNumberId, tagId }: Asked): Fragment {
  return joined([
    phoneNumberId !== null && fragment`and c.phone_number_id = ${phoneNumberId}`,
    tagId !== null &&
      fragment`and (exists (
        select from conversation_tags g where g.portfolio_id = c.portfolio_id and g.conversation_id = c.id and g.tag_id = ${tagId})
        or exists (select from contacts t where t.portfolio_id = h.portfolio_id and t.id = h.contact_id and ${taggedContact(tagId)}))`,
  ]);
}

interface Found extends WorkRow {
  id: string;
  portfolioId: PortfolioId;
  contactId: string;
  mergedFrom: string[];
  number: string | null;
  numberName: string | null;
  unread: number;
  createdAt: Date;
  lastItemAt: Date;
  lastCustomerAt: Date | null;
  waitingSince: Date | null;
}

async function* rowsOf(tx: Transaction, viewer: Viewer, asked: Asked): AsyncGenerator<Row[]> {
  const query = fragment`
    select c.id, c.portfolio_id as "portfolioId", c."contactId", n.display_phone as number, n.name as "numberName", c.state, c.unread,
           c.created_at as "createdAt", c.last_item_at as "lastItemAt", c.last_customer_at as "lastCustomerAt",
           c.waiting_since as "waitingSince", ${workColumns},
           array(select a.retired_id from conversation_aliases a
                 where a.portfolio_id = c.portfolio_id and a.conversation_id = c.id) as "mergedFrom"
    from (select c.*, h.contact_id as "contactId" ${whose(asked)}) as c
    left join business_numbers n on n.portfolio_id = c.portfolio_id and n.phone_number_id = c.phone_number_id
    ${workJoins}
    order by c.last_item_at desc, c.id`;
  for await (const found of inBatches<Found>(tx, query)) {
    const people = await peopleOf(tx, asked.portfolioId, {
      ids: found.map(({ contactId }) => contactId),
      accounts: asked.accounts,
    });
    const tagsOf = await tagsOfConversations(tx, found);
    yield found.map((row): Cell[] => {
      const { assignee, team, priority } = workOf(row);
      return [
        row.id,
        row.mergedFrom,
        row.number,
        row.numberName,
        row.state,
        assignee?.name ?? null,
        team?.name ?? null,
        priority,
        row.unread,
        row.createdAt,
        row.lastItemAt,
        row.lastCustomerAt,
        row.waitingSince,
        tagsOf(row.id).map(({ name }) => name),
        ...personCells(viewer, asked, people.get(row.contactId)),
      ];
    });
  }
}
