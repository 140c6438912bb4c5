import type { PrivacyCertificate } from '@throughline/contract';
import { FileCheck } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { numberText } from '../words/numbers.ts';
import { say } from '../words/say.tsx';
import { momentText } from '../words/time.ts';
import { byPlace } from './places.ts';
import { saveAs } from './privacy-queries.ts';
import { Section } from './section.tsx';

type Row = ReturnType<typeof byPlace>[number];

/** The proof that somebody was erased. It names nobody. */
export function CertificatePart({ certificate }: { certificate: PrivacyCertificate }) {
  const columns: readonly [Column<Row>, ...Column<Row>[]] = [
    { id: 'place', name: say('privacy.table'), cell: ({ place }) => say('privacy.place', { place }) },
    { id: 'rows', name: say('privacy.rows'), align: 'end', cell: ({ rows }) => numberText(rows) },
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
        rows={byPlace(certificate.counts)}
        rowId={({ id }) => id}
      />
      <Button icon={FileCheck} className="mt-3" onPress={save}>
        {say('privacy.saveCertificate')}
      </Button>
    </Section>
  );
}
