// A campaign runs: some rows at a time are handed to the sender, each looked at once more before. Row, message and debt are one
// commit, so that a row is handed over once however often the service dies.

import type { Bsuid, ContactId, E164, EvidenceId, HolderId, Policy } from '@throughline/identity';
import { parseE164, tieOf } from '@throughline/identity';
import {
  markQueued,
  markSkipped,
  nextToSend,
  type RowsKey,
  type RowToSend,
  settleQueued,
  writtenTo,
} from '../campaigns/rows.ts';
import { allowance, pacedUntil } from '../campaigns/rules-pace.ts';
import { type CampaignRecord, save } from '../campaigns/store.ts';
import { record } from '../changes/store.ts';
import { lockThreads } from '../conversations/locking.ts';
import type { Transaction } from '../db/connect.ts';
import { lockLane } from '../inbox/store.ts';
import { limits } from '../limits.ts';
import { priorities } from '../outbound/store.ts';
import { campaignGround, type Ground } from './campaign-ground.ts';
import { campaignReach, type Reached } from './campaign-reach.ts';
import { missingIn, sourcesFor, valuesOf } from './campaign-template.ts';
import { composeContent } from './compose-content.ts';
import { openThreads } from './open-threads.ts';
import { type Outgoing, queueMessages } from './queue-messages.ts';
import { resolveIdentities } from './resolve-identities.ts';
import { tellCampaign } from './tell-campaign.ts';
import type { Tools } from './tools.ts';

/** `handed`: to the sender now. `over`: nothing is left to do for it until somebody acts. */
export interface Fed {
  handed: number;
  over: boolean;
}

export interface Feeding {
  policy: Policy;
  tools: Tools;
}

/** One step; the caller holds the campaign's lock. */
export async function feedCampaign(tx: Transaction, campaign: CampaignRecord, feeding: Feeding): Promise<Fed> {
  const { tools } = feeding;
  const now = tools.clock();
  if (campaign.state === 'scheduled')
    return await go(tx, campaign, { state: 'running', startedAt: new Date(now) }, now);
  if (campaign.state !== 'running' || campaign.upload === null) return { handed: 0, over: true };
  const key: RowsKey = { portfolioId: campaign.portfolioId, upload: campaign.upload };
  const owed = await settleQueued(tx, key);
  const turn = {
    owed,
    mostOwed: limits.campaignOwed,
    batch: limits.campaignFeedBatch,
    catchUpMs: limits.campaignCatchUpMs,
    now,
  };
  const pace = { perMinute: campaign.pacePerMinute, pacedUntil: campaign.pacedUntil?.getTime() ?? null };
  const { count } = allowance(pace, turn);
  const rows = await nextToSend(tx, key, { line: campaign.fedLine, limit: Math.max(1, count) });
  if (rows.length === 0) {
    if (owed > 0) return { handed: 0, over: false };
    return await go(tx, campaign, { state: 'done', finishedAt: new Date(now) }, now);
  }
  if (count === 0) return { handed: 0, over: false };
  const found = await campaignGround(tx, campaign, feeding.policy);
  if (found.kind === 'standing') return await go(tx, campaign, { state: 'paused', problem: found.why }, now);
  const handed = await hand(tx, rows, { campaign, key, ground: found.ground, tools });
  const until = pacedUntil(pace, handed, turn);
  const fedLine = rows.at(-1)?.line ?? campaign.fedLine;
  await save(tx, { ...campaign, fedLine, pacedUntil: until === null ? null : new Date(until), problem: null });
  return { handed, over: false };
}

async function go(
  tx: Transaction,
  campaign: CampaignRecord,
  change: Partial<CampaignRecord>,
  now: number,
): Promise<Fed> {
  const after = { ...campaign, ...change };
  await save(tx, after);
  tellCampaign(tx, campaign, after, now);
  await record(tx, campaign.portfolioId, [{ kind: 'campaign', subjectId: campaign.id }]);
  return { handed: 0, over: after.state !== 'running' };
}

interface Handing {
  campaign: CampaignRecord;
  key: RowsKey;
  ground: Ground;
  tools: Tools;
}

/** Answers how many were handed over; the others are skipped, and say why. */
async function hand(tx: Transaction, rows: readonly RowToSend[], handing: Handing): Promise<number> {
  const { campaign, key, ground, tools } = handing;
  const { portfolioId, phoneNumberId } = campaign;
  // Whoever decides about people holds the portfolio's lane, and nobody else decides about these meanwhile.
  await lockLane(tx, portfolioId);
  const fromContacts = campaign.audience?.kind === 'contacts';
  const reached = await campaignReach(
    tx,
    rows.map((row) => ({
      line: row.line,
      phone: row.phone === null ? null : (parseE164(row.phone) ?? null),
      contactId: fromContacts ? row.contactId : null,
      missing: missingIn(ground.template, valuesOf(campaign.mapping, row.cells)),
    })),
    {
      portfolioId,
      phoneNumberId,
      policy: ground.policy,
      settings: ground.settings,
      needsPhone: ground.template.needsPhone,
      now: tools.clock(),
      keyed: tools.keyed,
    },
  );
  const addressed = rows.flatMap((row) => {
    const found = reached.get(row.line);
    return found?.address
      ? [{ row, address: found.address, holderId: found.holderId, contactId: found.contactId }]
      : [];
  });
  const people = await withPeople(tx, addressed, handing);
  const { first, again } = await onceEach(tx, people, key);
  await markSkipped(tx, key, [
    ...rows.flatMap(({ line }) => skippedRow(line, reached.get(line))),
    ...again.map(({ row, line }) => ({
      line: row.line,
      reach: 'duplicate_person' as const,
      why: null,
      duplicateOf: line,
    })),
  ]);
  const messageIds = await write(tx, first, handing);
  await markQueued(
    tx,
    key,
    first.map(({ row, holderId, contactId }, i) => ({
      line: row.line,
      messageId: messageIds[i] ?? '',
      holderId,
      contactId,
    })),
  );
  return first.length;
}

