import type { PrivacyCertificate } from '@throughline/contract';
import { FileCheck } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { say } from '../words/say.tsx';
import { momentText } from '../words/time.ts';
import { saveAs } from './privacy-queries.ts';
import { Section } from './section.tsx';

type Row = PrivacyCertificate['counts'][number];

/** The proof that somebody was erased. It names nobody. */
export function CertificatePart({ certificate }: { certificate: PrivacyCertificate }) {
  const columns: readonly [Column<Row>, ...Column<Row>[]] = [
    { id: 'table', name: say('privacy.table'), cell: ({ table }) => <code className="text-s">{table}</code> },
    { id: 'rows', name: say('privacy.rows'), align: 'end', cell: ({ rows }) => rows.toLocaleString() },
  ];
  const save = () =>
    saveAs(
      `certificate-${certificate.requestId.slice(0, 8)}.json`,
      new Blob([JSON.stringify(certificate, null, 2)], { type: 'application/json' }),
    );
  return (
    <Section title={say('privacy.certificate')}>
      <p className="mb-3 text-ink-2">
        {say('privacy.certificateSays', {
          when: momentText(certificate.finishedAt),
          found: certificate.residue.found,
        })}
      </p>
      <Table
        label={say('privacy.certificate')}
        columns={columns}
        rows={certificate.counts}
        rowId={({ table }) => table}
      />
      <Button icon={FileCheck} className="mt-3" onPress={save}>
        {say('privacy.saveCertificate')}
      </Button>
    </Section>
  );
}
