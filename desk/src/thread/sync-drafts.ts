// Drafts go with the person to another browser: what is typed here is given to the server a moment later, and asked for when a conversation is
// opened or come back to. Without a line they stay in this browser, and are given once there is one.

import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Drafts, SaveDraft } from '@throughline/contract';
import { useEffect } from 'react';
import { call } from '../api/client.ts';
import { readKept, writeKept } from '../api/kept.ts';
import { queryClient } from '../desk.ts';
import { settleDraft } from './draft-rules.ts';
import { draftOf, onDraft, putDraft } from './drafts.ts';

type Kind = SaveDraft['kind'];

const pauseMs = 1_200;
const kinds: readonly Kind[] = ['reply', 'note'];
/** As drafts.ts names them. */
const nameOf = (id: string, kind: Kind) => (kind === 'reply' ? id : `note:${id}`);
const syncedName = (name: string) => `draft-there:${name}`;

const timers = new Map<string, ReturnType<typeof setTimeout>>();
const going = new Map<string, Promise<void>>();

const draftsQuery = (id: string, enabled: boolean) =>
  queryOptions({
    queryKey: ['drafts', id] as const,
    queryFn: ({ signal }) => call<Drafts>(`/api/v1/conversations/${id}/drafts`, { signal }),
    enabled,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: true,
    retry: false,
  });

/** While a conversation is open. */
export function useSyncDrafts(id: string, may: boolean): void {
  const { data } = useQuery(draftsQuery(id, may));
  useEffect(() => {
    if (!data) return;
    for (const kind of kinds) settle(id, kind, data[kind]?.body ?? '');
  }, [id, data]);
  useEffect(() => {
    if (!may) return;
    const stop = onDraft((name) => {
      const kind = kinds.find((one) => nameOf(id, one) === name);
      if (kind) later(id, kind);
    });
    const leave = () => giveAll(id);
    addEventListener('pagehide', leave);
    return () => {
      stop();
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [id, may]);
}

function settle(id: string, kind: Kind, there: string): void {
  const name = nameOf(id, kind);
  const here = draftOf(name);
  const verdict = settleDraft({ here, synced: readKept(syncedName(name)) ?? '' }, there);
  if (verdict !== 'give') writeKept(syncedName(name), there);
  if (verdict === 'take') putDraft(name, there);
  if (verdict === 'give') later(id, kind);
}

/** Emptied or sent is told at once: it must not come back in another browser. */
function later(id: string, kind: Kind): void {
  const name = nameOf(id, kind);
  clearTimeout(timers.get(name));
  timers.set(
    name,
    setTimeout(() => give(id, kind), draftOf(name) === '' ? 0 : pauseMs),
  );
}

function giveAll(id: string): void {
  for (const kind of kinds) if (timers.has(nameOf(id, kind))) give(id, kind);
}

/** One after the other, so that an older text never arrives last. */
function give(id: string, kind: Kind): void {
  const name = nameOf(id, kind);
  clearTimeout(timers.get(name));
  timers.delete(name);
  going.set(
    name,
    (going.get(name) ?? Promise.resolve()).then(() => send(id, kind)),
  );
}

async function send(id: string, kind: Kind): Promise<void> {
  const name = nameOf(id, kind);
  const body = draftOf(name);
  if (body === (readKept(syncedName(name)) ?? '')) return;
  try {
    await call(`/api/v1/conversations/${id}/drafts`, { method: 'PUT', body: { kind, body }, keepalive: true });
    writeKept(syncedName(name), body);
    // An answer asked for before would bring the older text back.
    const { queryKey } = draftsQuery(id, true);
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(
      queryKey,
      (held) => held && { ...held, [kind]: body === '' ? null : { body, savedAt: '' } },
    );
  } catch {
    // It is kept here, and given when the conversation is opened the next time.
  }
}
