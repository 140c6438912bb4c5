import { EyeOff, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../shell/avatar.tsx';
import { Badge, Chip } from '../ui/chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { type Sort, Table } from '../ui/table.tsx';
import { Tags } from '../ui/tags.tsx';
import { Specimen, State, States } from './specimen.tsx';

interface Row {
  id: string;
  name: string;
  open: number;
  answered: string;
}

const rows: readonly Row[] = [
  { id: 'orders', name: 'Orders', open: 54, answered: '4 min' },
  { id: 'returns', name: 'Returns', open: 23, answered: '11 min' },
  { id: 'brazil', name: 'Lojas, Brasil', open: 61, answered: '2 min' },
];

/** What stands in rows, and the small things on them. */
export function ListSpecimens() {
  return (
    <>
      <SortedTable />
      <Specimen title="List">
        <List label="Colleagues">
          <ListRow
            start={<Avatar id="1" name="Maya Krishnan" size="m" />}
            title={<bdi>Maya Krishnan</bdi>}
            chips={<Chip tone="good">here</Chip>}
            detail="Supervisor · Orders, Returns"
            end={<IconButton label="Change Maya" icon={Pencil} />}
          />
          <ListRow
            start={<Avatar id="2" name="@rania_k" size="m" />}
            title={<bdi>رانيا خوري</bdi>}
            detail="Agent · Orders"
            end={<IconButton label="Change Rania" icon={Pencil} />}
          />
        </List>
        <LoadMore hasMore isLoading={false} onMore={() => undefined} />
      </Specimen>
      <Marks />
    </>
  );
}

function SortedTable() {
  const [sort, setSort] = useState<Sort<'name' | 'open' | 'answered'>>({ by: 'open', direction: 'descending' });
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const sorted = rows.toSorted((a, b) => sign * (sort.by === 'open' ? a.open - b.open : a.name.localeCompare(b.name)));
  return (
    <Specimen title="Table">
      <Table
        label="Teams"
        rows={sorted}
        rowId={({ id }) => id}
        sort={sort}
        onSort={setSort}
        columns={[
          { id: 'name', name: 'Team', isSortable: true, cell: ({ name }) => <bdi>{name}</bdi> },
          { id: 'open', name: 'Open', isSortable: true, align: 'end', cell: ({ open }) => open },
          { id: 'answered', name: 'First answer', align: 'end', cell: ({ answered }) => answered },
        ]}
      />
    </Specimen>
  );
}

function Marks() {
  const [tags, setTags] = useState([
    { id: 'bikes', label: 'city-bikes' },
    { id: 'vip', label: 'vip' },
  ]);
  return (
    <Specimen title="Chips, badges, tags, pictures">
      <States>
        <Chip>Draft</Chip>
        <Chip tone="good">Approved</Chip>
        <Chip tone="info" icon={EyeOff}>
          number hidden
        </Chip>
        <Chip tone="warn">new holder?</Chip>
        <Chip tone="danger">Failed</Chip>
      </States>
      <States>
        <State name="just so">
          <Badge count="12" />
        </State>
        <State name="unread">
          <Badge count="3" tone="good" />
        </State>
        <State name="waiting">
          <Badge count="99+" tone="warn" />
        </State>
      </States>
      <States>
        <Tags label="Tags" tags={tags} />
        <Tags label="Tags to take away" tags={tags} onRemove={(id) => setTags(tags.filter((tag) => tag.id !== id))} />
      </States>
      <States>
        {['Ana Prueba', 'João Silva', 'Rania Khoury', 'Tomás Becker', '@ana.prueba'].map((name, at) => (
          <Avatar key={name} id={String(at)} name={name} size={at === 0 ? 'l' : at === 4 ? 's' : 'm'} />
        ))}
      </States>
    </Specimen>
  );
}
