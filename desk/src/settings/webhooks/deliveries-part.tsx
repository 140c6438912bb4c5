import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { Delivery, Subscription } from '@throughline/contract';
import { useState } from 'react';
import { type DeliveryFilter, deliveriesQuery, replayWebhook, webhooksQuery } from '../../api/webhooks.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import type { Column } from '../../ui/table.tsx';
import { say } from '../../words/say.tsx';
import { LogPart, ReplayDead, useOutcomeColumns, useSentAgain } from '../systems/log-part.tsx';
import { lookAgainMs } from '../systems/system-screen.tsx';
import { typeWords } from './webhook-words.ts';

const keptMs = 31 * 24 * 60 * 60 * 1000;

/** What became of each delivery, the newest first; and telling again what was not taken. */
export function DeliveriesPart({ webhook: { id, dead }, manages }: { webhook: Subscription; manages: boolean }) {
  const [state, setState] = useState<DeliveryFilter>('all');
  const log = useInfiniteQuery({ ...deliveriesQuery(id, state), refetchInterval: lookAgainMs });
  const replay = useMutation({
    mutationFn: (delivery: string) => replayWebhook(id, { deliveries: [delivery] }),
    onSuccess: useSentAgain(webhooksQuery.queryKey),
  });
  const replayDead = () => {
    const until = new Date();
    const from = new Date(until.getTime() - keptMs);
    return replayWebhook(id, { from: from.toISOString(), until: until.toISOString(), dead: true });
  };
  const columns: readonly [Column<Delivery>, ...Column<Delivery>[]] = [
    { id: 'what', name: say('webhooks.what'), cell: ({ event }) => typeWords(event.type) },
    ...useOutcomeColumns<Delivery>(({ replayed }) => replayed && <Chip>{say('webhooks.again')}</Chip>),
    {
      id: 'tries',
      name: say('webhooks.tries'),
      align: 'end',
      cell: ({ attempts }) => say('webhooks.count', { count: attempts }),
    },
    {
      id: 'actions',
      name: say('webhooks.actions'),
      hidesName: true,
      align: 'end',
      cell: (one) =>
        manages &&
        (one.state === 'delivered' || one.state === 'dead') && (
          <Button
            look="quiet"
            isDisabled={replay.isPending}
            aria-label={say('webhooks.replayNamed', { what: typeWords(one.event.type) })}
            onPress={() => replay.mutate(one.id)}
          >
            {say('webhooks.replay')}
          </Button>
        ),
    },
  ];
  return (
    <LogPart
      words={{
        title: say('webhooks.deliveries'),
        failed: say('webhooks.deliveriesFailed'),
        none: say('webhooks.noDeliveries'),
        noneDetail: say('webhooks.noDeliveriesDetail'),
      }}
      log={log}
      state={state}
      onState={setState}
      columns={columns}
      deeds={manages && dead > 0 && <ReplayDead dead={dead} queryKey={webhooksQuery.queryKey} replay={replayDead} />}
      problem={replay.error?.message}
    />
  );
}
