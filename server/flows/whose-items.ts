// Whose each item of a webhook is, as things stand now: for systems that are told of webhooks after they were taken in.

import {
  type Bsuid,
  type ContactId,
  type E164,
  type HolderId,
  holderOf,
  type IdentifierKey,
  type ParentBsuid,
  type PortfolioId,
  phoneKeyOf,
  replyAddress,
  type State,
  type Whereabouts,
} from '@throughline/identity';
import type { WebhookItem } from '@throughline/whatsapp';
import { livingIn, neighborhoodsOf, statesOf } from '../contacts/load.ts';
import { messagesNamed } from '../conversations/finding.ts';
import type { Reader } from '../db/connect.ts';

export interface Whose {
  holderId: HolderId;
  contactId: ContactId;
  /** A number that is theirs now, and nobody else's; null where none is known. */
  phone: E164 | null;
}

/** In the order given; undefined where an item is nobody's. */
export async function whoseItems(
  db: Reader,
  portfolioId: PortfolioId,
  items: readonly WebhookItem[],
): Promise<(Whose | undefined)[]> {
  const threads = await holdersOfStatuses(db, portfolioId, items);
  const parties = items.map(whereabouts);
  const keys = [...new Set(parties.flatMap((party) => (party ? keysOf(party) : [])))];
  const known = await neighborhoodsOf(db, portfolioId, keys);
  const states = await statesOf(db, portfolioId, [...new Set(known.values())]);
  const found = items.map((item, place) => {
    const party = parties[place];
    const spoken = item.kind === 'status' ? threads(item) : undefined;
    if (spoken || !party) return spoken && { holderId: spoken };
    for (const key of keysOf(party)) {
      const state = states.get(known.get(key) as never);
      // After everything that came in the same moment.
      const holderId = state && holderOf(state, party, { at: item.at, tie: '~' });
      if (holderId) return { holderId };
    }
    return undefined;
  });
  const people = await peopleBehind(
    db,
    portfolioId,
    found.flatMap((one) => one?.holderId ?? []),
  );
  return found.map((one) => one && people.get(one.holderId));
}

/** Of accounts: the contact each belongs to, and the number it has. */
export async function peopleBehind(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<Map<HolderId, Whose>> {
  if (holders.length === 0) return new Map();
  const rows = await livingIn(db, portfolioId, [...new Set(holders)]);
  const states = await statesOf(db, portfolioId, [...new Set(rows.values())]);
  return new Map(
    [...rows].flatMap(([holderId, id]) => {
      const state = states.get(id);
      const contactId = state?.holders.find((one) => one.id === holderId)?.contactId;
      return state && contactId
        ? [[holderId, { holderId, contactId, phone: liveNumber(state, holderId) }] as const]
        : [];
    }),
  );
}

/** What a reply would be addressed to, where that is a number. */
function liveNumber(state: State, holderId: HolderId): E164 | null {
  const address = replyAddress(state, holderId);
  return address.kind === 'phone' ? address.phone : null;
}

/** Account before phone, as holderOf looks. */
function keysOf({ phone, bsuid, parent }: Whereabouts): IdentifierKey[] {
  return [
    ...(bsuid ? [`bsuid:${bsuid}` as const] : []),
    ...(parent ? [`parent:${parent}` as const] : []),
    ...(phone ? [`phone:${phoneKeyOf(phone)}` as const] : []),
  ] as IdentifierKey[];
}

function whereabouts(item: WebhookItem): Whereabouts | undefined {
  switch (item.kind) {
    case 'message':
      return item.groupId === undefined ? item.from : undefined;
    case 'echo':
      return item.groupId === undefined ? item.to : undefined;
    case 'status':
      return item.recipient;
    case 'call':
    case 'app-contact':
      return item.party;
    case 'preference':
      return item.from;
    case 'rotation':
      return completed(item.current, item.previous);
    default:
      return undefined;
  }
}

interface Party {
  phone?: E164;
  bsuid?: Bsuid;
  parent?: ParentBsuid;
}

function completed(current: Party, previous: Party): Whereabouts {
  const named = current.bsuid !== undefined || current.parent !== undefined;
  return named ? current : { ...previous, ...current };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A status is of whoever the message went to, whatever identifiers it carries. */
async function holdersOfStatuses(db: Reader, portfolioId: PortfolioId, items: readonly WebhookItem[]) {
  const statuses = items.filter((item) => item.kind === 'status');
  const ids = statuses.flatMap(({ callbackData }) => (callbackData && uuid.test(callbackData) ? [callbackData] : []));
  const messages = await messagesNamed(db, portfolioId, { wamids: statuses.map(({ wamid }) => wamid), ids });
  const byWamid = new Map(messages.map((one) => [one.wamid, one.holderId]));
  const byId = new Map(messages.map((one) => [one.id, one.holderId]));
  return ({ wamid, callbackData }: { wamid: string; callbackData?: string }) =>
    byWamid.get(wamid as never) ?? (callbackData === undefined ? undefined : byId.get(callbackData));
}
