import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';
import { type FormEvent, useEffect, useRef } from 'react';
import { signIn, signInFailure } from '../api/session.ts';
import { Logo } from '../shell/logo.tsx';
import { say } from '../words/say.tsx';
import { LanguageField } from './language-field.tsx';

/** `to`: the page wanted before the door stood in the way. */
export function SignInScreen({ to }: { to: string }) {
  const enter = useEnter(to);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = say('signIn.window');
    email.current?.focus();
  }, []);
  useEffect(() => {
    if (enter.isError) password.current?.select();
  }, [enter.isError]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    enter.mutate({ email: String(form.get('email')).trim(), password: String(form.get('password')) });
  };
  return (
    <main className="grid h-full place-items-center overflow-auto px-5 py-10">
      <div className="w-full max-w-80">
        <Logo className="mb-6 size-10" />
        <h1 className="text-2xl font-semibold tracking-tight">{say('signIn.title')}</h1>
        <p className="mt-1 mb-6 text-b text-ink-2">{say('signIn.motto')}</p>
        <form onSubmit={submit} className="flex flex-col gap-4">
          <label className="flex flex-col gap-1.5 font-medium">
            {say('signIn.email')}
            <input ref={email} className="field" name="email" type="email" autoComplete="username" required />
          </label>
          <label className="flex flex-col gap-1.5 font-medium">
            {say('signIn.password')}
            <input
              ref={password}
              className="field"
              name="password"
              type="password"
              autoComplete="current-password"
              required
              aria-describedby={enter.isError ? 'sign-in-failure' : undefined}
            />
          </label>
          <div role="alert" id="sign-in-failure">
            {enter.isError && (
              <p className="flex gap-2 rounded-md bg-danger-soft px-3 py-2.5 text-danger">
                <CircleAlert aria-hidden size={17} strokeWidth={1.75} className="mt-px shrink-0" />
                {signInFailure(enter.error)}
              </p>
            )}
          </div>
          <button type="submit" className="btn btn-main min-h-10 text-b" disabled={enter.isPending}>
            {say('signIn.enter')}
          </button>
        </form>
        <LanguageField />
      </div>
    </main>
  );
}

function useEnter(to: string) {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email, password),
    onSuccess: () => {
      // Whatever was held may be somebody else's.
      client.removeQueries();
      router.history.push(to);
    },
  });
}
