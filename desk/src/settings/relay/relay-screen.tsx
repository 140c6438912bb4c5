import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Cable } from 'lucide-react';
import { createIntegration, integrationsQuery } from '../../api/relay.ts';
import { useMay } from '../../shell/use-may.ts';
import { say } from '../../words/say.tsx';
import { SystemsScreen } from '../systems/systems-screen.tsx';
import { IntegrationForm } from './integration-form.tsx';
import { modeWords, relayAddress } from './relay-words.tsx';

/** Other systems that speak WhatsApp's own format. */
export function RelayScreen() {
  const may = useMay();
  const answer = useQuery({ ...integrationsQuery, enabled: may('relay:read') });
  return (
    <SystemsScreen
      words={{
        title: say('relay.title'),
        intro: say('relay.intro'),
        create: say('relay.create'),
        failed: say('relay.failed'),
        none: say('relay.none'),
        noneDetail: say('relay.noneDetail'),
      }}
      icon={Cable}
      scopes={{ read: 'relay:read', manage: 'relay:manage' }}
      answer={answer}
      queryKey={integrationsQuery.queryKey}
      link={({ id, name }) => (
        <Link
          to="/settings/relay/$integrationId"
          params={{ integrationId: id }}
          className="font-semibold text-accent hover:underline"
        >
          <bdi>{name}</bdi>
        </Link>
      )}
      about={{ id: 'mode', name: say('relay.mode'), cell: modeWords }}
      form={(props) => <IntegrationForm {...props} />}
      create={createIntegration}
      shown={({ token, secret }) => ({
        title: say('relay.made'),
        explains: say('relay.madeExplained'),
        values: [
          { label: say('relay.callHere'), value: relayAddress(), hint: say('relay.callHereHint') },
          { label: say('relay.token'), value: token },
          { label: say('relay.secret'), value: secret },
        ],
      })}
    />
  );
}
