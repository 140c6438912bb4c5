// A number shared on request, and a key that changes: from the webhook to what agents see and people are asked.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../tests/support/database.ts';
import { connect, type Database } from '../db/connect.ts';
import { expectAsFolded } from '../testing/folded.ts';
import { person } from '../testing/people.ts';
import { lines, threadsSeen } from '../testing/reading.ts';
import { message, text } from '../testing/webhooks.ts';
import { openWorld, type World } from '../testing/world.ts';

let fresh: FreshDatabase;
let db: Database;
let world: World;

beforeAll(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { connections: 6 });
});

beforeEach(async () => {
  world = await openWorld(db);
});

afterAll(async () => {
  await db.close();
  await fresh.drop();
});

const say = (who: string, at: number) => message(person(who), { at, id: `w-${at}` }, text('hello'));

function card(who: string, at: number, phone: string, origin = 'contact_request'): unknown {
  const contacts = [{ origin, phones: [{ phone, wa_id: phone.slice(1), type: 'MOBILE' }] }];
  return message(person(who), { at, id: `w-${at}` }, { type: 'contacts', contacts });
}

/** The same webhook, as a number with the identity change check switched on sends it. */
function keyed(webhook: unknown, hash: string): unknown {
  const copy = JSON.parse(JSON.stringify(webhook));
  for (const contact of copy.entry[0].changes[0].value.contacts) contact.identity_key_hash = hash;
  return copy;
}

const asked = async () =>
  (
    await db.sql<{ rule: string; type: string; phone: string | null; settled: boolean }[]>`
      select rule, type, phone, settled from reviews where portfolio_id = ${world.portfolioId} order by at`
  ).map(({ rule, type, phone, settled }) => `${rule} ${type} ${phone}${settled ? ' settled' : ''}`);

/** Who is shown, with what happened to them. */
const told = async () =>
  (await threadsSeen(db, world.portfolioId)).map((thread) => ({
    shown: thread.conversation.contact.identifier.value,
    notices: lines(thread).filter((line) => line.includes(' notice ')),
  }));

const phone = '+15552000001';

describe('a number shared on request', () => {
  it('of a customer who hides it is theirs from then on', async () => {
    await world.receive(say('B1 @ana', 10), card('B1 @ana', 20, phone));
    expect(await told()).toEqual([{ shown: phone, notices: ['20 notice number_shared R22'] }]);
    expect(await asked()).toEqual([]);
    await expectAsFolded(world);
  });

  it('brings the history of that number along', async () => {
    await world.receive(say('P1', 5), say('B1 @ana', 10), card('B1 @ana', 20, phone));
    const [only, ...others] = await told();
    expect([only?.shown, others]).toEqual([phone, []]);
    expect(only?.notices).toContain('20 notice conversations_joined R22');
    await expectAsFolded(world);
  });

  it('that another account had becomes a question for people, and joins nobody', async () => {
    await world.receive(say('P1 B1', 5), say('B2 @ben', 10), card('B2 @ben', 20, phone));
    expect(await asked()).toEqual([`R23 conflicting_shared_number ${phone}`]);
    expect(await told()).toHaveLength(2);
    await expectAsFolded(world);
  });

  it('and any other card that somebody sends, says nothing about them', async () => {
    await world.receive(say('B1 @ana', 10), card('B1 @ana', 20, phone, 'other'));
    expect(await told()).toEqual([{ shown: 'ana', notices: [] }]);
  });
});

describe('a key that changes', () => {
  it('is told of an account, and asks about a number without one', async () => {
    const before = [say('P1 B1 @ana', 10), say('P2 @-', 11)];
    const after = [say('P1 B1 @ana', 20), say('P2 @-', 21)];
    await world.receive(...before.map((one) => keyed(one, 'first')), ...after.map((one) => keyed(one, 'second')));
    const notices = (await told()).flatMap((one) => one.notices).sort();
    expect(notices).toEqual(['20 notice security_code_changed R25', '21 notice number_in_new_hands R26']);
    expect(await asked()).toEqual(['R26 recycled_number +15552000002']);
    await expectAsFolded(world);
  });

  it('leaves Meta’s own hash nowhere in what is kept of people', async () => {
    await world.receive(keyed(say('P1 B1 @ana', 10), 'meta-own-hash'));
    const [row] = await db.sql<{ kept: string }[]>`
      select (select string_agg(to_jsonb(h)::text, '') from holders h where h.portfolio_id = ${world.portfolioId})
          || (select string_agg(to_jsonb(e)::text, '') from evidence e where e.portfolio_id = ${world.portfolioId}) as kept`;
    expect(row?.kept).toContain('US.1');
    expect(row?.kept).toContain('key');
    expect(row?.kept).not.toContain('meta-own-hash');
  });
});
