import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Subscription } from '@throughline/contract';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import {
  changeWebhook,
  deleteWebhook,
  pauseWebhook,
  resumeWebhook,
  rotateWebhook,
  testWebhook,
  webhookQuery,
  webhooksQuery,
} from '../../api/webhooks.ts';
import { tell } from '../../shell/told.tsx';
import { useMay } from '../../shell/use-may.ts';
import { useNow } from '../../shell/use-now.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, NoPermission } from '../../ui/states.tsx';
import { say } from '../../words/say.tsx';
import { agoText, momentText } from '../../words/time.ts';
import { OneTime } from '../access/one-time.tsx';
import { DeliveriesPart } from './deliveries-part.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { failureWords, healthOf, typeWords } from './webhook-words.ts';

/** One webhook: how it is, what is done with it, and every delivery. */
export function WebhookScreen({ webhookId }: { webhookId: string }) {
  const may = useMay();
  const answer = useQuery({
    ...webhookQuery(webhookId),
    enabled: may('subscriptions:read'),
    // What waits grows and shrinks by itself; that it was turned off comes as a change.
    refetchInterval: 5_000,
  });
  const webhook = answer.data;
  return (
    <SettingsFrame
      title={webhook?.name ?? say('webhooks.title')}
      chips={webhook && <Chip tone={healthOf(webhook).tone}>{healthOf(webhook).words}</Chip>}
      width="wide"
      intro={
        <Link to="/settings/webhooks" className="inline-flex items-center gap-1 font-semibold text-accent">
          <ArrowLeft aria-hidden size={14} strokeWidth={1.75} className="rtl:-scale-x-100" /> {say('webhooks.back')}
        </Link>
      }
      actions={webhook && may('subscriptions:manage') && <Deeds webhook={webhook} />}
    >
      {!may('subscriptions:read') && <NoPermission />}
      {may('subscriptions:read') && answer.isPending && <Skeleton shape="lines" count={6} />}
      {answer.isError && webhook === undefined && (
        <ErrorState
          title={say('webhooks.oneFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {webhook && (
        <>
          <Trouble webhook={webhook} />
          <Facts webhook={webhook} />
          <DeliveriesPart webhook={webhook} manages={may('subscriptions:manage')} />
        </>
      )}
    </SettingsFrame>
  );
}

function Trouble({ webhook: { state, health } }: { webhook: Subscription }) {
  const why = health.lastFailure === null ? '' : failureWords(health.lastFailure, null);
  if (state === 'disabled')
    return (
      <Banner tone="danger" title={say('webhooks.disabledTitle')} className="mb-4">
        {why} {say('webhooks.disabledDetail')}
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

function Facts({ webhook }: { webhook: Subscription }) {
  const now = useNow();
  const { url, types, accounts, waiting, behind, dead, health, previousSecretUntil } = webhook;
  const told = types === null ? say('webhooks.everything') : types.map(typeWords).join(' · ');
  const facts = [
    [
      say('webhooks.url'),
      <bdi key="url" dir="ltr" className="break-all">
        {url}
      </bdi>,
    ],
    [say('webhooks.told'), told],
    ...(accounts ? [[say('webhooks.accounts'), say('webhooks.yes')]] : []),
    [
      say('webhooks.lastTaken'),
      health.lastSuccessAt === null ? say('webhooks.never') : agoText(health.lastSuccessAt, now),
    ],
    [say('webhooks.waiting'), say('webhooks.count', { count: waiting + behind })],
    [say('webhooks.givenUp'), say('webhooks.count', { count: dead })],
    ...(previousSecretUntil === null
      ? []
      : [[say('webhooks.oldSecret'), say('webhooks.oldSecretUntil', { when: momentText(previousSecretUntil) })]]),
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

function Deeds({ webhook }: { webhook: Subscription }) {
  const { id, name, state } = webhook;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asks, setAsks] = useState<'edit' | 'rotate' | 'delete' | undefined>();
  const [secret, setSecret] = useState<string | undefined>();
  const again = () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
  const done = (words: string) => () => {
    tell(words);
    setAsks(undefined);
    return again();
  };
  const pause = useMutation({ mutationFn: () => pauseWebhook(id), onSuccess: done(say('webhooks.paused')) });
  const resume = useMutation({ mutationFn: () => resumeWebhook(id), onSuccess: done(say('webhooks.resumed')) });
  const test = useMutation({ mutationFn: () => testWebhook(id), onSuccess: done(say('webhooks.tested')) });
  const edit = useMutation({
    mutationFn: (draft: Parameters<typeof changeWebhook>[1]) => changeWebhook(id, draft),
    onSuccess: done(say('webhooks.saved')),
  });
  const rotate = useMutation({
    mutationFn: () => rotateWebhook(id),
    onSuccess: (made) => {
      setAsks(undefined);
      setSecret(made.secret);
      return again();
    },
  });
  const remove = useMutation({
    mutationFn: () => deleteWebhook(id),
    onSuccess: async () => {
      await navigate({ to: '/settings/webhooks' });
      tell(say('webhooks.deleted'));
      client.removeQueries({ queryKey: webhookQuery(id).queryKey });
      await again();
    },
  });
  const failed = pause.error ?? resume.error ?? test.error;
  return (
    <div className="flex flex-wrap gap-2">
      {state === 'active' ? (
        <>
          <Button onPress={() => test.mutate()} isPending={test.isPending}>
            {say('webhooks.test')}
          </Button>
          <Button onPress={() => pause.mutate()} isPending={pause.isPending}>
            {say('webhooks.pause')}
          </Button>
        </>
      ) : (
        <Button look="main" onPress={() => resume.mutate()} isPending={resume.isPending}>
          {say('webhooks.resume')}
        </Button>
      )}
      <Button onPress={() => setAsks('edit')}>{say('webhooks.edit')}</Button>
      <Button onPress={() => setAsks('rotate')}>{say('webhooks.rotate')}</Button>
      <Button look="danger" onPress={() => setAsks('delete')}>
        {say('webhooks.delete')}
      </Button>
      {failed && (
        <p role="alert" className="basis-full text-danger">
          {failed.message}
        </p>
      )}
      <Sheet
        title={say('webhooks.edit')}
        isOpen={asks === 'edit'}
        onOpenChange={(open) => setAsks(open ? 'edit' : undefined)}
      >
        <WebhookForm
          initial={webhook}
          submit={say('webhooks.save')}
          isBusy={edit.isPending}
          problem={edit.error?.message}
          onSubmit={(draft) => edit.mutate(draft)}
        />
      </Sheet>
      <ConfirmDialog
        title={say('webhooks.rotateAsk', { name })}
        confirm={say('webhooks.rotate')}
        isOpen={asks === 'rotate'}
        isBusy={rotate.isPending}
        failure={rotate.error?.message}
        onConfirm={() => rotate.mutate()}
        onClose={() => setAsks(undefined)}
      >
        {say('webhooks.rotateExplained')}
      </ConfirmDialog>
      <ConfirmDialog
        title={say('webhooks.deleteAsk', { name })}
        confirm={say('webhooks.delete')}
        isDanger
        isOpen={asks === 'delete'}
        isBusy={remove.isPending}
        failure={remove.error?.message}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsks(undefined)}
      >
        {say('webhooks.deleteExplained')}
      </ConfirmDialog>
      {secret !== undefined && (
        <OneTime
          title={say('webhooks.secretTitle')}
          explains={say('webhooks.rotatedExplained')}
          label={say('webhooks.secret')}
          value={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </div>
  );
}
