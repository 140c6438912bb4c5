import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OwnAccount } from '@throughline/contract';
import { type FormEvent, useState } from 'react';
import { changePassword } from '../api/access.ts';
import { tell } from '../shell/told.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Fields, FormEnd } from '../ui/field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { say } from '../words/say.tsx';
import { AccountPart } from './part.tsx';

export function PasswordPart({ account }: { account: OwnAccount }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <AccountPart
      title={say('access.password')}
      explains={say(account.password ? 'access.passwordExplained' : 'access.noPassword')}
      actions={account.password && <Button onPress={() => setOpen(true)}>{say('access.changePassword')}</Button>}
    >
      <Dialog title={say('access.changePassword')} isOpen={isOpen} onOpenChange={setOpen} size="s">
        <ChangeForm onDone={() => setOpen(false)} />
      </Dialog>
    </AccountPart>
  );
}

function ChangeForm({ onDone }: { onDone: () => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['account'] });
      tell(say('access.passwordChanged'));
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Fields>
        <TextField
          label={say('access.currentPassword')}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          isRequired
          autoFocus
        />
        <TextField
          label={say('access.newPassword')}
          hint={say('access.passwordHint')}
          type="password"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          isRequired
        />
        <FormEnd problem={change.error?.message}>
          <Button look="main" type="submit" isPending={change.isPending}>
            {say('access.changePassword')}
          </Button>
        </FormEnd>
      </Fields>
    </form>
  );
}
