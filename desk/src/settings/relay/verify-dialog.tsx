import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { integrationsQuery, verifyIntegration } from '../../api/relay.ts';
import { tell } from '../../shell/told.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fields, FormEnd } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { say } from '../../words/say.tsx';
import { failureWords } from '../systems/system-words.ts';

/** Asks the address what WhatsApp asks a new one, and says what came of it. */
export function VerifyDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [word, setWord] = useState('');
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () => verifyIntegration(id, word),
    onSuccess: async ({ verified }) => {
      if (!verified) return;
      tell(say('relay.verified'));
      onClose();
      await client.invalidateQueries({ queryKey: integrationsQuery.queryKey });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  const { failure = null, status = null, verified = true } = ask.data ?? {};
  const why = failure === null || failure === 'other_answer' ? say('relay.otherAnswer') : failureWords(failure, status);
  const problem = ask.error?.message ?? (verified ? undefined : `${say('relay.notVerified')} ${why}`);
  return (
    <Dialog title={say('relay.verify')} isOpen onOpenChange={(open) => !open && onClose()}>
      <form onSubmit={send}>
        <Fields>
          <TextField
            label={say('relay.verifyToken')}
            hint={say('relay.verifyHint')}
            dir="ltr"
            value={word}
            onChange={setWord}
            isRequired
            autoFocus
          />
          <FormEnd problem={problem}>
            <Button look="main" type="submit" isPending={ask.isPending} isDisabled={word === ''}>
              {say('relay.ask')}
            </Button>
          </FormEnd>
        </Fields>
      </form>
    </Dialog>
  );
}
