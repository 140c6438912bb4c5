// Statuses and preferences: words about messages and people that are in their threads already.

import { type PortfolioId, tieOf } from '@throughline/identity';
import type { StatusItem } from '@throughline/whatsapp';
import { savePreferences } from '../contacts/preferences.ts';
import { eventIdOf } from '../contacts/rules-evidence.ts';
import { applyWords, threadsSpokenOf, type Word } from '../conversations/statuses.ts';
import type { Transaction } from '../db/connect.ts';
import type { Applicable } from '../inbox/rules-sorting.ts';
import { finish as finishSend } from '../outbound/store.ts';
import { type Entry, parkedItem } from './entries.ts';
import type { Placed } from './placing.ts';
import type { Resolved } from './resolve-identities.ts';
import { tellStatuses } from './tell-statuses.ts';
import type { Tools } from './tools.ts';

/** The threads that statuses are about, for whoever locks them before others. */
export async function threadsOfStatuses(
  tx: Transaction,
  portfolioId: PortfolioId,
  entries: readonly Entry<Applicable>[],
  tools: Tools,
): Promise<string[]> {
  const words = entries.flatMap(({ item }) => (item.kind === 'status' ? [wordOf(item, tools)] : []));
  return await threadsSpokenOf(tx, portfolioId, words);
}

/** Answers the threads whose messages changed. */
export async function placeStatuses(
  tx: Transaction,
  portfolioId: PortfolioId,
  { entries, early }: { entries: readonly Entry<Applicable>[]; early: readonly Word[] },
  placed: Placed,
  tools: Tools,
): Promise<Set<string>> {
  const words = entries.flatMap((entry) =>
    entry.item.kind === 'status' ? [{ entry, word: wordOf(entry.item, tools) }] : [],
  );
  const outcome = await applyWords(tx, portfolioId, [...early, ...words.map(({ word }) => word)]);
  for (const { entry, word } of words)
    placed.counts.set(
      entry,
      outcome.repeated.has(word.eventKey) ? 'repeated' : outcome.early.has(word.eventKey) ? 'kept' : 'applied',
    );
  await finishSend(tx, portfolioId, { ids: outcome.settled });
  tellStatuses(tx, portfolioId, outcome.changed);
  return outcome.conversations;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function wordOf(item: StatusItem, tools: Tools) {
  return {
    eventKey: tools.keyed(eventIdOf(item) ?? ''),
    wamid: item.wamid,
    phoneNumberId: item.origin.phoneNumberId ?? null,
    messageId: item.callbackData && uuid.test(item.callbackData) ? item.callbackData : null,
    status: item.status,
    at: item.at,
    errors: item.errors,
  };
}

export async function placePreferences(
  tx: Transaction,
  portfolioId: PortfolioId,
  entries: readonly Entry<Applicable>[],
  { resolved, tools }: { resolved: Resolved; tools: Tools },
  placed: Placed,
): Promise<void> {
  const found = entries.flatMap((entry) => {
    const { row, item } = entry;
    if (item.kind !== 'preference') return [];
    const holderId = resolved.holderOf(item.from, { at: item.at, tie: tieOf(tools.keyed(item.eventId), item.from) });
    const { phone = null, bsuid = null, parent = null } = item.from;
    if (holderId)
      return [
        {
          entry,
          row: {
            eventKey: item.eventId,
            at: item.at,
            phone,
            bsuid,
            parent,
            holderId,
            category: item.category,
            value: item.value,
          },
        },
      ];
    placed.parked.push({
      row,
      item: parkedItem(entry, { reason: 'no_identifier', detail: 'It names nobody we may match.' }, tools),
    });
    return [];
  });
  const unique = [...new Map(found.map((one) => [one.row.eventKey, one])).values()];
  const fresh = await savePreferences(
    tx,
    portfolioId,
    unique.map((one) => one.row),
  );
  for (const { entry, row } of found) placed.counts.set(entry, fresh.delete(row.eventKey) ? 'applied' : 'repeated');
}
