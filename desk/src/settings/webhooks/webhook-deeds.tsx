import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Subscription } from '@throughline/contract';
import { useState } from 'react';
import {
  changeWebhook,
  deleteWebhook,
  pauseWebhook,
  resumeWebhook,
  rotateWebhook,
  testWebhook,
  type WebhookDraft,
  webhookQuery,
  webhooksQuery,
} from '../../api/webhooks.ts';
import { tell } from '../../shell/told.tsx';
import { say } from '../../words/say.tsx';
import { AskedDeed, Deeds, DirectDeed, EditDeed, PauseOrResume } from '../systems/deeds.tsx';
import { ShownOnce } from '../systems/shown-once.tsx';
import { WebhookForm } from './webhook-form.tsx';

/** What can be done with a webhook. */
export function WebhookDeeds({ webhook }: { webhook: Subscription }) {
  const { id, name, state } = webhook;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [secret, setSecret] = useState<string | undefined>();
  const again = () => client.invalidateQueries({ queryKey: webhooksQuery.queryKey });
  const done = (words: string) => () => {
    tell(words);
    return again();
  };
  const left = async () => {
    await navigate({ to: '/settings/webhooks' });
    tell(say('webhooks.deleted'));
    client.removeQueries({ queryKey: webhookQuery(id).queryKey });
    await again();
  };
  return (
    <Deeds>
      {state === 'active' && (
        <DirectDeed name={say('webhooks.test')} act={() => testWebhook(id)} onDone={done(say('webhooks.tested'))} />
      )}
      <PauseOrResume
        state={state}
        pause={() => pauseWebhook(id)}
        resume={() => resumeWebhook(id)}
        onPaused={done(say('webhooks.paused'))}
        onResumed={done(say('webhooks.resumed'))}
      />
      <EditDeed
        initial={webhook}
        change={(draft: WebhookDraft) => changeWebhook(id, draft)}
        onDone={done(say('webhooks.saved'))}
        form={(props) => <WebhookForm {...props} />}
      />
      <AskedDeed
        name={say('webhooks.rotate')}
        ask={say('webhooks.rotateAsk', { name })}
        act={() => rotateWebhook(id)}
        onDone={(made) => {
          setSecret(made.secret);
          return again();
        }}
      >
        {say('webhooks.rotateExplained')}
      </AskedDeed>
      <AskedDeed
        name={say('webhooks.delete')}
        ask={say('webhooks.deleteAsk', { name })}
        isDanger
        act={() => deleteWebhook(id)}
        onDone={left}
      >
        {say('webhooks.deleteExplained')}
      </AskedDeed>
      {secret !== undefined && (
        <ShownOnce
          title={say('webhooks.secretTitle')}
          explains={say('webhooks.rotatedExplained')}
          values={[{ label: say('webhooks.secret'), value: secret }]}
          onClose={() => setSecret(undefined)}
        />
      )}
    </Deeds>
  );
}
