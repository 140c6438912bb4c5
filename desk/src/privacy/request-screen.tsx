import { useQuery } from '@tanstack/react-query';
import type { PrivacyRequestDetail } from '@throughline/contract';
import { Identifier } from '../shell/identifier.tsx';
import { useMay } from '../shell/use-may.ts';
import { Chip } from '../ui/chip.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState, NoPermission } from '../ui/states.tsx';
import { identifierText } from '../words/identifiers.ts';
import { languages } from '../words/language.ts';
import { say } from '../words/say.tsx';
import { momentText } from '../words/time.ts';
import { ArchivePart } from './archive-part.tsx';
import { CertificatePart } from './certificate-part.tsx';
import { CorrectionsPart } from './corrections-part.tsx';
import { CountsPart } from './counts-part.tsx';
import { Deeds } from './deeds.tsx';
import { privacyRequestQuery } from './privacy-queries.ts';
import { ProofPart } from './proof-part.tsx';
import { dueOf, dueTone, isOpen, kindOf, stateOf, stateTone } from './request-words.ts';
import { Section } from './section.tsx';

/** One request, from its receipt to its proof. */
export function RequestScreen({ requestId }: { requestId: string }) {
  const may = useMay();
  const answer = useQuery({
    ...privacyRequestQuery(requestId),
    enabled: may('privacy:read'),
    // An erasure under way tells of its end by a change; this is for a line that was cut meanwhile.
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 3_000 : false),
  });
  const request = answer.data;
  return (
    <Page
      title={request ? kindOf(request) : say('privacy.title')}
      back={{ to: '/privacy', label: say('privacy.back') }}
      chips={request && <Chip tone={stateTone(request)}>{stateOf(request)}</Chip>}
    >
      {!may('privacy:read') && <NoPermission />}
      {may('privacy:read') && answer.isPending && <Skeleton shape="lines" count={6} />}
      {answer.isError && request === undefined && (
        <ErrorState
          title={say('privacy.oneFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {request && <Request request={request} manages={may('privacy:manage')} />}
    </Page>
  );
}

function Request({ request, manages }: { request: PrivacyRequestDetail; manages: boolean }) {
  const { subject, note, certificate, archiveUntil } = request;
  const open = isOpen(request);
  const named = subject !== null && subject.displayName !== identifierText(subject.identifier);
  return (
    <>
      <p className="flex flex-wrap items-center gap-2 text-b">
        <bdi className="font-semibold">{subject?.displayName ?? say('privacy.erasedPerson')}</bdi>
        {subject && named && <Identifier value={subject.identifier} className="text-ink-2" />}
        <Chip tone={dueTone(request)}>{dueOf(request)}</Chip>
        {request.held && <Chip tone="warn">{say('privacy.hold')}</Chip>}
      </p>
      {request.language !== null && (
        <p className="mt-2 text-ink-2">
          {say('privacy.language')}: <bdi>{languages.find(({ id }) => id === request.language)?.name}</bdi>
        </p>
      )}
      {note !== null && <p className="mt-2 text-ink-2 wrap-anywhere whitespace-pre-line">{note}</p>}
      {open && <ProofPart request={request} manages={manages} />}
      {request.kind === 'rectify' && <CorrectionsPart request={request} manages={manages} />}
      {open && request.kind !== 'rectify' && request.state !== 'running' && <CountsPart requestId={request.id} />}
      {open && manages && <Deeds request={request} />}
      {request.refusal && (
        <p className="mt-4 text-ink-2">
          {say('privacy.refusal', { reason: request.refusal.reason })}
          {request.refusal.note !== null && <bdi className="block">{request.refusal.note}</bdi>}
        </p>
      )}
      {archiveUntil !== null && manages && <ArchivePart request={request} until={archiveUntil} />}
      {certificate && <CertificatePart certificate={certificate} />}
      <Timeline request={request} />
    </>
  );
}

function Timeline({ request: { timeline } }: { request: PrivacyRequestDetail }) {
  return (
    <Section title={say('privacy.timeline')}>
      <ol className="flex flex-col gap-2">
        {timeline.map(({ number, at, act, actor }) => (
          <li key={number} className="flex flex-wrap gap-x-2">
            <span className="font-medium">{say('privacy.act', { act })}</span>
            <span className="text-s text-ink-3">
              {actor.kind === 'service'
                ? say('privacy.byService')
                : say('privacy.byOther', { name: actor.name ?? actor.role ?? actor.kind })}
              {' · '}
              <time dateTime={at}>{momentText(at)}</time>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
