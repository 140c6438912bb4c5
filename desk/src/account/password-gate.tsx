import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Fields, FormEnd } from '../ui/field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { say } from '../words/say.tsx';

interface Props<T> {
  explains?: ReactNode;
  deed: string;
  isDanger?: boolean;
  work: (password: string) => Promise<T>;
  onDone: (made: T) => void;
}

/** What changes how somebody signs in is asked of whoever knows the password, not of whoever found the screen open. */
export function PasswordGate<T>({ explains, deed, isDanger = false, work, onDone }: Props<T>) {
  const [password, setPassword] = useState('');
  const go = useMutation({ mutationFn: () => work(password), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Fields>
        {explains !== undefined && <p className="text-ink-2">{explains}</p>}
        <TextField
          label={say('access.confirmPassword')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          isRequired
          autoFocus
        />
        <FormEnd problem={go.error?.message}>
          <Button look={isDanger ? 'danger' : 'main'} type="submit" isPending={go.isPending}>
            {deed}
          </Button>
        </FormEnd>
      </Fields>
    </form>
  );
}
