import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Integration } from '@throughline/contract';
import { useState } from 'react';
import {
  changeIntegration,
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
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { say } from '../../words/say.tsx';
import { IntegrationForm } from './integration-form.tsx';
import { type Shown, ShownOnce } from './shown-once.tsx';
import { VerifyDialog } from './verify-dialog.tsx';

type Asks = 'edit' | 'verify' | 'token' | 'secret' | 'remove';

/** What can be done with an integration. */
export function IntegrationDeeds({ integration }: { integration: Integration }) {
  const { id, name, state } = integration;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asks, setAsks] = useState<Asks | undefined>();
  const [shown, setShown] = useState<Shown | undefined>();
  const again = () => client.invalidateQueries({ queryKey: integrationsQuery.queryKey });
  const done = (words: string) => () => {
    tell(words);
    setAsks(undefined);
    return again();
  };
  const give = (once: Shown) => {
    setAsks(undefined);
    setShown(once);
    return again();
  };
  const pause = useMutation({ mutationFn: () => pauseIntegration(id), onSuccess: done(say('relay.paused')) });
  const resume = useMutation({ mutationFn: () => resumeIntegration(id), onSuccess: done(say('webhooks.resumed')) });
  const edit = useMutation({
    mutationFn: (draft: Parameters<typeof changeIntegration>[1]) => changeIntegration(id, draft),
    onSuccess: done(say('webhooks.saved')),
  });
  const token = useMutation({
    mutationFn: () => replaceToken(id),
    onSuccess: (made) =>
      give({
        title: say('relay.newToken'),
        explains: say('relay.tokenAgain'),
        values: [{ label: say('relay.token'), value: made.token }],
      }),
  });
  const secret = useMutation({
    mutationFn: () => rotateIntegration(id),
    onSuccess: (made) =>
      give({
        title: say('relay.newSecret'),
        explains: say('relay.secretAgain'),
        values: [{ label: say('relay.secret'), value: made.secret }],
      }),
  });
  const remove = useMutation({
    mutationFn: () => removeIntegration(id),
    onSuccess: async () => {
      await navigate({ to: '/settings/relay' });
      tell(say('webhooks.deleted'));
      client.removeQueries({ queryKey: integrationQuery(id).queryKey });
      await again();
    },
  });
  const failed = pause.error ?? resume.error;
  const closes = () => setAsks(undefined);
  return (
    <div className="flex flex-wrap gap-2">
      {state === 'active' ? (
        <Button onPress={() => pause.mutate()} isPending={pause.isPending}>
          {say('webhooks.pause')}
        </Button>
      ) : (
        <Button look="main" onPress={() => resume.mutate()} isPending={resume.isPending}>
          {say('webhooks.resume')}
        </Button>
      )}
      <Button onPress={() => setAsks('edit')}>{say('webhooks.edit')}</Button>
      <Button onPress={() => setAsks('verify')}>{say('relay.verify')}</Button>
      <Button onPress={() => setAsks('token')}>{say('relay.newToken')}</Button>
      <Button onPress={() => setAsks('secret')}>{say('relay.newSecret')}</Button>
      <Button look="danger" onPress={() => setAsks('remove')}>
        {say('webhooks.delete')}
      </Button>
      {failed && (
        <p role="alert" className="basis-full text-danger">
          {failed.message}
        </p>
      )}
      <Sheet title={say('webhooks.edit')} isOpen={asks === 'edit'} onOpenChange={(open) => !open && closes()}>
        <IntegrationForm
          initial={integration}
          submit={say('webhooks.save')}
          isBusy={edit.isPending}
          problem={edit.error?.message}
          onSubmit={(draft) => edit.mutate(draft)}
        />
      </Sheet>
      {asks === 'verify' && <VerifyDialog id={id} onClose={closes} />}
      <ConfirmDialog
        title={say('relay.newTokenAsk', { name })}
        confirm={say('relay.newToken')}
        isOpen={asks === 'token'}
        isBusy={token.isPending}
        failure={token.error?.message}
        onConfirm={() => token.mutate()}
        onClose={closes}
      >
        {say('relay.newTokenExplained')}
      </ConfirmDialog>
      <ConfirmDialog
        title={say('relay.newSecretAsk', { name })}
        confirm={say('relay.newSecret')}
        isOpen={asks === 'secret'}
        isBusy={secret.isPending}
        failure={secret.error?.message}
        onConfirm={() => secret.mutate()}
        onClose={closes}
      >
        {say('relay.newSecretExplained')}
      </ConfirmDialog>
      <ConfirmDialog
        title={say('relay.removeAsk', { name })}
        confirm={say('webhooks.delete')}
        isDanger
        isOpen={asks === 'remove'}
        isBusy={remove.isPending}
        failure={remove.error?.message}
        onConfirm={() => remove.mutate()}
        onClose={closes}
      >
        {say('relay.removeExplained')}
      </ConfirmDialog>
      {shown && <ShownOnce {...shown} onClose={() => setShown(undefined)} />}
    </div>
  );
}
