import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Integration } from '@throughline/contract';
import { ArrowLeft } from 'lucide-react';
import { integrationQuery } from '../../api/relay.ts';
import { useMay } from '../../shell/use-may.ts';
import { useNow } from '../../shell/use-now.ts';
import { numbersQuery } from '../../templates/template-queries.ts';
import { Banner } from '../../ui/banner.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, NoPermission } from '../../ui/states.tsx';
import { listText } from '../../words/lists.ts';
import { say, show } from '../../words/say.tsx';
import { agoText, momentText } from '../../words/time.ts';
import { failureWords, healthOf } from '../webhooks/webhook-words.ts';
import { IntegrationDeeds } from './integration-deeds.tsx';
import { fieldWords, modeWords } from './relay-words.tsx';
import { relayAddress } from './shown-once.tsx';
import { ToldPart } from './told-part.tsx';

/** One integration: how it is, what is done with it, and everything it was told, with what was changed on the way. */
export function IntegrationScreen({ integrationId }: { integrationId: string }) {
  const may = useMay();
  const answer = useQuery({
    ...integrationQuery(integrationId),
    enabled: may('relay:read'),
    // What waits grows and shrinks by itself; that it was turned off comes as a change.
    refetchInterval: 5_000,
  });
  const integration = answer.data;
  return (
    <SettingsFrame
      title={integration?.name ?? say('relay.title')}
      chips={integration && <Chip tone={healthOf(integration).tone}>{healthOf(integration).words}</Chip>}
      width="wide"
      intro={
        <Link to="/settings/relay" className="inline-flex items-center gap-1 font-semibold text-accent">
          <ArrowLeft aria-hidden size={14} strokeWidth={1.75} className="rtl:-scale-x-100" /> {say('relay.back')}
        </Link>
      }
      actions={integration && may('relay:manage') && <IntegrationDeeds integration={integration} />}
    >
      {!may('relay:read') && <NoPermission />}
      {may('relay:read') && answer.isPending && <Skeleton shape="lines" count={6} />}
      {answer.isError && integration === undefined && (
        <ErrorState
          title={say('relay.oneFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {integration && (
        <>
          <Trouble integration={integration} />
          <Facts integration={integration} />
          <ToldPart integration={integration} manages={may('relay:manage')} />
        </>
      )}
    </SettingsFrame>
  );
}

function Trouble({ integration: { state, health } }: { integration: Integration }) {
  const why = health.lastFailure === null ? '' : failureWords(health.lastFailure, null);
  if (state === 'disabled')
    return (
      <Banner tone="danger" title={say('webhooks.disabledTitle')} className="mb-4">
        {why} {say('relay.disabledDetail')}
      </Banner>
    );
  if (state !== 'active' || health.failingSince === null) return null;
  return (
    <Banner
      tone="warn"
      title={say('webhooks.failingTitle', { when: momentText(health.failingSince) })}
      className="mb-4"
    >
      {why} {say('webhooks.failingDetail')}
    </Banner>
  );
}

function Facts({ integration }: { integration: Integration }) {
  const now = useNow();
  const known = useQuery(numbersQuery).data?.data ?? [];
  const { url, numbers, fields, waiting, behind, dead, health, previousSecretUntil } = integration;
  const { tokenBegins, lastCallAt, verifiedAt } = integration;
  const ago = (at: string | null) => (at === null ? say('webhooks.never') : agoText(at, now));
  const names = numbers?.flatMap((id) => known.find((one) => one.id === id)?.name ?? []);
  const facts = [
    [say('webhooks.url'), <Ltr key="url">{url}</Ltr>],
    [say('relay.mode'), modeWords(integration)],
    [say('relay.numbers'), names === undefined ? say('relay.allNumbers') : <bdi key="numbers">{listText(names)}</bdi>],
    [say('relay.fields'), fields === null ? say('relay.allFields') : fields.map(fieldWords).join(' · ')],
    [say('relay.callHere'), <Ltr key="call">{relayAddress()}</Ltr>],
    [say('relay.token'), <span key="token">{show('relay.begins', { letters: <Ltr>{tokenBegins}</Ltr> })}</span>],
    [say('relay.lastCall'), ago(lastCallAt)],
    [say('relay.verifiedAt'), ago(verifiedAt)],
    [say('webhooks.lastTaken'), ago(health.lastSuccessAt)],
    [say('webhooks.waiting'), say('webhooks.count', { count: waiting + behind })],
    [say('webhooks.givenUp'), say('webhooks.count', { count: dead })],
    ...(previousSecretUntil === null
      ? []
      : [[say('webhooks.oldSecret'), say('relay.oldSecretUntil', { when: momentText(previousSecretUntil) })]]),
  ] as const;
  return (
    <dl className="grid gap-x-8 gap-y-3 rounded-md border border-line bg-surface p-4 desk:grid-cols-[max-content_1fr]">
      {facts.map(([name, value]) => (
        <div key={String(name)} className="desk:contents">
          <dt className="text-ink-3">{name}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Ltr({ children }: { children: string }) {
  return (
    <bdi dir="ltr" className="break-all">
      {children}
    </bdi>
  );
}
