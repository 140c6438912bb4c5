import type { PrivacyReceipt } from '@throughline/contract';
import type { Tone } from '../ui/banner.tsx';
import { Chip } from '../ui/chip.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { say } from '../words/say.tsx';
import { momentText } from '../words/time.ts';
import { Section } from './section.tsx';

const tones: Readonly<Record<PrivacyReceipt['state'], Tone>> = {
  waiting: 'info',
  acknowledged: 'good',
  failed: 'danger',
};

/** Other systems that were told to forget somebody, and which of them have said that they did. */
export function ReceiptsPart({ receipts }: { receipts: readonly PrivacyReceipt[] }) {
  const columns: readonly [Column<PrivacyReceipt>, ...Column<PrivacyReceipt>[]] = [
    { id: 'name', name: say('webhooks.system'), cell: ({ name }) => <bdi className="font-semibold">{name}</bdi> },
    {
      id: 'state',
      name: say('webhooks.stateName'),
      cell: ({ state }) => <Chip tone={tones[state]}>{say('webhooks.receipt', { state })}</Chip>,
    },
    { id: 'told', name: say('webhooks.toldAt'), cell: ({ toldAt }) => momentText(toldAt) },
    {
      id: 'settled',
      name: say('webhooks.answeredAt'),
      cell: ({ settledAt }) => (settledAt === null ? '–' : momentText(settledAt)),
    },
  ];
  return (
    <Section title={say('webhooks.group')}>
      <p className="mb-3 text-ink-2">{say('webhooks.receiptsSay')}</p>
      <Table
        label={say('webhooks.group')}
        columns={columns}
        rows={receipts}
        rowId={({ kind, name, toldAt }) => `${kind} ${name} ${toldAt}`}
      />
    </Section>
  );
}
