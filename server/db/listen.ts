// Listening to a channel, on a connection of its own that comes back by itself.

import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig, escapeIdentifier } from 'pg';
import { ask, endClient } from './pool.ts';

export interface Subscription {
  unlisten(): Promise<void>;
}

const pauseMs = 500;

/**
 * Calls `heard` at each notification with what it carries, and each time the connection has come back with nothing: what was told meanwhile is lost, so a
 * reader looks again. Resolves once it listens for the first time.
 *
 * @throws where it cannot listen at all.
 */
export async function listen(
  config: ClientConfig,
  channel: string,
  heard: (payload?: string) => void,
): Promise<Subscription> {
  const stopped = new AbortController();
  let client: Client;

  async function open(): Promise<void> {
    const fresh = new Client(config);
    client = fresh;
    fresh.on('error', () => {});
    fresh.on('notification', ({ payload }) => heard(payload ?? ''));
    try {
      await fresh.connect();
      await ask(fresh, { text: `listen ${escapeIdentifier(channel)}` });
    } catch (error) {
      await endClient(fresh);
      throw error;
    }
    fresh.on('end', () => void comeBack());
  }

  async function comeBack(): Promise<void> {
    while (!stopped.signal.aborted) {
      try {
        await sleep(pauseMs, undefined, { signal: stopped.signal });
        await open();
      } catch {
        continue;
      }
      if (stopped.signal.aborted) await endClient(client);
      else heard();
      return;
    }
  }

  await open();
  return {
    unlisten: async () => {
      stopped.abort();
      await endClient(client);
    },
  };
}
