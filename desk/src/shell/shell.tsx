// The frame around every screen: the rail, the live stream, the keys.

import { useQuery } from '@tanstack/react-query';
import { Outlet, useMatch, useMatches } from '@tanstack/react-router';
import type { Me } from '@throughline/contract';
import { Suspense, useEffect, useRef, useState } from 'react';
import { changeApplier } from '../api/apply-changes.ts';
import { openLive } from '../api/live.ts';
import { forgetPresences, placePresence, readPresence } from '../api/presences.ts';
import { meQuery } from '../api/queries.ts';
import { useDeskActions } from '../command/desk-actions.ts';
import { outbox, queryClient } from '../desk.ts';
import { loadWords, say } from '../words/say.tsx';
import { CalledWatch } from './called-watch.tsx';
import { listenForKeys, useKey } from './keys.ts';
import { lazily } from './lazily.ts';
import { OfflineBanner } from './offline-banner.tsx';
import { Rail } from './rail.tsx';
import { Told } from './told.tsx';
import { useKeyboardRoom } from './use-keyboard-room.ts';
import { useMay } from './use-may.ts';

const CommandMenu = lazily(async () => (await import('../command/command-menu.tsx')).CommandMenu);
const NotAllowed = lazily(async () => (await import('./not-allowed.tsx')).NotAllowed);
const KeysSheet = lazily(async () => (await import('./keys-sheet.tsx')).KeysSheet);

const restMs = 2_000;

export function Shell() {
  const { data: me } = useQuery(meQuery);
  const up = useLive(me);
  const [helpOpen, setHelpOpen] = useState(false);
  const inThread = useMatch({ from: '/desk/inbox/$conversationId', shouldThrow: false }) !== undefined;
  useEffect(listenForKeys, []);
  const [menuOpen, setMenuOpen] = useState(false);
  useKey('help', () => setHelpOpen(true));
  useKey('command', () => setMenuOpen(true));
  useDeskActions(() => setHelpOpen(true));
  useEffect(warm, []);
  useKeyboardRoom();
  if (!me) return null;
  return (
    <div className="flex h-[var(--window-height,100dvh)] flex-col pl-[env(safe-area-inset-left)] pr-[env(safe-area-inset-right)] pt-[env(safe-area-inset-top)] pb-[env(safe-area-inset-bottom)]">
      <button type="button" className="skip-link" onClick={skip}>
        {say('app.skip')}
      </button>
      <OfflineBanner up={up} />
      <div className="flex min-h-0 flex-1 flex-col-reverse desk:flex-row">
        <Rail me={me} compact={inThread} onHelp={() => setHelpOpen(true)} />
        <Screen />
      </div>
      <Told />
      <CalledWatch />
      {menuOpen && (
        <Suspense>
          <CommandMenu onClose={() => setMenuOpen(false)} />
        </Suspense>
      )}
      {helpOpen && (
        <Suspense>
          <KeysSheet isOpen onOpenChange={setHelpOpen} />
        </Suspense>
      )}
    </div>
  );
}

/** The screen, or that one's role does not see it: said before anything is asked for. */
function Screen() {
  const may = useMay();
  const needs = useMatches({ select: (all) => all.flatMap(({ staticData }) => staticData.needs ?? []) });
  if (needs.every(may)) return <Outlet />;
  return (
    <Suspense fallback={<div className="flex-1" />}>
      <NotAllowed />
    </Suspense>
  );
}

/** Fetched while nothing is asked for, so that the first conversation and the menu open at once, and take nothing from the list. */
function warm(): () => void {
  let timer = setTimeout(look, restMs);
  function look(): void {
    if (queryClient.isFetching() > 0) {
      timer = setTimeout(look, restMs);
      return;
    }
    void import('../thread/thread-screen.tsx');
    void import('../command/command-menu.tsx');
    void loadWords();
  }
  return () => clearTimeout(timer);
}

/** Past the rail and the list, to what the screen is about. */
function skip(): void {
  const main = document.querySelector('main');
  if (!main) return;
  main.tabIndex = -1;
  main.focus();
}

/** Changes are told to whoever may read threads; for others nothing is cut where nothing was to come. */
function useLive(me: Me | undefined): boolean {
  const mayHear = me?.scopes.includes('conversations:read') ?? false;
  const from = useRef<string>(undefined);
  from.current ??= me?.liveFrom;
  const [up, setUp] = useState(true);
  useEffect(() => {
    if (!mayHear) return undefined;
    return openLive({
      from: from.current,
      onChange: changeApplier(queryClient, outbox.settled),
      onGap: () => {
        forgetPresences();
        void queryClient.invalidateQueries();
      },
      onPresence: (text) => {
        const presence = readPresence(text);
        if (presence) placePresence(presence);
      },
      onState: setUp,
    });
  }, [mayHear]);
  return up;
}
