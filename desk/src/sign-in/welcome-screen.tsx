import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import type { LinkRead } from '@throughline/contract';
import { type FormEvent, useState } from 'react';
import { applyLink, readLink } from '../api/access.ts';
import { fieldProblem } from '../api/client.ts';
import { signIn } from '../api/session.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextField } from '../ui/text-field.tsx';
import { say } from '../words/say.tsx';
import { DoorPage } from './door-page.tsx';

/** Opened by a one-time link. Its secret stands behind the #, so that no server and no log sees it. */
export function WelcomeScreen() {
  const [token] = useState(() => window.location.hash.slice(1));
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => readLink(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (link.isPending) return <Skeleton className="m-10" />;
  if (link.isError)
    return (
      <DoorPage title={say('access.linkGone')} intro={link.error.message}>
        <Link to="/sign-in" className="btn btn-main min-h-10">
          {say('access.toSignIn')}
        </Link>
      </DoorPage>
    );
  return <WelcomeForm token={token} link={link.data} />;
}

function WelcomeForm({ token, link }: { token: string; link: LinkRead }) {
  const { purpose } = link;
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const router = useRouter();
  const client = useQueryClient();
  const first = purpose === 'first_admin';
  const use = useMutation({
    mutationFn: async () => {
      const done = await applyLink({ token, password, ...(first && { name, email }) });
      return await signIn(done.email, password);
    },
    onSuccess: ({ twoFactorRedirect }) => {
      client.removeQueries();
      router.history.replace(twoFactorRedirect ? '/sign-in' : '/inbox');
    },
  });
  const problemOf = (field: string) => {
    if (!use.error) return undefined;
    const words = fieldProblem(use.error, field);
    return words === use.error.message ? undefined : words;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    use.mutate();
  };
  return (
    <DoorPage title={say('access.welcome', { purpose })} intro={say('access.welcomeExplained', { purpose })}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {first ? (
          <>
            <TextField
              label={say('access.name')}
              value={name}
              onChange={setName}
              autoComplete="name"
              problem={problemOf('name')}
              autoFocus
            />
            <TextField
              label={say('access.email')}
              value={email}
              onChange={setEmail}
              type="email"
              autoComplete="username"
              problem={problemOf('email')}
              dir="ltr"
            />
          </>
        ) : (
          <p className="text-ink-2">
            <bdi className="block font-semibold text-ink">{link.name}</bdi>
            <bdi>{link.email}</bdi>
          </p>
        )}
        <TextField
          label={say('access.newPassword')}
          hint={say('access.passwordHint')}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="new-password"
          problem={problemOf('password')}
          autoFocus={!first}
        />
        {use.isError &&
          problemOf('name') === undefined &&
          problemOf('email') === undefined &&
          problemOf('password') === undefined && (
            <Banner tone="danger" isLive>
              {use.error.message}
            </Banner>
          )}
        <Button look="main" type="submit" className="min-h-10" isPending={use.isPending}>
          {say('access.welcomeEnter', { purpose })}
        </Button>
      </form>
    </DoorPage>
  );
}
