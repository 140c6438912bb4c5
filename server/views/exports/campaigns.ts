// Every campaign, a row for each line of it: to whom it went, and what became of it.

import { type CampaignRecord, campaignById } from '../../campaigns/store.ts';
import type { Reader } from '../../db/connect.ts';
import { type Fragment, fragment } from '../../db/sql.ts';
import type { Asked, Cell, Column, Row, Table } from '../../exports/shapes.ts';
import { limits } from '../../limits.ts';
import { looksLikePhone, maskedSpelling, maskedText, nameFor } from '../../words/phones.ts';
import type { Viewer } from '../../words/viewer.ts';
import { everyRow } from '../campaign-rows.ts';
import { joined, taggedContact } from '../contact-filters.ts';
import { peopleOf, personCells, personColumns } from './people.ts';

const ownColumns: Column[] = [
  { name: 'campaign_id', kind: 'text' },
  { name: 'campaign', kind: 'text' },
  { name: 'template', kind: 'text' },
  { name: 'line', kind: 'count' },
  { name: 'written', kind: 'text' },
  { name: 'number', kind: 'text' },
  { name: 'name_in_list', kind: 'text' },
  { name: 'reach', kind: 'text' },
  { name: 'result', kind: 'text' },
  { name: 'reason', kind: 'text' },
  { name: 'sent_in_line', kind: 'count' },
  { name: 'at', kind: 'moment' },
  { name: 'conversation_id', kind: 'text' },
  { name: 'message_id', kind: 'text' },
];

export function campaignsTable(db: Reader, viewer: Viewer, asked: Asked): Table {
  return { columns: [...ownColumns, ...personColumns(asked)], batches: rowsOf(db, viewer, asked) };
}

/** Lines; of those with a tag it is not known before they are read. */
export async function countCampaigns(db: Reader, asked: Asked): Promise<number> {
  const [row] = await db.sql<{ count: number }[]>`select coalesce(sum(c.rows), 0)::int as count ${whose(asked)}`;
  return row?.count ?? 0;
}

/** By when they began, or while they have not, were made. */
function whose({ portfolioId, from, until, phoneNumberId }: Asked): Fragment {
  return fragment`from campaigns c where c.portfolio_id = ${portfolioId} ${joined([
    from && fragment`and coalesce(c.started_at, c.created_at) >= ${from}`,
    until && fragment`and coalesce(c.started_at, c.created_at) < ${until}`,
    phoneNumberId !== null && fragment`and c.phone_number_id = ${phoneNumberId}`,
  ])}`;
}

type Line = Awaited<ReturnType<ReturnType<typeof everyRow>['next']>>['value'];

async function* rowsOf(db: Reader, viewer: Viewer, asked: Asked): AsyncGenerator<Row[]> {
  const ids = await db.sql<{ id: string }[]>`select c.id ${whose(asked)} order by c.created_at, c.id`;
  for (const { id } of ids) {
    const campaign = await campaignById(db, [asked.portfolioId], id);
    if (!campaign) continue;
    let lines: Line[] = [];
    for await (const line of everyRow(db, { viewer, campaign })) {
      lines.push(line);
      if (lines.length < limits.exportBatch) continue;
      yield await told(db, viewer, { asked, campaign, lines });
      lines = [];
    }
    if (lines.length > 0) yield await told(db, viewer, { asked, campaign, lines });
  }
}

async function told(
  db: Reader,
  viewer: Viewer,
  { asked, campaign, lines }: { asked: Asked; campaign: CampaignRecord; lines: readonly Line[] },
): Promise<Row[]> {
  const { portfolioId, accounts, tagId } = asked;
  const ids = lines.flatMap(({ contactId }) => contactId ?? []);
  const people = await peopleOf(db, portfolioId, { ids, accounts });
  const tagged = tagId === null ? undefined : await whoIsTagged(db, asked, { tagId, ids });
  const spelled = (text: string | null) =>
    text !== null && viewer.phones === 'masked'
      ? looksLikePhone(text)
        ? maskedSpelling(text)
        : maskedText(text)
      : text;
  return lines
    .filter(({ contactId }) => !tagged || (contactId !== null && tagged.has(contactId)))
    .map((line): Cell[] => [
      campaign.id,
      campaign.name,
      campaign.templateName,
      line.line,
      spelled(line.phone),
      spelled(line.normalized),
      line.name && nameFor(viewer, line.name),
      line.reach,
      line.state,
      line.reason,
      line.duplicateOf,
      line.at === null ? null : new Date(line.at),
      line.conversationId,
      line.messageId,
      ...personCells(viewer, asked, line.contactId === null ? undefined : people.get(line.contactId)),
    ]);
}

async function whoIsTagged(
  db: Reader,
  { portfolioId }: Asked,
  { tagId, ids }: { tagId: string; ids: readonly string[] },
): Promise<Set<string>> {
  const rows = await db.sql<{ id: string }[]>`
    select t.id from contacts t where t.portfolio_id = ${portfolioId} and t.id = any(${[...ids]}::uuid[]) and ${taggedContact(tagId)}`;
  return new Set(rows.map(({ id }) => id));
}
