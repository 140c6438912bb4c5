import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Subscription } from '@throughline/contract';
import { Plus, Webhook } from 'lucide-react';
import { useState } from 'react';
import { createWebhook, webhooksQuery } from '../../api/webhooks.ts';
import { useMay } from '../../shell/use-may.ts';
import { useNow } from '../../shell/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, NoPermission } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { say } from '../../words/say.tsx';
import { agoText } from '../../words/time.ts';
import { OneTime } from '../access/one-time.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { failureWords, healthOf, typeWords } from './webhook-words.ts';

/** Where what happens is delivered to. */
export function WebhooksScreen() {
  const may = useMay();
  const webhooks = useQuery({ ...webhooksQuery, enabled: may('subscriptions:read') });
  const now = useNow();
  const client = useQueryClient();
  const [creates, setCreates] = useState(false);
  const [secret, setSecret] = useState<string | undefined>();
  const create = useMutation({
    mutationFn: createWebhook,
    onSuccess: (made) => {
      setCreates(false);
      setSecret(made.secret);
      return client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
    },
  });
  const manages = may('subscriptions:manage');
  const rows = webhooks.data?.data;
  const columns: readonly [Column<Subscription>, ...Column<Subscription>[]] = [
    { id: 'name', name: say('webhooks.name'), cell: (one) => <NameCell webhook={one} /> },
    { id: 'told', name: say('webhooks.told'), cell: toldWords },
    { id: 'state', name: say('webhooks.stateName'), cell: (one) => <StateCell webhook={one} /> },
    {
      id: 'last',
      name: say('webhooks.lastTaken'),
      cell: ({ health }) =>
        health.lastSuccessAt === null ? say('webhooks.never') : agoText(health.lastSuccessAt, now),
    },
    {
      id: 'waiting',
      name: say('webhooks.waiting'),
      align: 'end',
      cell: ({ waiting, behind }) => say('webhooks.count', { count: waiting + behind }),
    },
  ];
  return (
    <SettingsFrame
      title={say('webhooks.title')}
      intro={say('webhooks.intro')}
      width="wide"
      actions={
        manages && (
          <Button look="main" icon={Plus} onPress={() => setCreates(true)}>
            {say('webhooks.create')}
          </Button>
        )
      }
    >
      {!may('subscriptions:read') && <NoPermission />}
      {may('subscriptions:read') && webhooks.isPending && <Skeleton shape="rows" />}
      {webhooks.isError && rows === undefined && (
        <ErrorState
          title={say('webhooks.failed')}
          detail={webhooks.error.message}
          onRetry={() => void webhooks.refetch()}
        />
      )}
      {rows?.length === 0 && (
        <EmptyState icon={Webhook} title={say('webhooks.none')} detail={say('webhooks.noneDetail')} />
      )}
      {rows && rows.length > 0 && (
        <Table label={say('webhooks.title')} columns={columns} rows={rows} rowId={(one) => one.id} />
      )}
      <Sheet title={say('webhooks.create')} isOpen={creates} onOpenChange={setCreates}>
        <WebhookForm
          submit={say('webhooks.create')}
          isBusy={create.isPending}
          problem={create.error?.message}
          onSubmit={(draft) => create.mutate(draft)}
        />
      </Sheet>
      {secret !== undefined && (
        <OneTime
          title={say('webhooks.secretTitle')}
          explains={say('webhooks.secretExplained')}
          label={say('webhooks.secret')}
          value={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </SettingsFrame>
  );
}

function NameCell({ webhook }: { webhook: Subscription }) {
  return (
    <span className="block min-w-0">
      <Link
        to="/settings/webhooks/$webhookId"
        params={{ webhookId: webhook.id }}
        className="font-semibold text-accent hover:underline"
      >
        <bdi>{webhook.name}</bdi>
      </Link>
      <bdi dir="ltr" className="block text-s font-normal break-all text-ink-3">
        {webhook.url}
      </bdi>
    </span>
  );
}

function StateCell({ webhook }: { webhook: Subscription }) {
  const { words, tone } = healthOf(webhook);
  const { lastFailure } = webhook.health;
  return (
    <span>
      <Chip tone={tone}>{words}</Chip>
      {tone !== 'good' && lastFailure !== null && (
        <span className="mt-1 block text-s text-ink-3">{failureWords(lastFailure, null)}</span>
      )}
    </span>
  );
}

function toldWords({ types }: Subscription): string {
  const [first] = types ?? [];
  if (types === null || !first) return say('webhooks.everything');
  return types.length === 1 ? typeWords(first) : say('webhooks.kinds', { count: types.length });
}
