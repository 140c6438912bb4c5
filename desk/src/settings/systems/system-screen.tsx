import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Scope, useMay } from '../../shell/use-may.ts';
import { useNow } from '../../shell/use-now.ts';
import { Banner } from '../../ui/banner.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, NoPermission } from '../../ui/states.tsx';
import { say } from '../../words/say.tsx';
import { agoText, momentText } from '../../words/time.ts';
import { failureWords, healthOf, type System } from './system-words.ts';

/** What waits grows and shrinks by itself; that a system was turned off comes as a change. */
export const lookAgainMs = 5_000;

/** What something is called, and what it is. */
export type Fact = readonly [name: string, value: ReactNode];

interface Props<One extends System> {
  words: {
    title: string;
    back: string;
    failed: string;
    /** What to do of a system that was turned off. */
    disabledDetail: string;
    oldSecretUntil: (when: string) => string;
  };
  back: '/settings/webhooks' | '/settings/relay';
  scopes: { read: Scope; manage: Scope };
  answer: UseQueryResult<One>;
  facts: (one: One, ago: (at: string | null) => string) => readonly Fact[];
  deeds: (one: One) => ReactNode;
  /** What it was told. */
  log: (one: One, manages: boolean) => ReactNode;
}

/** One system: how it is, what is done with it, and everything it was told. */
export function SystemScreen<One extends System>({ words, back, scopes, answer, facts, deeds, log }: Props<One>) {
  const may = useMay();
  const now = useNow();
  const system = answer.data;
  const ago = (at: string | null) => (at === null ? say('webhooks.never') : agoText(at, now));
  return (
    <SettingsFrame
      title={system?.name ?? words.title}
      chips={system && <Chip tone={healthOf(system).tone}>{healthOf(system).words}</Chip>}
      width="wide"
      intro={
        <Link to={back} className="inline-flex items-center gap-1 font-semibold text-accent">
          <ArrowLeft aria-hidden size={14} strokeWidth={1.75} className="rtl:-scale-x-100" /> {words.back}
        </Link>
      }
      actions={system && may(scopes.manage) && deeds(system)}
    >
      {!may(scopes.read) && <NoPermission />}
      {may(scopes.read) && answer.isPending && <Skeleton shape="lines" count={6} />}
      {answer.isError && system === undefined && (
        <ErrorState title={words.failed} detail={answer.error.message} onRetry={() => void answer.refetch()} />
      )}
      {system && (
        <>
          <Trouble system={system} disabledDetail={words.disabledDetail} />
          <Facts
            facts={[[say('webhooks.url'), <Ltr key="url">{system.url}</Ltr>], ...facts(system, ago), ...standing()]}
          />
          {log(system, may(scopes.manage))}
        </>
      )}
    </SettingsFrame>
  );

  function standing(): readonly Fact[] {
    if (system === undefined) return [];
    const { waiting, behind, dead, health, previousSecretUntil: until } = system;
    const old: Fact[] = until === null ? [] : [[say('webhooks.oldSecret'), words.oldSecretUntil(momentText(until))]];
    return [
      [say('webhooks.lastTaken'), ago(health.lastSuccessAt)],
      [say('webhooks.waiting'), say('webhooks.count', { count: waiting + behind })],
      [say('webhooks.givenUp'), say('webhooks.count', { count: dead })],
      ...old,
    ];
  }
}

function Trouble({ system: { state, health }, disabledDetail }: { system: System; disabledDetail: string }) {
  const why = health.lastFailure === null ? '' : failureWords(health.lastFailure, null);
  if (state === 'disabled')
    return (
      <Banner tone="danger" title={say('webhooks.disabledTitle')} className="mb-4">
        {why} {disabledDetail}
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

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-x-8 gap-y-3 rounded-md border border-line bg-surface p-4 desk:grid-cols-[max-content_1fr]">
      {facts.map(([name, value]) => (
        <div key={name} className="desk:contents">
          <dt className="text-ink-3">{name}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** An address, whichever way the words around it run. */
export function Ltr({ children }: { children: string }) {
  return (
    <bdi dir="ltr" className="break-all">
      {children}
    </bdi>
  );
}
