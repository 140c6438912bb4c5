// The service on a real database, without its clocks and doors: they are called when the test says so.

import type { Evidence, Policy, PortfolioId } from '@throughline/identity';
import type { Wamid } from '@throughline/whatsapp';
import type { NeighborhoodId } from '../../server/contacts/read-rows.ts';
import { connect, type Database, inTransaction } from '../../server/db/connect.ts';
import { packEvidence } from '../../server/flows/pack-evidence.ts';
import { inNeed, rebuildIdentities } from '../../server/flows/rebuild-identities.ts';
import { groundOf, receiveEvents } from '../../server/flows/receive-events.ts';
import { recordSendOutcome } from '../../server/flows/record-send-outcome.ts';
import { replayParked } from '../../server/flows/replay-parked.ts';
import { sendReply } from '../../server/flows/send-reply.ts';
import { type Tools, toolsWith } from '../../server/flows/tools.ts';
import { type GroupCommit, groupCommit } from '../../server/inbox/group-commit.ts';
import { claimLane, waiting } from '../../server/inbox/store.ts';
import { drainInbox } from '../../server/jobs/drain-inbox.ts';
import { register } from '../../server/numbers/store.ts';
import { claim } from '../../server/outbound/store.ts';
import { addPortfolio, e164, silent } from '../../server/testing/world.ts';
import { businessNumbers } from './facts.ts';
import { speak } from './speaking.ts';

const secret = 'a secret of the tests';
export const keyed = toolsWith(secret).keyed;

interface Business {
  portfolioId: PortfolioId;
  wabaId: string;
}

let made = 0;

export class System {
  db: Database;
  businesses: Business[] = [];
  private readonly url: string;
  private inbox: GroupCommit;
  private tools: Tools;
  private nowMs = 0;

  constructor(url: string) {
    this.url = url;
    this.db = connect(url, { connections: 6 });
    this.inbox = groupCommit(this.db, () => {});
    this.tools = this.freshTools();
  }

  /** Two businesses that nobody has written to yet. */
  async open(): Promise<void> {
    this.businesses = [];
    for (let i = 0; i < 2; i++) {
      made += 1;
      const wabaId = String(300_000_000_000_000 + made);
      this.businesses.push({ wabaId, portfolioId: await addPortfolio(this.db, `model-${made}`, wabaId) });
    }
  }

  portfolio(side: number): PortfolioId {
    return this.business(side).portfolioId;
  }

  /** Milliseconds since the epoch. */
  setClock(nowMs: number): void {
    this.nowMs = nowMs;
  }

  /** Through the door as Meta's requests come: each on its own, all at once. They are kept in this order. */
  async arrive(side: number, webhooks: readonly unknown[]): Promise<void> {
    const { wabaId } = this.business(side);
    await Promise.all(
      webhooks.map((webhook) => this.inbox.keep([{ wabaId, body: Buffer.from(JSON.stringify(webhook)) }])),
    );
  }

  /** Two lanes at once, as the service has it. */
  async drain(policy: Policy): Promise<void> {
    const draining = { db: this.db, policy, tools: this.tools, log: silent };
    await Promise.all([drainInbox(draining), drainInbox(draining)]);
  }

  /** Everything of the process is let go and made anew. */
  async restart(): Promise<void> {
    await this.db.close();
    this.db = connect(this.url, { connections: 6 });
    this.inbox = groupCommit(this.db, () => {});
    this.tools = this.freshTools();
  }

  /** Begins to apply what is waiting, and is cut off before the commit. */
  async cut(policy: Policy): Promise<void> {
    const cut = new Error('cut off');
    const work = inTransaction(this.db, async (tx) => {
      const lane = await claimLane(tx);
      if (!lane) return;
      const ground = await groundOf(tx, lane.id, policy);
      await receiveEvents(tx, lane.id, await waiting(tx, lane.id, 1_000), { ground, tools: this.tools });
      throw cut;
    });
    await work.catch((error) => {
      if (error !== cut) throw error;
    });
    await this.restart();
  }

  async say(side: number, said: readonly Evidence[], policy: Policy): Promise<void> {
    await speak(this.db, this.portfolio(side), said, { policy, tools: this.tools });
  }

  /** Packs all that can be packed, however little it is. */
  async pack(side: number): Promise<void> {
    const portfolioId = this.portfolio(side);
    await this.db.sql`update neighborhoods set crowded = true where portfolio_id = ${portfolioId}`;
    while ((await inTransaction(this.db, (tx) => packEvidence(tx, portfolioId, this.tools))) > 0);
  }

