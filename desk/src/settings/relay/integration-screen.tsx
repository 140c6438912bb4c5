import { useQuery } from '@tanstack/react-query';
import type { Integration } from '@throughline/contract';
import { integrationQuery } from '../../api/relay.ts';
import { useMay } from '../../shell/use-may.ts';
import { numbersQuery } from '../../templates/template-queries.ts';
import { listText } from '../../words/lists.ts';
import { say, show } from '../../words/say.tsx';
import { type Fact, Ltr, lookAgainMs, SystemScreen } from '../systems/system-screen.tsx';
import { IntegrationDeeds } from './integration-deeds.tsx';
import { fieldWords, modeWords, relayAddress } from './relay-words.tsx';
import { ToldPart } from './told-part.tsx';

/** One integration: how it is, what is done with it, and everything it was told, with what was changed on the way. */
export function IntegrationScreen({ integrationId }: { integrationId: string }) {
  const may = useMay();
  const known = useQuery(numbersQuery).data?.data ?? [];
  const answer = useQuery({
    ...integrationQuery(integrationId),
    enabled: may('relay:read'),
    refetchInterval: lookAgainMs,
  });
  const nameOf = (number: string) => known.find((one) => one.id === number)?.name ?? [];
  return (
    <SystemScreen
      words={{
        title: say('relay.title'),
        back: say('relay.back'),
        failed: say('relay.oneFailed'),
        disabledDetail: say('relay.disabledDetail'),
        oldSecretUntil: (when) => say('relay.oldSecretUntil', { when }),
      }}
      back="/settings/relay"
      scopes={{ read: 'relay:read', manage: 'relay:manage' }}
      answer={answer}
      facts={(integration, ago) => [
        ...whatItIs(integration, integration.numbers?.flatMap(nameOf)),
        [say('relay.lastCall'), ago(integration.lastCallAt)],
        [say('relay.verifiedAt'), ago(integration.verifiedAt)],
      ]}
      deeds={(integration) => <IntegrationDeeds integration={integration} />}
      log={(integration, manages) => <ToldPart integration={integration} manages={manages} />}
    />
  );
}

function whatItIs(integration: Integration, numbers: string[] | undefined): readonly Fact[] {
  const { fields, tokenBegins } = integration;
  return [
    [say('relay.mode'), modeWords(integration)],
    [
      say('relay.numbers'),
      numbers === undefined ? say('relay.allNumbers') : <bdi key="numbers">{listText(numbers)}</bdi>,
    ],
    [say('relay.fields'), fields === null ? say('relay.allFields') : fields.map(fieldWords).join(' · ')],
    [say('relay.callHere'), <Ltr key="call">{relayAddress()}</Ltr>],
    [say('relay.token'), <span key="token">{show('relay.begins', { letters: <Ltr>{tokenBegins}</Ltr> })}</span>],
  ];
}
