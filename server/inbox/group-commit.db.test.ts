import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database, inTransaction } from '../db/connect.ts';
import { limits } from '../limits.ts';
import { groupCommit, InboxFullError } from './group-commit.ts';

let fresh: FreshDatabase;
let db: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 4 });
  await db.sql`alter table inbox add constraint no_poison check (position('poison' in encode(body, 'escape')) = 0)`;
});

beforeEach(async () => {
  await db.sql`truncate inbox`;
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const arrival = (text: string) => ({ wabaId: null, body: Buffer.from(text) });
const kept = async () =>
  await db.sql<{ text: string; transaction: string }[]>`
    select convert_from(body, 'utf8') as text, xmin::text as transaction from inbox order by id`;
const outcome = (promise: Promise<void>) =>
  promise.then(
    () => 'kept',
    () => 'refused',
  );

describe('concurrent webhooks', () => {
  it('share commits: a hundred at once take two or three, not a hundred', async () => {
    const inbox = groupCommit(db, () => {});
    await Promise.all(Array.from({ length: 100 }, (_, i) => inbox.keep([arrival(String(i))])));
    const rows = await kept();
    expect(rows).toHaveLength(100);
    expect(new Set(rows.map((row) => row.transaction)).size).toBeLessThanOrEqual(3);
  });

  it('fill their groups where several come during each commit', async () => {
    const inbox = groupCommit(db, () => {});
    const moments = 120;
    const sent: Promise<void>[] = [];
    for (let i = 0; i < moments; i += 1) {
      sent.push(inbox.keep([arrival(String(i))]), inbox.keep([arrival(`${i}b`)]));
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await Promise.all(sent);
    const rows = await kept();
    expect(rows).toHaveLength(2 * moments);
    expect(new Set(rows.map((row) => row.transaction)).size).toBeLessThan(moments / 2);
  });

  it('are kept in the order they came in', async () => {
    const inbox = groupCommit(db, () => {});
    const texts = Array.from({ length: 60 }, (_, i) => String(i));
    await Promise.all(texts.map((text) => inbox.keep([arrival(text), arrival(`${text}b`)])));
    expect((await kept()).map((row) => row.text)).toEqual(texts.flatMap((text) => [text, `${text}b`]));
  });

  it('never make a group larger than its limit', async () => {
    const inbox = groupCommit(db, () => {});
    const count = limits.groupCommitRequests + 50;
    await Promise.all(Array.from({ length: count }, (_, i) => inbox.keep([arrival(String(i))])));
    const groups = Map.groupBy(await kept(), (row) => row.transaction);
    expect(Math.max(...[...groups.values()].map((group) => group.length))).toBeLessThanOrEqual(
      limits.groupCommitRequests,
    );
    expect([...groups.values()].flat()).toHaveLength(count);
  });

  it('fail together where one of a group cannot be kept, and only that group', async () => {
    const inbox = groupCommit(db, () => {});
    const first = outcome(inbox.keep([arrival('first')]));
    const second = ['a', 'poison', 'b'].map((text) => outcome(inbox.keep([arrival(text)])));
    expect(await first).toBe('kept');
    expect(await Promise.all(second)).toEqual(['refused', 'refused', 'refused']);
    expect(await outcome(inbox.keep([arrival('later')]))).toBe('kept');
    expect((await kept()).map((row) => row.text)).toEqual(['first', 'later']);
  });

  it('resolve only when they can be read by others, and wake whoever drains after that', async () => {
    const seen: Promise<number>[] = [];
    const count = async () => (await db.sql<{ n: number }[]>`select count(*)::int as n from inbox`)[0]?.n ?? 0;
    const inbox = groupCommit(db, () => void seen.push(count()));
    await inbox.keep([arrival('one')]);
    expect(await count()).toBe(1);
    await Promise.all([inbox.keep([arrival('two')]), inbox.keep([arrival('three')])]);
    const counts = await Promise.all(seen);
    expect(counts.length).toBeGreaterThanOrEqual(2);
    expect(counts.every((n) => n >= 1)).toBe(true);
  });

  it('do not wake anybody for what was not kept', async () => {
    let woken = 0;
    const inbox = groupCommit(db, () => {
      woken += 1;
    });
    await outcome(inbox.keep([arrival('poison')]));
    expect(woken).toBe(0);
  });
});

describe('a full inbox', () => {
  it('refuses at once what would take too much memory, and takes the rest', async () => {
    const inbox = groupCommit(db, () => {});
    const huge = { wabaId: null, body: Buffer.allocUnsafe(limits.inboxBufferBytes + 1) };
    await expect(inbox.keep([huge])).rejects.toThrow(InboxFullError);
    expect(await outcome(inbox.keep([arrival('small')]))).toBe('kept');
  });

  it('counts what is waiting, and has room again once it is written', async () => {
    const blocker = connect(fresh.url, { connections: 1 });
    const inbox = groupCommit(db, () => {});
    const large = { wabaId: null, body: Buffer.allocUnsafe(limits.inboxBufferBytes - 1) };
    let waiting: Promise<string>[] = [];
    await inTransaction(blocker, async (tx) => {
      await tx.sql`lock table inbox in exclusive mode`;
      waiting = [outcome(inbox.keep([arrival('in flight')])), outcome(inbox.keep([arrival('waits')]))];
      await expect(inbox.keep([large])).rejects.toThrow(InboxFullError);
    });
    expect(await Promise.all(waiting)).toEqual(['kept', 'kept']);
    await blocker.close();
  });
});
