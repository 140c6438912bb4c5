import { useInfiniteQuery } from '@tanstack/react-query';
import type { AuditEntry } from '@throughline/contract';
import { auditAreas } from '@throughline/contract/audit-acts';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { type AuditFilters, auditFile, auditQuery } from '../../api/access.ts';
import { useMay } from '../../shell/use-may.ts';
import { DateField } from '../../ui/date-field.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select } from '../../ui/select.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, NoPermission } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { factsText } from '../../words/lists.ts';
import { say } from '../../words/say.tsx';
import { fullTime } from '../../words/time.ts';
import { detailWords } from './audit-words.ts';

type Area = (typeof auditAreas)[number];

/** Who did what: searched, and taken away. */
export function AuditScreen() {
  const may = useMay();
  const [area, setArea] = useState<Area | 'all'>('all');
  const [q, setQ] = useState('');
  const [since, setSince] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const filters: AuditFilters = {
    area: area === 'all' ? undefined : area,
    q: q.trim() === '' ? undefined : q.trim(),
    from: since === null ? undefined : new Date(`${since}T00:00:00`).toISOString(),
    to: until === null ? undefined : new Date(`${until}T23:59:59.999`).toISOString(),
  };
  const log = useInfiniteQuery({ ...auditQuery(filters), enabled: may('audit:read') });
  const rows = log.data?.pages.flatMap((page) => page.data) ?? [];
  const areas = [
    { id: 'all' as const, label: say('access.everything') },
    ...auditAreas.map((id) => ({ id, label: say('access.area', { area: id }) })),
  ];
  if (!may('audit:read'))
    return (
      <SettingsFrame title={say('access.audit')}>
        <NoPermission />
      </SettingsFrame>
    );
  return (
    <SettingsFrame
      title={say('access.audit')}
      intro={say('access.auditIntro')}
      width="wide"
      actions={
        <>
          <a className="btn" href={auditFile('csv', filters)} download>
            {say('access.exportCsv')}
          </a>
          <a className="btn" href={auditFile('jsonl', filters)} download>
            {say('access.exportJson')}
          </a>
        </>
      }
    >
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <SearchField
          label={say('access.searchNames')}
          placeholder={say('access.searchNames')}
          value={q}
          onChange={setQ}
          className="w-60"
        />
        <Select label={say('access.kind')} options={areas} value={area} onChange={setArea} fits />
        <DateField label={say('access.since')} value={since} onChange={setSince} />
        <DateField label={say('access.until')} value={until} onChange={setUntil} />
      </div>
      {log.isPending && <Skeleton shape="rows" />}
      {log.isError && rows.length === 0 && (
        <ErrorState title={say('access.auditFailed')} detail={log.error.message} onRetry={() => void log.refetch()} />
      )}
      {log.data && rows.length === 0 && (
        <EmptyState icon={ScrollText} title={say('access.auditEmpty')} detail={say('access.auditEmptyDetail')} />
      )}
      {rows.length > 0 && (
        <Table label={say('access.audit')} columns={columns()} rows={rows} rowId={(entry) => String(entry.number)} />
      )}
      <LoadMore hasMore={log.hasNextPage} isLoading={log.isFetchingNextPage} onMore={() => void log.fetchNextPage()} />
    </SettingsFrame>
  );
}

function columns(): readonly [Column<AuditEntry>, ...Column<AuditEntry>[]] {
  return [
    { id: 'when', name: say('access.when'), cell: ({ at }) => <time dateTime={at}>{fullTime(at)}</time> },
    { id: 'who', name: say('access.who'), cell: ({ actor }) => <bdi>{actorWords(actor)}</bdi> },
    { id: 'what', name: say('access.act'), cell: (entry) => <ActCell entry={entry} /> },
    { id: 'about', name: say('access.about'), cell: ({ subject }) => <bdi>{subjectWords(subject)}</bdi> },
    { id: 'from', name: say('access.from'), cell: ({ address }) => <bdi>{address ?? '–'}</bdi> },
  ];
}

function ActCell({ entry }: { entry: AuditEntry }) {
  const details = detailWords(entry);
  return (
    <span>
      {say(`audit.${entry.act}`)}
      {details.length > 0 && <span className="block text-s text-ink-3">{factsText(details)}</span>}
    </span>
  );
}

function actorWords({ kind, name }: AuditEntry['actor']): string {
  if (kind === 'operator') return say('access.operator');
  return kind === 'visitor' ? say('access.visitor') : (name ?? '');
}

function subjectWords(subject: AuditEntry['subject']): string {
  if (subject === null) return '–';
  return subject.name ?? say('access.subject', { kind: subject.kind });
}
