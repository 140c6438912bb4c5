import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Subscription } from '@throughline/contract';
import { Webhook } from 'lucide-react';
import { createWebhook, webhooksQuery } from '../../api/webhooks.ts';
import { useMay } from '../../shell/use-may.ts';
import { say } from '../../words/say.tsx';
import { SystemsScreen } from '../systems/systems-screen.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { typeWords } from './webhook-words.ts';

/** Where what happens is delivered to. */
export function WebhooksScreen() {
  const may = useMay();
  const answer = useQuery({ ...webhooksQuery, enabled: may('subscriptions:read') });
  return (
    <SystemsScreen
      words={{
        title: say('webhooks.title'),
        intro: say('webhooks.intro'),
        create: say('webhooks.create'),
        failed: say('webhooks.failed'),
        none: say('webhooks.none'),
        noneDetail: say('webhooks.noneDetail'),
      }}
      icon={Webhook}
      scopes={{ read: 'subscriptions:read', manage: 'subscriptions:manage' }}
      answer={answer}
      queryKey={webhooksQuery.queryKey}
      link={({ id, name }) => (
        <Link
          to="/settings/webhooks/$webhookId"
          params={{ webhookId: id }}
          className="font-semibold text-accent hover:underline"
        >
          <bdi>{name}</bdi>
        </Link>
      )}
      about={{ id: 'told', name: say('webhooks.told'), cell: toldWords }}
      form={(props) => <WebhookForm {...props} />}
      create={createWebhook}
      shown={({ secret }) => ({
        title: say('webhooks.secretTitle'),
        explains: say('webhooks.secretExplained'),
        values: [{ label: say('webhooks.secret'), value: secret }],
      })}
    />
  );
}

function toldWords({ types }: Subscription): string {
  const [first] = types ?? [];
  if (types === null || !first) return say('webhooks.everything');
  return types.length === 1 ? typeWords(first) : say('webhooks.kinds', { count: types.length });
}
