// A campaign to a town that changes while it is written to, killed on the way; 1,000 rows here, 100,000 by `npm run campaign`.

import { beforeAll, describe, expect, it } from 'vitest';
import { type CampaignAftermath, runCampaign } from '../campaign/run-campaign.ts';
import { sumOf } from '../support/campaigns.ts';

const rows = Number(process.env.THROUGHLINE_CAMPAIGN_ROWS ?? 1_000);
const kills = Number(process.env.THROUGHLINE_CAMPAIGN_KILLS ?? 1);
const withinMs = 60_000 + rows * 30;

let after: CampaignAftermath;
const long = process.env.THROUGHLINE_CAMPAIGN_ROWS !== undefined;

beforeAll(async () => {
  after = await runCampaign({ rows, kills, withinMs }, (line) => long && console.log(line));
  if (long) console.log(table(after));
}, withinMs * 2);

describe('a campaign to a whole town', () => {
  it('writes to nobody twice, however often the service was killed', () => {
    expect(after.kills).toBe(kills);
    expect([...after.byMessage].filter(([id, count]) => count > 1 || id === '')).toEqual([]);
    expect([...after.byPerson].filter(([, count]) => count > 1)).toEqual([]);
  });

  it('leaves out who stopped before it was their turn, and nobody else', () => {
    expect([...after.spared].filter((id) => after.byPerson.has(id))).toEqual([]);
    const { byState, byReach } = after.campaign;
    expect(byState.waiting ?? 0).toBe(0);
    expect(byState.queued ?? 0).toBe(0);
    // Who changes their number while the message is on its way does not get it.
    const accepted = ['accepted', 'sent', 'delivered', 'read', 'failed'].reduce(
      (sum, state) => sum + (byState[state] ?? 0),
      0,
    );
    // What Meta has and we do not know of is unknown, never gone; and nothing is taken for sent that Meta does not have.
    expect(after.byMessage.size).toBeGreaterThanOrEqual(accepted);
    expect(after.byMessage.size).toBeLessThanOrEqual(accepted + (byState.unknown ?? 0));
    expect(byState.failed ?? 0).toBeLessThanOrEqual(rows / 100);
    // The first hundredth stands in the file twice; of those who stopped neither is sent to.
    const doubled = Math.floor(rows / 100);
    const stopped = Array.from({ length: doubled }, (_, i) => i).filter((i) => i % 100 === 3).length;
    expect(byReach.duplicate_row).toBe(doubled - stopped);
    expect(byReach.not_a_number).toBe(Math.floor(rows / 100));
  });

  it('adds up, in its counts and in its report', () => {
    const { campaign, lines, report } = after;
    expect(campaign.rows).toBe(lines);
    expect(sumOf(campaign.byState)).toBe(lines);
    const told = report.trimEnd().split('\r\n').slice(1);
    expect(told).toHaveLength(lines);
    const states = new Map<string, number>();
    for (const line of told) {
      const state = line.match(/^\d+,[^,]*,[^,]*,[^,]*,[^,]*,([a-z]+),/)?.[1] ?? line;
      states.set(state, (states.get(state) ?? 0) + 1);
    }
    expect(Object.fromEntries(states)).toEqual(campaign.byState);
  });

  it('gets every reply in its own conversation, hidden or not, and counts the people', () => {
    expect(after.repliers.size).toBeGreaterThan(rows / 20);
    expect(after.strays).toBe(0);
    expect(after.campaign.replies).toBe(after.repliers.size);
  });
});

function table({ campaign, memory, seconds, byMessage, repliers, kills: killed }: CampaignAftermath): string {
  const lines = [
    ['rows', campaign.rows],
    ['upload, s', seconds.upload.toFixed(1)],
    ['check, s', seconds.check.toFixed(1)],
    ['run, s', seconds.run.toFixed(1)],
    ['accepted by Meta', byMessage.size],
    ['kills', killed],
    ['replies', `${campaign.replies} of ${repliers.size}`],
    ...Object.entries(campaign.byState).map(([state, count]) => [`state ${state}`, count] as const),
    ...Object.entries(campaign.byReach).map(([reach, count]) => [`reach ${reach}`, count] as const),
    ...memory.map(({ stage, bytes }) => [`memory, ${stage}`, `${Math.round(bytes / 1024 / 1024)} MB`] as const),
  ] as const;
  return lines.map(([what, value]) => `${String(what).padEnd(28)} ${value}`).join('\n');
}
