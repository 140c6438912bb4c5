import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Integration } from '@throughline/contract';
import { Cable, Plus } from 'lucide-react';
import { useState } from 'react';
import { createIntegration, integrationsQuery } from '../../api/relay.ts';
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
import { failureWords, healthOf } from '../webhooks/webhook-words.ts';
import { IntegrationForm } from './integration-form.tsx';
import { modeWords } from './relay-words.tsx';
import { relayAddress, type Shown, ShownOnce } from './shown-once.tsx';

/** Other systems that speak WhatsApp's own format. */
export function RelayScreen() {
  const may = useMay();
  const integrations = useQuery({ ...integrationsQuery, enabled: may('relay:read') });
  const now = useNow();
  const client = useQueryClient();
  const [creates, setCreates] = useState(false);
  const [shown, setShown] = useState<Shown | undefined>();
  const create = useMutation({
    mutationFn: createIntegration,
    onSuccess: ({ token, secret }) => {
      setCreates(false);
      setShown({
        title: say('relay.made'),
        explains: say('relay.madeExplained'),
        values: [
          { label: say('relay.callHere'), value: relayAddress(), hint: say('relay.callHereHint') },
          { label: say('relay.token'), value: token },
          { label: say('relay.secret'), value: secret },
        ],
      });
      return client.invalidateQueries({ queryKey: integrationsQuery.queryKey });
    },
  });
  const rows = integrations.data?.data;
  const columns: readonly [Column<Integration>, ...Column<Integration>[]] = [
    { id: 'name', name: say('webhooks.name'), cell: (one) => <NameCell integration={one} /> },
    { id: 'mode', name: say('relay.mode'), cell: modeWords },
    { id: 'state', name: say('webhooks.stateName'), cell: (one) => <StateCell integration={one} /> },
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
      title={say('relay.title')}
      intro={say('relay.intro')}
      width="wide"
      actions={
        may('relay:manage') && (
          <Button look="main" icon={Plus} onPress={() => setCreates(true)}>
            {say('relay.create')}
          </Button>
        )
      }
    >
      {!may('relay:read') && <NoPermission />}
      {may('relay:read') && integrations.isPending && <Skeleton shape="rows" />}
      {integrations.isError && rows === undefined && (
        <ErrorState
          title={say('relay.failed')}
          detail={integrations.error.message}
          onRetry={() => void integrations.refetch()}
        />
      )}
      {rows?.length === 0 && <EmptyState icon={Cable} title={say('relay.none')} detail={say('relay.noneDetail')} />}
      {rows && rows.length > 0 && (
        <Table label={say('relay.title')} columns={columns} rows={rows} rowId={(one) => one.id} />
      )}
      <Sheet title={say('relay.create')} isOpen={creates} onOpenChange={setCreates}>
        <IntegrationForm
          submit={say('relay.create')}
          isBusy={create.isPending}
          problem={create.error?.message}
          onSubmit={(draft) => create.mutate(draft)}
        />
      </Sheet>
      {shown && <ShownOnce {...shown} onClose={() => setShown(undefined)} />}
    </SettingsFrame>
  );
}

function NameCell({ integration }: { integration: Integration }) {
  return (
    <span className="block min-w-0">
      <Link
        to="/settings/relay/$integrationId"
        params={{ integrationId: integration.id }}
        className="font-semibold text-accent hover:underline"
      >
        <bdi>{integration.name}</bdi>
      </Link>
      <bdi dir="ltr" className="block text-s font-normal break-all text-ink-3">
        {integration.url}
      </bdi>
    </span>
  );
}

function StateCell({ integration }: { integration: Integration }) {
  const { words, tone } = healthOf(integration);
  const { lastFailure } = integration.health;
  return (
    <span>
      <Chip tone={tone}>{words}</Chip>
      {tone !== 'good' && lastFailure !== null && (
        <span className="mt-1 block text-s text-ink-3">{failureWords(lastFailure, null)}</span>
      )}
    </span>
  );
}
