import { useMutation } from '@tanstack/react-query';
import type { PrivacyPreview } from '@throughline/contract';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { numberText } from '../words/numbers.ts';
import { say } from '../words/say.tsx';
import { byPlace } from './places.ts';
import { countPrivacy } from './privacy-queries.ts';
import { Section } from './section.tsx';

type Row = ReturnType<typeof byPlace<PrivacyPreview['counts'][number]['erase']>>[number];

/** The dry run: what would be found, counted when asked for, since it reads much. */
export function CountsPart({ requestId }: { requestId: string }) {
  const count = useMutation({ mutationFn: () => countPrivacy(requestId) });
  const columns: readonly [Column<Row>, ...Column<Row>[]] = [
    { id: 'place', name: say('privacy.table'), cell: ({ place }) => say('privacy.place', { place }) },
    { id: 'rows', name: say('privacy.rows'), align: 'end', cell: ({ rows }) => numberText(rows) },
    {
      id: 'erase',
      name: say('privacy.willBe'),
      cell: ({ erase }) => say('privacy.willBeWord', { erase: erase ?? 'keep' }),
    },
  ];
  return (
    <Section title={say('privacy.counts')}>
      <p className="mb-3 text-ink-2">{say('privacy.countsHint')}</p>
      <Button isPending={count.isPending} onPress={() => count.mutate()}>
        {say('privacy.count')}
      </Button>
      {count.isError && (
        <Banner tone="danger" className="mt-3" isLive>
          {count.error.message}
        </Banner>
      )}
      {count.data && (
        <div className="mt-4">
          <p role="status" className="mb-2 font-medium">
            {say('privacy.total', { count: count.data.total })}
          </p>
          <Table
            label={say('privacy.counts')}
            columns={columns}
            rows={byPlace(count.data.counts)}
            rowId={({ id }) => id}
          />
        </div>
      )}
    </Section>
  );
}
