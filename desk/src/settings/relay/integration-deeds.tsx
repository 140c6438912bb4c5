import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Integration } from '@throughline/contract';
import { useState } from 'react';
import {
  changeIntegration,
  type IntegrationDraft,
  integrationQuery,
  integrationsQuery,
  pauseIntegration,
  removeIntegration,
  replaceToken,
  resumeIntegration,
  rotateIntegration,
} from '../../api/relay.ts';
import { tell } from '../../shell/told.tsx';
import { Button } from '../../ui/button.tsx';
import { say } from '../../words/say.tsx';
import { AskedDeed, Deeds, EditDeed, PauseOrResume } from '../systems/deeds.tsx';
import { type Shown, ShownOnce } from '../systems/shown-once.tsx';
import { IntegrationForm } from './integration-form.tsx';
import { VerifyDialog } from './verify-dialog.tsx';

/** What can be done with an integration. */
export function IntegrationDeeds({ integration }: { integration: Integration }) {
  const { id, name, state } = integration;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [verifies, setVerifies] = useState(false);
  const [shown, setShown] = useState<Shown | undefined>();
  const again = () => client.invalidateQueries({ queryKey: integrationsQuery.queryKey });
  const done = (words: string) => () => {
    tell(words);
    return again();
  };
  const give = (title: string, explains: string, given: Shown['values'][number]) => {
    setShown({ title, explains, values: [given] });
    return again();
  };
  const left = async () => {
    await navigate({ to: '/settings/relay' });
    tell(say('webhooks.deleted'));
    client.removeQueries({ queryKey: integrationQuery(id).queryKey });
    await again();
  };
  return (
    <Deeds>
      <PauseOrResume
        state={state}
        pause={() => pauseIntegration(id)}
        resume={() => resumeIntegration(id)}
        onPaused={done(say('relay.paused'))}
        onResumed={done(say('webhooks.resumed'))}
      />
      <EditDeed
        initial={integration}
        change={(draft: IntegrationDraft) => changeIntegration(id, draft)}
        onDone={done(say('webhooks.saved'))}
        form={(props) => <IntegrationForm {...props} />}
      />
      <Button onPress={() => setVerifies(true)}>{say('relay.verify')}</Button>
      <AskedDeed
        name={say('relay.newToken')}
        ask={say('relay.newTokenAsk', { name })}
        act={() => replaceToken(id)}
        onDone={({ token }) =>
          give(say('relay.newToken'), say('relay.tokenAgain'), { label: say('relay.token'), value: token })
        }
      >
        {say('relay.newTokenExplained')}
      </AskedDeed>
      <AskedDeed
        name={say('relay.newSecret')}
        ask={say('relay.newSecretAsk', { name })}
        act={() => rotateIntegration(id)}
        onDone={({ secret }) =>
          give(say('relay.newSecret'), say('relay.secretAgain'), { label: say('relay.secret'), value: secret })
        }
      >
        {say('relay.newSecretExplained')}
      </AskedDeed>
      <AskedDeed
        name={say('webhooks.delete')}
        ask={say('relay.removeAsk', { name })}
        isDanger
        act={() => removeIntegration(id)}
        onDone={left}
      >
        {say('relay.removeExplained')}
      </AskedDeed>
      {verifies && <VerifyDialog id={id} onClose={() => setVerifies(false)} />}
      {shown && <ShownOnce {...shown} onClose={() => setShown(undefined)} />}
    </Deeds>
  );
}
