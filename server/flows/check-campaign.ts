// A campaign is checked: every row is looked at, some thousands at a time, each batch a commit of its own, so that a check that was
// cut off goes on where it was.

import { type E164, type Policy, parseE164, phoneKeyOf } from '@throughline/identity';
import {
  anyReachable,
  type CheckedRow,
  markDuplicates,
  type RowsKey,
  type RowToCheck,
  rowsAfter,
  saveChecked,
} from '../campaigns/rows.ts';
import { type ReadPhone, readPhone } from '../campaigns/rules-phone.ts';
import { type CampaignRecord, save } from '../campaigns/store.ts';
import { add, begin } from '../campaigns/uploads.ts';
import { record } from '../changes/store.ts';
import { audiencePage } from '../contacts/audience.ts';
import type { Transaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { campaignGround, type Ground } from './campaign-ground.ts';
import { type Candidate, campaignReach } from './campaign-reach.ts';
import { missingIn, valuesOf } from './campaign-template.ts';
import { tellCampaign } from './tell-campaign.ts';
import type { Tools } from './tools.ts';

/** One step of it; the caller holds the campaign's lock. Answers how many rows were listed or looked at: 0 when it is over. */
export async function checkCampaign(
  tx: Transaction,
  campaign: CampaignRecord,
  { policy, tools }: { policy: Policy; tools: Tools },
): Promise<number> {
  const found = await campaignGround(tx, campaign, policy);
  if (found.kind === 'standing') return await end(tx, campaign, { state: 'draft', problem: found.why }, tools.clock());
  if (campaign.audience?.kind === 'contacts' && !campaign.listed) return await listContacts(tx, campaign, tools);
  const key: RowsKey = { portfolioId: campaign.portfolioId, upload: campaign.upload ?? '' };
  const rows = await rowsAfter(tx, key, { line: campaign.checkedLine, limit: limits.campaignCheckBatch });
  if (rows.length === 0) {
    await markDuplicates(tx, key);
    const problem = (await anyReachable(tx, key)) ? null : 'None of its rows can be reached.';
    const now = tools.clock();
    return await end(tx, campaign, { state: 'ready', problem, checkedAt: new Date(now) }, now);
  }
  await saveChecked(tx, key, await checkRows(tx, rows, { campaign, ground: found.ground, tools }));
  await save(tx, { ...campaign, checkedLine: rows.at(-1)?.line ?? campaign.checkedLine });
  return rows.length;
}

async function end(
  tx: Transaction,
  campaign: CampaignRecord,
  change: Partial<CampaignRecord>,
  now: number,
): Promise<number> {
  const after = { ...campaign, ...change };
  await save(tx, after);
  tellCampaign(tx, campaign, after, now);
  await record(tx, campaign.portfolioId, [{ kind: 'campaign', subjectId: campaign.id }]);
  return 0;
}

/** Contacts become rows, in the order of their ids: name, number and username are their cells. */
async function listContacts(tx: Transaction, campaign: CampaignRecord, tools: Tools): Promise<number> {
  const { portfolioId, id: campaignId, audience, listCursor } = campaign;
  const filter = audience?.kind === 'contacts' ? { ...audience.filter, wholeNumbers: audience.wholeNumbers } : {};
  const upload = listCursor === null ? tools.newId() : (campaign.upload ?? '');
  if (listCursor === null) await begin(tx, { portfolioId, campaignId, id: upload });
  const before = listCursor === null ? 0 : campaign.rows;
  const page = await audiencePage(tx, portfolioId, { filter, after: listCursor, limit: limits.campaignCheckBatch });
  await add(
    tx,
    { portfolioId, campaignId, id: upload },
    page.map((one, i) => ({
      line: before + i + 1,
      cells: [one.displayName, one.phone ?? '', one.username ?? ''],
      name: one.displayName,
      holderId: one.holderId,
      contactId: one.contactId,
      ...(one.phone !== null && { phone: one.phone }),
    })),
  );
  const rows = before + page.length;
  const full = rows >= limits.campaignRows || page.length < limits.campaignCheckBatch;
  await save(tx, { ...campaign, upload, rows, listed: full, listCursor: page.at(-1)?.contactId ?? listCursor });
  return Math.max(1, page.length);
}

interface Checking {
  campaign: CampaignRecord;
  ground: Ground;
  tools: Tools;
}

async function checkRows(tx: Transaction, rows: readonly RowToCheck[], checking: Checking): Promise<CheckedRow[]> {
  const { campaign, ground, tools } = checking;
  const { mapping, audience } = campaign;
  const fromContacts = audience?.kind === 'contacts';
  const read = rows.map((row) => ({ row, phone: phoneIn(row, campaign) }));
  const candidates = read.flatMap(({ row, phone }): Candidate[] =>
    phone?.kind === 'refused'
      ? []
      : [
          {
            line: row.line,
            phone: phone?.phone ?? null,
            contactId: fromContacts ? row.contactId : null,
            missing: missingIn(ground.template, valuesOf(mapping, row.cells)),
          },
        ],
  );
  const reached = await campaignReach(tx, candidates, {
    portfolioId: campaign.portfolioId,
    phoneNumberId: campaign.phoneNumberId,
    policy: ground.policy,
    settings: ground.settings,
    needsPhone: ground.template.needsPhone,
    now: tools.clock(),
    keyed: tools.keyed,
  });
  return read.map(({ row, phone }): CheckedRow => {
    const name = fromContacts ? row.name : nameIn(row, mapping?.name);
    const number = phone?.kind === 'phone' ? phone.phone : null;
    const base = { line: row.line, name, phone: number, key: number && phoneKeyOf(number) };
    if (phone?.kind === 'refused')
      return { ...base, holderId: null, contactId: null, reach: phone.reach, why: phone.why };
    const decided = reached.get(row.line);
    if (!decided) throw new Error('A row was not decided.');
    const { reach, why, holderId, contactId } = decided;
    // A contact stays the contact it was chosen as, whatever becomes of it.
    return { ...base, reach, why, holderId, contactId: fromContacts ? row.contactId : contactId };
  });
}

/** Undefined: a contact without a number. */
function phoneIn(row: RowToCheck, { audience, mapping }: CampaignRecord): ReadPhone | undefined {
  if (audience?.kind === 'contacts') {
    const phone: E164 | undefined = parseE164(row.cells[1] ?? '');
    return phone && { kind: 'phone', phone };
  }
  return readPhone(row.cells[mapping?.phone ?? 0] ?? '', mapping?.region);
}

function nameIn(row: RowToCheck, column: number | undefined): string | null {
  const name = column === undefined ? '' : (row.cells[column] ?? '').trim().slice(0, 200);
  return name === '' ? null : name;
}
