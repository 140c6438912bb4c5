// One process at a time may start, stop or join the embedded database of a home. Node has no file locks that the
// kernel gives back by itself, so this is a row of numbered tickets: the highest number is the lock, and it is free
// when its owner is dead or has marked it free. Taking it means creating the next number, which only one can do.
// (Deleting a dead owner's lock file and creating it anew would let two waiters delete each other's.)

import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessIdentity, self } from './processes.ts';

const RETRY_MS = 25;
/** Longer than the slowest start: recovery after a crash of a large database. */
const GIVE_UP_MS = 120_000;

/** Runs `work` while holding the lock in this folder. Not re-entrant. Throws after two minutes of waiting. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ticket = await acquire(folder);
  try {
    return await work();
  } finally {
    release(folder, ticket);
  }
}

async function acquire(folder: string): Promise<number> {
  const until = Date.now() + GIVE_UP_MS;
  for (;;) {
    const ticket = tryAcquire(folder);
    if (ticket !== undefined) return ticket;
    if (Date.now() > until) {
      const owner = ownerOf(folder, highest(folder));
      const pid = owner !== undefined && owner !== 'gone' ? owner.pid : '?';
      throw new Error(`Waited two minutes for process ${pid}, which holds ${folder}.`);
    }
    await sleep(RETRY_MS);
  }
}

function tryAcquire(folder: string): number | undefined {
  const current = highest(folder);
  if (current > 0) {
    const owner = ownerOf(folder, current);
    if (owner === 'gone' || (owner !== undefined && isAlive(owner))) return undefined;
  }
  const mine = current + 1;
  if (!create(folder, mine)) return undefined;
  // Somebody may have taken and finished this number and gone on to the next since we looked: then ours is void.
  if (highest(folder) !== mine) {
    rmSync(ticketPath(folder, mine), { force: true });
    return undefined;
  }
  for (const old of tickets(folder)) if (old < mine) rmSync(ticketPath(folder, old), { force: true });
  return mine;
}

/** A link appears whole or not at all, so that a reader never meets a ticket without its owner. */
function create(folder: string, ticket: number): boolean {
  const draft = join(folder, `draft-${process.pid}-${Math.random().toString(36).slice(2)}`);
  writeFileSync(draft, JSON.stringify(self()), { mode: 0o600 });
  try {
    linkSync(draft, ticketPath(folder, ticket));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function release(folder: string, ticket: number): void {
  const draft = join(folder, `draft-${process.pid}-free`);
  writeFileSync(draft, 'free', { mode: 0o600 });
  renameSync(draft, ticketPath(folder, ticket));
}

/** The live or dead owner; undefined where the ticket is marked free; 'gone' where it was removed while we looked. */
function ownerOf(folder: string, ticket: number): ProcessIdentity | undefined | 'gone' {
  let text: string;
  try {
    text = readFileSync(ticketPath(folder, ticket), 'utf8');
  } catch {
    return 'gone';
  }
  if (text === 'free') return undefined;
  const owner: ProcessIdentity = JSON.parse(text);
  return owner;
}

function highest(folder: string): number {
  return Math.max(0, ...tickets(folder));
}

function tickets(folder: string): number[] {
  return readdirSync(folder)
    .filter((name) => /^ticket-\d+$/.test(name))
    .map((name) => Number(name.slice('ticket-'.length)));
}

function ticketPath(folder: string, ticket: number): string {
  return join(folder, `ticket-${ticket}`);
}
