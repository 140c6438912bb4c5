// Many sends through HTTP while everything goes wrong: calls are lost, answers are lost, Meta refuses, proxies babble, and the
// service is killed. Time that only has to pass is advanced in the database.

import type { MessageItem } from '@throughline/contract';
import { connect, type Database } from '../../server/db/connect.ts';
import type { Api } from '../support/api.ts';
import { apiOf, connectBusiness, durableDatabase, inboxEmpty, lagosBikes } from '../support/service.ts';
import { type ServiceProcess, serviceProcess } from '../support/service-process.ts';
import { startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';
import { faultsOf } from './faults.ts';

export interface ChaosPlan {
  sends: number;
  people: number;
  kills: number;
  seed: number;
  /** Some answers take longer than the sender waits. */
  slow: boolean;
  withinMs: number;
}

/** Everything needed to judge: what was taken with 202, what agents see, what Meta has on record. */
export interface Aftermath {
  plan: ChaosPlan;
  /** Ids of messages answered 202, in the order of each conversation. */
  queued: Map<string, string[]>;
  /** What agents see, by id. */
  seen: Map<string, MessageItem>;
  outbox: Town['outbox'];
  /** Sent again by a person's decision: old id to new. */
  resent: Map<string, string>;
  kills: number;
  elapsedMs: number;
}

const sales = '200000000000002';
const askingAtOnce = 16;
const resends = 5;

export async function runChaos(plan: ChaosPlan, say: (line: string) => void): Promise<Aftermath> {
  const town = await startTown({ contactBook: true, seed: plan.seed, knobs: { retryDelaysMs: [200], batchSize: 50 } });
  const database = await durableDatabase();
  const db = connect(database.url, { connections: 4 });
  let service: ServiceProcess | undefined;
  try {
    await connectBusiness(db, lagosBikes);
    service = await serviceProcess(database.url, town.url);
    town.pointAt({ url: service.webhookUrl });
    await service.start();
    return await new Chaos(plan, { town, db, service, say }).run();
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

class Chaos {
  readonly #plan: ChaosPlan;
  readonly #parts: Parts;
  readonly #queued = new Map<string, string[]>();
  #taken = 0;
  #kills = 0;

  constructor(plan: ChaosPlan, parts: Parts) {
    this.#plan = plan;
    this.#parts = parts;
  }

  async run(): Promise<Aftermath> {
    const { town, service, db } = this.#parts;
    const started = performance.now();
    const say = (line: string) => this.#parts.say(`${((performance.now() - started) / 1000).toFixed(1)} s: ${line}`);
    const conversations = await this.#populate();
    // Meta has upgraded the number, so that the run is not as long as 80 a second make it.
    await db.sql`
      insert into sending_lanes (portfolio_id, phone_number_id, ceiling, learned_at)
      values (${lagosBikes.portfolioId}, ${sales}, 1000, now() + interval '1 day')`;
    say(`${conversations.length} people have written`);
    for (const fault of faultsOf(this.#plan.seed, this.#plan)) town.inject(fault);
    const advancing = setInterval(() => void this.#advance(), 300);
    try {
      await Promise.all([this.#ask(conversations), this.#kill()]);
      say(`${this.#taken} queued, ${this.#kills} kills; waiting for the rest`);
      await waitFor('nothing is owed', async () => (await this.#owed()) === 0, this.#plan.withinMs);
    } finally {
      clearInterval(advancing);
    }
    say('nothing is owed any more');
    await this.#settle();
    const resent = await this.#resendSome();
    await this.#settle();
    const agent = await apiOf({ db, url: service.url }, 'agent');
    const seen = new Map<string, MessageItem>();
    for (const id of conversations)
      for (const item of await agent.timeline(id))
        if (item.kind === 'message' && item.direction === 'out') seen.set(item.id, item);
    const elapsedMs = performance.now() - started;
    return { plan: this.#plan, queued: this.#queued, seen, outbox: town.outbox, resent, kills: this.#kills, elapsedMs };
  }

  /** Everybody writes once, which opens their windows. Answers their conversations. */
  async #populate(): Promise<string[]> {
    const { town, db, service } = this.#parts;
    for (let n = 0; n < this.#plan.people; n += 1) {
      const phone = `+1555${String(2_000_000 + n)}`;
      town.world.addPerson({ name: `Person ${n}`, phone, country: 'US' }).write(sales, 'Hello');
    }
    await town.settled();
    await inboxEmpty(db, 60_000);
    const agent = await apiOf({ db, url: service.url }, 'agent');
    return (await agent.conversations()).map((one) => one.id);
  }

  /** Asks for every send, again where the service was away, under the same key: so it is asked for once. */
  async #ask(conversations: readonly string[]): Promise<void> {
    const agent = await apiOf({ db: this.#parts.db, url: this.#parts.service.url }, 'agent');
    const each = Math.ceil(this.#plan.sends / conversations.length);
    const waiting = [...conversations];
    const askAll = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
        for (let n = 0; n < each && this.#taken < this.#plan.sends; n += 1) {
          this.#taken += 1;
          const message = await this.#askSurely(agent, id, `${id} ${n}`);
          this.#queued.set(id, [...(this.#queued.get(id) ?? []), message.id]);
        }
    };
    await Promise.all(Array.from({ length: askingAtOnce }, askAll));
  }

  async #askSurely(agent: Api, conversation: string, body: string): Promise<MessageItem> {
    const path = `/api/v1/conversations/${conversation}/messages`;
    return await waitFor(
      'the message is taken',
      async () => {
        const content = { type: 'text', text: { body } };
        const answer = await agent
          .call<MessageItem>('POST', path, content, { 'idempotency-key': body })
          .catch(() => undefined);
        return answer?.status === 202 ? answer.body : undefined;
      },
      60_000,
    );
  }

  /** Spread over the run: after so many of the sends have reached Meta. */
  async #kill(): Promise<void> {
    const { town, service, say } = this.#parts;
    for (let n = 1; n <= this.#plan.kills; n += 1) {
      const after = Math.floor((this.#plan.sends * n * 0.8) / (this.#plan.kills + 1));
      await waitFor('enough was sent', () => town.outbox.length >= after, this.#plan.withinMs);
      await service.kill();
      this.#kills += 1;
      say(`killed after ${town.outbox.length} had reached Meta`);
      await service.start();
    }
  }

  /** What waits for time alone waits no longer; what is lost has been for a while. */
  async #advance(): Promise<void> {
    await this.#parts.db.sql`
      update outbound set not_before = now() where state = 'waiting' and not_before > now() + interval '1 second'`.catch(
      () => {},
    );
  }

  async #owed(): Promise<number> {
    const [row] = await this.#parts.db.sql<{ n: number }[]>`
      select count(*)::int as n from outbound where state <> 'done'`;
    return row?.n ?? 0;
  }

  async #settle(): Promise<void> {
    await this.#parts.town.settled();
    await inboxEmpty(this.#parts.db, 60_000);
  }

  /** A person decides for some of those of unknown fate; nothing goes wrong any more. */
  async #resendSome(): Promise<Map<string, string>> {
    const { db, service, town } = this.#parts;
    town.calm();
    await db.sql`update messages set status_at = status_at - interval '2 minutes' where status = 'unknown'`;
    const lost = await db.sql<{ id: string; conversation: string }[]>`
      select id, conversation_id as conversation from messages where status = 'unknown' order by id limit ${resends}`;
    const agent = await apiOf({ db, url: service.url }, 'agent');
    const resent = new Map<string, string>();
    for (const { id, conversation } of lost) {
      const answer = await agent.call<MessageItem>(
        'POST',
        `/api/v1/conversations/${conversation}/messages/${id}/resend`,
      );
      if (answer.status !== 202) throw new Error(`Sending again was answered ${answer.status}.`);
      resent.set(id, answer.body.id);
    }
    await waitFor('they have gone', async () => (await this.#owed()) === 0, 30_000);
    return resent;
  }
}
