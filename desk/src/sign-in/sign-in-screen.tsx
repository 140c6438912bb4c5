import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { KeyRound, LogIn } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { providerAddress, waysQuery } from '../api/access.ts';
import { RequestProblem } from '../api/client.ts';
import { canUsePasskeys, signInWithPasskey, stopOffering } from '../api/passkeys.ts';
import { signIn, signInFailure } from '../api/session.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { say } from '../words/say.tsx';
import { CodeStep } from './code-step.tsx';
import { DoorPage } from './door-page.tsx';
import { LanguageField } from './language-field.tsx';

/** `to`: the page wanted before the door stood in the way. `refusal`: what came back from single sign-on. */
export function SignInScreen({ to, refusal }: { to: string; refusal: string | undefined }) {
  const [wantsCode, setWantsCode] = useState(false);
  const arrive = useArrive(to);
  const { data: ways } = useQuery(waysQuery);
  if (wantsCode) return <CodeStep onDone={arrive} onBack={() => setWantsCode(false)} />;
  return (
    <DoorPage title={say('signIn.title')} intro={say('signIn.motto')} windowTitle={say('signIn.window')}>
      {ways?.firstRun && <Banner tone="info">{say('access.firstRun')}</Banner>}
      {refusal !== undefined && <Banner tone="danger">{say('access.ssoRefused', { reason: refusal })}</Banner>}
      <PasswordForm onDone={arrive} onCode={() => setWantsCode(true)} />
      <OtherWays to={to} provider={ways?.singleSignOn?.name} onDone={arrive} />
      <LanguageField />
    </DoorPage>
  );
}

function PasswordForm({ onDone, onCode }: { onDone: () => void; onCode: () => void }) {
  const enter = useMutation({
    mutationFn: ({ email, password }: { email: string; password: string }) => signIn(email, password),
    onSuccess: ({ twoFactorRedirect }) => (twoFactorRedirect ? onCode() : onDone()),
  });
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => email.current?.focus(), []);
  useEffect(() => {
    if (enter.isError) password.current?.select();
  }, [enter.isError]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    enter.mutate({ email: String(form.get('email')).trim(), password: String(form.get('password')) });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <label className="flex flex-col gap-1.5 font-medium">
        {say('signIn.email')}
        <input ref={email} className="field" name="email" type="email" autoComplete="username webauthn" required />
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
        {enter.isError && <Banner tone="danger">{signInFailure(enter.error)}</Banner>}
      </div>
      <button type="submit" className="btn btn-main min-h-10 text-b" disabled={enter.isPending}>
        {say('signIn.enter')}
      </button>
    </form>
  );
}

function OtherWays({ to, provider, onDone }: { to: string; provider: string | undefined; onDone: () => void }) {
  const byPasskey = useMutation({ mutationFn: () => signInWithPasskey(), onSuccess: onDone });
  const byProvider = useMutation({
    mutationFn: () => providerAddress(to),
    onSuccess: (address) => window.location.assign(address),
  });
  const passkeys = canUsePasskeys();
  useOfferedPasskey(onDone);
  if (!passkeys && provider === undefined) return null;
  const failure = byPasskey.error ?? byProvider.error;
  return (
    <div className="flex flex-col gap-2.5">
      <p className="flex items-center gap-3 text-s text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {say('access.or')}
      </p>
      {passkeys && (
        <Button icon={KeyRound} className="min-h-10" isPending={byPasskey.isPending} onPress={() => byPasskey.mutate()}>
          {say('access.withPasskey')}
        </Button>
      )}
      {provider !== undefined && (
        <Button icon={LogIn} className="min-h-10" isPending={byProvider.isPending} onPress={() => byProvider.mutate()}>
          {say('access.withProvider', { provider })}
        </Button>
      )}
      {failure !== null && (
        <Banner tone="danger" isLive>
          {failure instanceof RequestProblem ? failure.message : say('access.passkeyFailed')}
        </Banner>
      )}
    </div>
  );
}

/** Passkeys among the browser's suggestions, where it has them; silent where not, or where nobody takes one. */
function useOfferedPasskey(onDone: () => void): void {
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (!canUsePasskeys()) return;
    signInWithPasskey({ quietly: true }).then(
      () => done.current(),
      () => {},
    );
    return () => void stopOffering();
  }, []);
}

function useArrive(to: string): () => void {
  const client = useQueryClient();
  const router = useRouter();
  return () => {
    // Whatever was held may be somebody else's.
    client.removeQueries();
    router.history.push(to);
  };
}
