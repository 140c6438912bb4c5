import { useQuery } from '@tanstack/react-query';
import type { Subscription } from '@throughline/contract';
import { webhookQuery } from '../../api/webhooks.ts';
import { useMay } from '../../shell/use-may.ts';
import { say } from '../../words/say.tsx';
import { type Fact, lookAgainMs, SystemScreen } from '../systems/system-screen.tsx';
import { DeliveriesPart } from './deliveries-part.tsx';
import { WebhookDeeds } from './webhook-deeds.tsx';
import { typeWords } from './webhook-words.ts';

/** One webhook: how it is, what is done with it, and every delivery. */
export function WebhookScreen({ webhookId }: { webhookId: string }) {
  const may = useMay();
  const answer = useQuery({
    ...webhookQuery(webhookId),
    enabled: may('subscriptions:read'),
    refetchInterval: lookAgainMs,
  });
  return (
    <SystemScreen
      words={{
        title: say('webhooks.title'),
        back: say('webhooks.back'),
        failed: say('webhooks.oneFailed'),
        disabledDetail: say('webhooks.disabledDetail'),
        oldSecretUntil: (when) => say('webhooks.oldSecretUntil', { when }),
      }}
      back="/settings/webhooks"
      scopes={{ read: 'subscriptions:read', manage: 'subscriptions:manage' }}
      answer={answer}
      facts={factsOf}
      deeds={(webhook) => <WebhookDeeds webhook={webhook} />}
      log={(webhook, manages) => <DeliveriesPart webhook={webhook} manages={manages} />}
    />
  );
}

function factsOf({ types, accounts }: Subscription): readonly Fact[] {
  const told = types === null ? say('webhooks.everything') : types.map(typeWords).join(' · ');
  const all: Fact[] = [[say('webhooks.told'), told]];
  return accounts ? [...all, [say('webhooks.accounts'), say('webhooks.yes')]] : all;
}