  /** Decides those again that were decided under other rules or another policy. Answers what still differs afterwards. */
  async decideAgain(policy: Policy): Promise<string[]> {
    const rebuilding = { policy, tools: this.tools };
    const left: string[] = [];
    for (const { portfolioId } of this.businesses)
      for (;;) {
        const need = { except: new Set<string>(), limit: 3 };
        const ids = await inTransaction(this.db, (tx) => inNeed(tx, portfolioId, policy, need));
        if (ids.length === 0) break;
        const outcome = await inTransaction(this.db, (tx) => rebuildIdentities(tx, portfolioId, ids, rebuilding));
        left.push(...outcome.left.flatMap(({ differences }) => differences.map(({ sentence }) => sentence)));
      }
    return left;
  }

  async connectThird(side: number): Promise<void> {
    const { portfolioId, wabaId } = this.business(side);
    await inTransaction(this.db, (tx) =>
      register(tx, {
        portfolioId,
        wabaId,
        phoneNumberId: businessNumbers[2],
        displayPhone: e164('+15550009999'),
        name: 'third',
        portfolioName: portfolioId,
      }),
    );
  }

  /** Every parked item goes through the door again, oldest first. */
  async replayAll(side: number): Promise<void> {
    const portfolioId = this.portfolio(side);
    const rows = await this.db.sql<{ id: string }[]>`
      select id from parked where portfolio_id = ${portfolioId} and state = 'parked' order by inbox_id, parked_at, id`;
    for (const { id } of rows) await inTransaction(this.db, (tx) => replayParked(tx, id, [portfolioId]));
  }

  /** A template, which needs no open window, and Meta's word that it was accepted. Undefined where the reply is held. */
  async answer(side: number, conversationId: string, wamid: string) {
    const portfolioId = this.portfolio(side);
    const sent = await inTransaction(this.db, (tx) => sendReply(tx, replyTo(conversationId, portfolioId), this.tools));
    if (sent.kind !== 'queued') return undefined;
    const claiming = { portfolioId, holder: this.tools.newId(), room: 10, order: [0, 1, 2] } as const;
    const due = await inTransaction(this.db, async (tx) => {
      const claimed = [];
      for (const phoneNumberId of businessNumbers) claimed.push(...(await claim(tx, { ...claiming, phoneNumberId })));
      return claimed;
    });
    for (const one of due)
      await inTransaction(this.db, (tx) =>
        recordSendOutcome(tx, one, { kind: 'accepted', wamid: wamid as Wamid }, this.tools),
      );
    const request = due.find((one) => one.messageId === sent.messageId)?.request ?? {};
    return {
      messageId: sent.messageId,
      to: request.to as string | undefined,
      recipient: request.recipient as string | undefined,
    };
  }

  /** Where a reply in this thread would go; nothing is sent. */
  async addressOf(side: number, conversationId: string): Promise<string> {
    const portfolioId = this.portfolio(side);
    let address = 'nothing was answered';
    const undo = new Error('undone');
    const look = inTransaction(this.db, async (tx) => {
      const sent = await sendReply(tx, replyTo(conversationId, portfolioId), this.tools);
      address = sent.kind === 'address_lost' ? 'held' : sent.kind;
      if (sent.kind === 'queued') {
        const [row] = await tx.sql<{ request: Record<string, string> }[]>`
          select request from outbound where portfolio_id = ${portfolioId} and message_id = ${sent.messageId}`;
        address = row?.request.to ?? row?.request.recipient ?? 'nobody';
      }
      throw undo;
    });
    await look.catch((error) => {
      if (error !== undo) throw error;
    });
    return address;
  }

  async neighborhoods(side: number): Promise<NeighborhoodId[]> {
    const rows = await this.db.sql<{ id: NeighborhoodId }[]>`
      select id from neighborhoods where portfolio_id = ${this.portfolio(side)}`;
    return rows.map(({ id }) => id);
  }

  rebuilding(policy: Policy) {
    return { policy, tools: this.tools };
  }

  private business(side: number): Business {
    const business = this.businesses[side];
    if (!business) throw new Error(`There is no side ${side}.`);
    return business;
  }

  private freshTools(): Tools {
    return { ...toolsWith(secret), clock: () => this.nowMs };
  }
}

function replyTo(conversationId: string, portfolioId: PortfolioId) {
  const template = { name: 'hello', language: { code: 'en' } };
  return { conversationId, portfolios: [portfolioId], content: { type: 'template' as const, template }, author: 'Sam' };
}