function skippedRow(line: number, found: Reached | undefined) {
  if (!found || found.address) return [];
  return [{ line, reach: found.reach, why: found.why, duplicateOf: null }];
}

interface Addressed {
  row: RowToSend;
  address: { phone: E164 } | { bsuid: Bsuid };
  holderId: HolderId | null;
  contactId: ContactId | null;
}

interface Recipient extends Addressed {
  holderId: HolderId;
  contactId: ContactId;
}

/**
 * A number becomes known by our writing to it: evidence like any other, only weaker. Dated a little back, which can touch nobody,
 * since nobody is known by it: Meta's statuses are of whole seconds and by its own clock, and one that seemed to be from before would
 * not teach which account the number has; the reply of somebody who hides the number would then begin another conversation.
 */
async function withPeople(tx: Transaction, addressed: readonly Addressed[], handing: Handing): Promise<Recipient[]> {
  const { campaign, ground, tools } = handing;
  const at = tools.clock() - limits.clocksApartMs;
  const fresh = addressed.flatMap((one) => {
    if (one.holderId !== null || !('phone' in one.address)) return [];
    return [
      { one, phone: one.address.phone, id: tools.keyed(`campaign/${campaign.id}/${one.row.line}/${at}`) as EvidenceId },
    ];
  });
  const evidence = fresh.map(({ phone, id }) => ({
    kind: 'seen-together' as const,
    id,
    at,
    receivedAt: at,
    by: 'business' as const,
    phone,
  }));
  const resolved =
    fresh.length > 0 ? await resolveIdentities(tx, campaign.portfolioId, evidence, ground.policy, tools) : undefined;
  const found = new Map(
    fresh.map(({ one, phone, id }) => {
      const holderId = resolved?.holderOf({ phone }, { at, tie: tieOf(id, { phone }) });
      return [one.row.line, holderId && { holderId, contactId: resolved?.contactOf(holderId) }] as const;
    }),
  );
  return addressed.map((one) => {
    const holderId = one.holderId ?? found.get(one.row.line)?.holderId;
    const contactId = one.contactId ?? found.get(one.row.line)?.contactId;
    if (!holderId || !contactId) throw new Error('A number just written to is nobody’s.');
    return { ...one, holderId, contactId };
  });
}

/** Nobody twice: two rows may have been found to be one person since they were checked. */
async function onceEach(tx: Transaction, people: readonly Recipient[], key: RowsKey) {
  const written = await writtenTo(tx, key, [...new Set(people.map((one) => one.contactId))]);
  const first: Recipient[] = [];
  const again: { row: RowToSend; line: number }[] = [];
  for (const one of people) {
    const line = written.get(one.contactId);
    if (line !== undefined) again.push({ row: one.row, line });
    else first.push(one);
    written.set(one.contactId, line ?? one.row.line);
  }
  return { first, again };
}

/** Answers the messages' ids, in order. */
async function write(tx: Transaction, people: readonly Recipient[], handing: Handing): Promise<string[]> {
  if (people.length === 0) return [];
  const { campaign, ground, tools } = handing;
  const { portfolioId, phoneNumberId } = campaign;
  const at = tools.clock();
  const threads = await openThreads(
    tx,
    portfolioId,
    people.map(({ holderId }) => ({ holderId, phoneNumberId, at })),
    tools,
  );
  await lockThreads(tx, portfolioId, [...threads.values()]);
  const sources = sourcesFor(ground.template);
  const { endpoint } = ground.settings;
  const isMarketing = endpoint === 'marketing_messages' && ground.template.definition.category === 'marketing';
  const outgoing = await Promise.all(
    people.map(async ({ row, address, holderId }): Promise<Outgoing> => {
      const id = threads.get(`${holderId} ${phoneNumberId}`) ?? '';
      const values = valuesOf(campaign.mapping, row.cells);
      const { name, language } = ground.template;
      const content = { type: 'template' as const, template: { name, language: { code: language }, values } };
      const place = { portfolioId, conversationId: id, phoneNumberId };
      const composed = await composeContent(tx, place, content, { clock: tools.clock, sources });
      if ('refused' in composed)
        throw new Error(`A row that was just found complete is refused: ${composed.refused.kind}.`);
      return {
        thread: { id, phoneNumberId, holderId },
        address:
          'phone' in address
            ? { kind: 'phone', phone: address.phone, reason: 'phone_live' }
            : { kind: 'bsuid', bsuid: address.bsuid, reason: 'phone_hidden' },
        composed,
        author: campaign.createdBy,
        priority: priorities.campaign,
        ...(isMarketing && 'phone' in address && { marketing: {} }),
      };
    }),
  );
  return await queueMessages(tx, portfolioId, outgoing, tools);
}
