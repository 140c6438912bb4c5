// The doors, and the frame that all screens of whoever is signed in stand in.

import {
  createRootRouteWithContext,
  createRoute,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  redirect,
  useRouter,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { isSignedOut, Unreachable } from '../api/client.ts';
import { setOwner } from '../api/kept.ts';
import { meQuery } from '../api/queries.ts';
import { safeTarget } from '../api/session.ts';
import { outbox, queryClient } from '../desk.ts';
import { OfflineStart } from '../installed/offline-start.tsx';
import { isLostPart, LostState, lostScreen } from '../shell/lost-part.tsx';
import { Shell } from '../shell/shell.tsx';
import { NotFound } from '../shell/states.tsx';
import { ErrorState } from '../ui/states.tsx';
import { loadPhones } from '../words/identifiers.ts';
import { loadWords, say } from '../words/say.tsx';

export const rootRoute = createRootRouteWithContext()({ component: Outlet, notFoundComponent: NotFound });

/** A screen that is fetched when somebody goes there, with the words it says. */
export function screen<Module extends Record<string, unknown>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
) {
  const whole = async () => {
    const [module] = await Promise.all([load(), loadWords()]);
    return module;
  };
  return lazyRouteComponent(async () => {
    try {
      return await whole();
    } catch (error) {
      if (!isLostPart(error)) throw error;
      const lost = lostScreen(async () => (await whole())[name] as ComponentType);
      return { [name]: lost } as Record<string, unknown> as Module;
    }
  }, name);
}

const SignInScreen = screen(() => import('../sign-in/sign-in-screen.tsx'), 'SignInScreen');

const WelcomeScreen = screen(() => import('../sign-in/welcome-screen.tsx'), 'WelcomeScreen');

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): { to?: string; error?: string } => ({
    ...(typeof search.to === 'string' && { to: search.to }),
    ...(typeof search.error === 'string' && { error: search.error }),
  }),
  component: function SignIn() {
    const { to, error } = signInRoute.useSearch();
    return <SignInScreen to={safeTarget(to)} refusal={error} />;
  },
});

export const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  component: WelcomeScreen,
});

export const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  beforeLoad: async ({ location }) => {
    try {
      const [me] = await Promise.all([queryClient.ensureQueryData(meQuery), loadPhones()]);
      setOwner(me.email ?? me.name);
      const own = '/settings/account';
      if (me.lacks !== undefined && location.pathname !== own) throw redirect({ to: own, replace: true });
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: '/sign-in', search: { to: location.href } });
      throw error;
    }
  },
  // Replies kept from the last visit belong to whoever is signed in, so they are read only once that is known.
  loader: () => outbox.reload(),
  staleTime: Number.POSITIVE_INFINITY,
  component: Shell,
  errorComponent: DoorFailed,
});

// Outside of what one signs in for: it shows nobody's data.
export const componentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/components',
  component: screen(() => import('../components/components-screen.tsx'), 'ComponentsScreen'),
});

function DoorFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  // A part of the desk that was never fetched cannot be without a line either.
  if (error instanceof Unreachable || !navigator.onLine)
    return (
      <main className="grid h-full place-items-center">
        <OfflineStart onRetry={again} />
      </main>
    );
  if (isLostPart(error))
    return (
      <main className="grid h-full place-items-center">
        <LostState />
      </main>
    );
  return (
    <main className="grid h-full place-items-center">
      <ErrorState
        isPage
        title={say('shell.cannotOpen')}
        detail={error instanceof Error ? error.message : ''}
        onRetry={again}
      />
    </main>
  );
}
