// A campaign to a whole town, through HTTP, while people adopt usernames, change numbers, stop marketing and are blocked, and the
// service is killed in the middle. What came of it is gathered from both sides for whoever judges.

import { Readable } from 'node:stream';
import type { Campaign } from '@throughline/contract';
import { connect, type Database } from '../../server/db/connect.ts';
import { approvedTemplate, campaignsOf } from '../support/campaigns.ts';
import { apiOf, connectBusiness, durableDatabase, inboxEmpty, lagosBikes } from '../support/service.ts';
import { type ServiceProcess, serviceProcess } from '../support/service-process.ts';
import { startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

export interface CampaignPlan {
  rows: number;
  kills: number;
  withinMs: number;
}

export interface CampaignAftermath {
  plan: CampaignPlan;
  campaign: Campaign;
  /** Lines of the file below its heading, whatever they hold. */
  lines: number;
  report: string;
  /** Templates the pretend Meta accepted: by our message's id, and by person. */
  byMessage: Map<string, number>;
  byPerson: Map<string, number>;
  /** People who wrote after they had been sent theirs. */
  repliers: Set<string>;
  /** People who stopped before it was started. */
  spared: Set<string>;
  /** Replies that stand in another conversation than the campaign's message to their writer. */
  strays: number;
  kills: number;
  /** Bytes, by stage. */
  memory: { stage: string; bytes: number }[];
  seconds: { upload: number; check: number; run: number };
}

const sales = '200000000000002';
type Person = ReturnType<Town['world']['addPerson']>;

export async function runCampaign(plan: CampaignPlan, say: (line: string) => void): Promise<CampaignAftermath> {
  const knobs = { retryDelaysMs: [200], batchSize: 100, templateReviewMs: null, throughput: null } as const;
  const town = await startTown({ knobs });
  const database = await durableDatabase();
  const db = connect(database.url, { connections: 4 });
  let service: ServiceProcess | undefined;
  try {
    await connectBusiness(db, lagosBikes);
    service = await serviceProcess(database.url, town.url);
    town.pointAt({ url: service.webhookUrl });
    await service.start();
    return await new LargeCampaign(plan, { town, db, service, say }).run();
  } finally {
    await service?.end();
    await db.close();
    await database.drop();
    await town.close();
  }
}

interface Parts {
  town: Town;
  db: Database;
  service: ServiceProcess;
  say: (line: string) => void;
}

class LargeCampaign {
  readonly #plan: CampaignPlan;
  readonly #parts: Parts;
  readonly #people: Person[] = [];
  readonly #memory: CampaignAftermath['memory'] = [];
  readonly #repliers = new Set<string>();
  readonly #spared = new Set<string>();
  #kills = 0;
  #looked = 0;
  /** From here on some thousands are in the sender's hands already, and go out whatever is said meanwhile. */
  #begun = false;

  constructor(plan: CampaignPlan, parts: Parts) {
    this.#plan = plan;
    this.#parts = parts;
  }

  async run(): Promise<CampaignAftermath> {
    const { town, service, db } = this.#parts;
    town.catchUp();
    const supervisor = await apiOf({ db, url: service.url }, 'supervisor');
    const campaigns = campaignsOf(supervisor);
    await approvedTemplate(town, supervisor, 'town_offer', 'Hello {{1}}, see you on Friday.', ['Ana']);
    // Meta has upgraded the number, so that the run is not as long as 80 a second make it.
    await db.sql`
      insert into sending_lanes (portfolio_id, phone_number_id, ceiling, learned_at)
      values (${lagosBikes.portfolioId}, ${sales}, 1000, now() + interval '1 day')
      on conflict (portfolio_id, phone_number_id) do update set ceiling = 1000, learned_at = now() + interval '1 day'`;
    await this.#populate();
    this.#weigh('start');
    const { id } = await campaigns.create('Town', sales);
    const file = this.#file();
    const upload = await timed(() => campaigns.upload(id, file.stream));
    this.#say(`${file.lines} rows uploaded in ${upload.toFixed(1)} s`);
    await campaigns.change(id, {
      template: { name: 'town_offer', language: { code: 'en_US' } },
      mapping: { phone: 0, name: 1, values: { 'body.1': { column: 1 } } },
    });
    const check = await timed(async () => {
      await campaigns.steer(id, 'check');
      await campaigns.until(id, 'ready', this.#plan.withinMs);
    });
    this.#weigh('checked');
    this.#say(`checked in ${check.toFixed(1)} s`);
    const run = await timed(async () => {
      this.#begun = true;
      await campaigns.steer(id, 'start');
      await this.#goOn(id);
    });
    this.#say(`sent in ${run.toFixed(1)} s`);
    await this.#lastReplies();
    this.#weigh('end');
    const report = await supervisor.text(`/api/v1/campaigns/${id}/report.csv`);
    const campaign = await campaigns.get(id);
    const accepted = town.outbox.filter(({ type }) => type === 'template');
    return {
      plan: this.#plan,
      campaign,
      lines: file.lines,
      report,
      byMessage: countBy(accepted.map(({ callbackData }) => callbackData ?? '')),
      byPerson: countBy(accepted.flatMap(({ personId }) => personId ?? [])),
      repliers: this.#repliers,
      spared: this.#spared,
      strays: await this.#strays(id),
      kills: this.#kills,
      memory: this.#memory,
      seconds: { upload, check, run },
    };
  }

  #say(line: string): void {
    this.#parts.say(line);
  }

  #weigh(stage: string): void {
    const bytes = this.#parts.service.memory();
    if (bytes !== undefined) this.#memory.push({ stage, bytes });
  }

  /** A tenth is known already, and of those some have stopped marketing. */
  async #populate(): Promise<void> {
    const { town, db } = this.#parts;
    for (let n = 0; n < this.#plan.rows; n += 1)
      this.#people.push(
        town.world.addPerson({ name: `Person ${n}`, phone: `+1555${String(3_000_000 + n)}`, country: 'US' }),
      );
    for (const one of this.#every(10, 3)) one.write(sales, 'Hello');
    await this.#settle();
    for (const one of this.#every(100, 3)) this.#stop(one);
    await this.#settle();
    await inboxEmpty(db, this.#plan.withinMs);
    // The town's clock runs a moment ahead of ours: what was said until now must be past for us too, or it would count as replies.
    await waitFor('the town is in our past', async () => Date.now() > town.world.now() + 1_000);
    this.#say(`${this.#people.length} people`);
  }

  #every(step: number, from: number): Person[] {
    return this.#people.filter((_, i) => i % step === from % step);
  }

  #stop(one: Person): void {
    one.marketing(sales, 'stop');
    if (!this.#begun) this.#spared.add(one.id);
  }

  readonly #sent = new Set<string>();
  #sentTo(one: Person): boolean {
    this.#look();
    return this.#sent.has(one.id);
  }

  /** Whom the pretend Meta has taken a message for since the last look. */
  #look(): void {
    // The town's clock goes with ours.
    this.#parts.town.catchUp();
    const { outbox } = this.#parts.town;
    for (; this.#looked < outbox.length; this.#looked += 1) {
      const sent = outbox[this.#looked];
      if (sent?.type === 'template' && sent.personId !== undefined) this.#sent.add(sent.personId);
    }
  }

  /** Everybody, with a hundredth of rows that are doubles and a hundredth that are no numbers. */
  #file(): { lines: number; stream: ReadableStream } {
    const people = this.#people;
    const extra = Math.floor(people.length / 100);
    function* text() {
      yield 'phone,name,city\n';
      for (const one of people) yield `+${one.phone},${one.name},Lagos\n`;
      for (const one of people.slice(0, extra)) yield `00${one.phone},${one.name} again,Lagos\n`;
      for (let i = 0; i < extra; i += 1) yield `4.479E+11,Excel ${i},Lagos\n`;
    }
    const pieces = (function* () {
      let piece = '';
      for (const line of text()) {
        piece += line;
        if (piece.length < 64 * 1024) continue;
        yield Buffer.from(piece);
        piece = '';
      }
      yield Buffer.from(piece);
    })();
    return { lines: people.length + 2 * extra, stream: Readable.toWeb(Readable.from(pieces)) as ReadableStream };
  }

  /** Until it is done: kills on the way, and half-way the town changes. */
  async #goOn(id: string): Promise<void> {
    const { service, db } = this.#parts;
    const supervisor = await apiOf({ db, url: service.url }, 'supervisor');
    const campaigns = campaignsOf(supervisor);
    const killAt = Array.from({ length: this.#plan.kills }, (_, i) => ((i + 1) * 0.8) / (this.#plan.kills + 1));
    let changed = false;
    let weighed = 0;
    await waitFor(
      'the campaign is done',
      async () => {
        this.#look();
        const share = this.#sent.size / this.#plan.rows;
        if (share >= (killAt[0] ?? 2)) {
          killAt.shift();
          await service.kill();
          this.#kills += 1;
          this.#say(`killed after ${this.#sent.size} had reached Meta`);
          await service.start();
        }
        if (share >= 0.5 && !changed) {
          changed = true;
          await this.#change();
        }
        if (share >= weighed + 0.25) {
          weighed += 0.25;
          this.#weigh(`${Math.round(weighed * 100)} % sent`);
        }
        return (await campaigns.get(id).catch(() => undefined))?.state === 'done';
      },
      this.#plan.withinMs,
    );
    if (!changed) await this.#change();
  }

  /** A fifth adopt usernames; some change their number, some stop. Those already written to answer. */
  async #change(): Promise<void> {
    const { town } = this.#parts;
    town.catchUp();
    for (const [i, one] of this.#every(5, 1).entries()) one.adoptUsername(`town.person.${i}`);
    for (const [i, one] of this.#every(100, 12).entries()) {
      if (!this.#sentTo(one)) this.#moved.add(one.id);
      one.changeNumber(`+1555${String(5_000_000 + i)}`);
    }
    for (const one of this.#every(100, 27)) this.#stop(one);
    this.#say('the town has changed');
    await this.#settle();
  }

  readonly #moved = new Set<string>();

  /** A tenth of those written to, the ones who hide their number now among them. */
  async #lastReplies(): Promise<void> {
    const { town } = this.#parts;
    await this.#settle();
    town.catchUp();
    town.pass(5);
    this.#look();
    for (const one of [...this.#every(10, 1), ...this.#every(100, 12)]) {
      one.write(sales, 'reply');
      if (this.#sent.has(one.id) && !this.#moved.has(one.id)) this.#repliers.add(one.id);
    }
    await this.#settle();
  }

  async #settle(): Promise<void> {
    await this.#parts.town.settled();
    await inboxEmpty(this.#parts.db, this.#plan.withinMs);
  }

  /** Of the replies of people who were written to, those whose conversation holds no message of the campaign. */
  async #strays(id: string): Promise<number> {
    const { db } = this.#parts;
    const [row] = await db.sql<{ replies: number; home: number }[]>`
      with home as (
        select distinct m.conversation_id from campaign_rows r join messages m on m.portfolio_id = r.portfolio_id and m.id = r.message_id
        where r.campaign_id = ${id})
      select count(*)::int as replies, count(*) filter (where i.conversation_id in (select conversation_id from home))::int as home
      from messages i where i.direction = 'in' and i.body = 'reply'`;
    const strangers = [...this.#every(10, 1), ...this.#every(100, 12)].filter(
      (one) => !this.#repliers.has(one.id),
    ).length;
    return (row?.replies ?? 0) - (row?.home ?? 0) - strangers;
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
