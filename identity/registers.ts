// What a person shows of themselves, and when it changes (C9). Only the person's own acts count: a status of a message we
// sent to a number always repeats that number, hidden or not (Meta, "Business-scoped user IDs", revision 2026-06-29).

import type { Party, Position, SeenTogether } from './evidence.ts';
import type { E164, Username } from './identifiers.ts';
import type { NoticeFact } from './notices.ts';
import { type Holder, later } from './state.ts';

/** Takes one act of the person into the holder's registers. Answers what agents should be told. */
export function observeCustomer(
  holder: Holder,
  evidence: SeenTogether,
  party: Party,
  position: Position,
): NoticeFact[] {
  const before = { username: holder.username, hidden: holder.hiddenSince !== null, phone: holder.showsPhone };
  const heardBefore = holder.heard !== null;
  takeUsername(holder, evidence);
  takePhone(holder, party, evidence.at);
  const hides = !before.hidden && holder.hiddenSince !== null;
  const changed = !sameName(before.username, holder.username) || before.hidden !== (holder.hiddenSince !== null);
  holder.heard = position;
  if (evidence.name) holder.name = evidence.name;
  const rekeyed = evidence.keyHash !== undefined && evidence.keyHash !== holder.keyHash;
  if (rekeyed) holder.keyHash = evidence.keyHash ?? null;
  if (changed || rekeyed || before.phone !== holder.showsPhone || !heardBefore) holder.stableSince = position;
  return heardBefore ? told(before, holder, hides) : [];
}

/** Of somebody never heard from, what we were told otherwise is better than nothing; their first own act replaces it. */
export function fillBlanks(holder: Holder, { name, username }: SeenTogether): void {
  if (holder.heard !== null) return;
  holder.name ??= name ?? null;
  holder.username ??= username ?? null;
}

/** Two holders become one: what was shown last counts; hidden on both sides, the number has been hidden since the earlier. */
export function mergeRegisters(survivor: Holder, gone: Holder): void {
  const hidden = [survivor.hiddenSince, gone.hiddenSince];
  const newer = gone.heard !== null && later(survivor.heard, gone.heard) === gone.heard ? gone : survivor;
  const older = newer === gone ? survivor : gone;
  survivor.hiddenSince = hidden.includes(null) ? newer.hiddenSince : Math.min(...hidden.filter((at) => at !== null));
  survivor.name = newer.name ?? older.name;
  survivor.username = newer.username ?? older.username;
  survivor.showsPhone = newer.showsPhone;
  survivor.keyHash = newer.keyHash ?? older.keyHash;
  survivor.stableSince = later(survivor.stableSince, gone.stableSince);
  survivor.heard = newer.heard;
}

function takeUsername(holder: Holder, { username }: SeenTogether): void {
  if (username !== undefined) holder.username = username;
}

function takePhone(holder: Holder, { phone, bsuid, parent }: Party, at: number): void {
  if (phone) {
    holder.showsPhone = phone;
    holder.hiddenSince = null;
  } else if (bsuid || parent) {
    holder.showsPhone = null;
    holder.hiddenSince ??= at;
  }
}

function told(
  before: { username: Username | null; hidden: boolean; phone: E164 | null },
  holder: Holder,
  hides: boolean,
): NoticeFact[] {
  const { username } = holder;
  const hidden = holder.hiddenSince !== null;
  const facts: NoticeFact[] = [];
  if (username && !before.username) facts.push({ type: 'username_adopted', username, hidden });
  else if (username && before.username && !sameName(before.username, username))
    facts.push({ type: 'username_changed', from: before.username, username, hidden });
  else if (!username && before.username) facts.push({ type: 'username_dropped', from: before.username });
  else if (hides && before.phone) facts.push({ type: 'number_hidden', phone: before.phone });
  if (before.hidden && !hidden && holder.showsPhone) facts.push({ type: 'number_shown', phone: holder.showsPhone });
  return facts;
}

/** Usernames differ by spelling only in the same sense as on WhatsApp: case does not count, dots and underscores do. */
function sameName(a: Username | null, b: Username | null): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}
