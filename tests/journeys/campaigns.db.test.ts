// Campaigns through HTTP only, the pretend Meta on the other side: a file with everything people put into files, a check that says of
// each row whether it is reached, a run that is paused, resumed, cancelled and killed, and replies that come back under whatever id.

import type { Campaign, CampaignCourse, CampaignRow, MessageItem, Problem } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { approvedTemplate, campaignsOf, sumOf } from '../support/campaigns.ts';
import { apiOf, inboxEmpty, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';

let town: Town;
let service: TestService;
let supervisor: Api;
let agent: Api;
let campaigns: ReturnType<typeof campaignsOf>;
let live: Awaited<ReturnType<Api['listen']>>;
let next = 0;

beforeAll(async () => {
  town = await startTown({ knobs: { templateReviewMs: null } });
  town.catchUp();
  service = await startTestService({ graphUrl: town.url });
  town.pointAt({ url: service.webhookUrl });
  supervisor = await apiOf(service, 'supervisor');
  agent = await apiOf(service, 'agent');
  campaigns = campaignsOf(supervisor);
  live = await supervisor.listen();
  await approvedTemplate(town, supervisor, 'spring_offer', 'Hello {{1}}, {{2}} off until Friday.', ['Ana', '10 %']);
});
afterAll(async () => {
  live?.stop();
  await service?.end();
  await town?.close();
});

const caughtUp = async () => {
  await town.settled();
  await inboxEmpty(service.db);
};
const number = () => `+1555020${String(++next).padStart(4, '0')}`;
const person = (name: string) => town.world.addPerson({ name, phone: number(), country: 'US' });
type Person = ReturnType<typeof person>;
const phoneOf = (one: Person) => `+${one.phone}`;
const sentTo = (one: Person) => town.outbox.filter(({ personId, type }) => personId === one.id && type === 'template');

const template = { name: 'spring_offer', language: { code: 'en_US' } };
const mapping = { phone: 0, name: 1, values: { 'body.1': { column: 1 }, 'body.2': { text: '10 %' } } };

/** A campaign with this file, checked. */
async function checked(name: string, lines: readonly string[], more: object = {}): Promise<Campaign> {
  const { id } = await campaigns.create(name, sales);
  await campaigns.upload(id, ['phone,name', ...lines].join('\n'));
  await campaigns.change(id, { template, mapping, ...more });
  await campaigns.steer(id, 'check');
  return await campaigns.until(id, 'ready');
}

describe('a file', () => {
  it('is read whatever wrote it, and says what its columns are likely to be', async () => {
    const { id } = await campaigns.create('File', sales);
    const text = 'Name;Teléfono;Pedido\nZoë;+15550299001;=1+1\nMüller;0044 7911 123456;17\n';
    const file = await campaigns.upload(id, Buffer.from(text, 'latin1'), 'caf%C3%A9.csv');
    expect(file).toMatchObject({
      name: 'café.csv',
      rows: 2,
      delimiter: ';',
      encoding: 'windows-1252',
      problemCount: 0,
    });
    expect(file.columns.map(({ header, guess }) => [header, guess])).toEqual([
      ['Name', 'name'],
      ['Teléfono', 'phone'],
      ['Pedido', 'other'],
    ]);
    expect(file.columns[2]?.samples).toEqual(['=1+1', '17']);
    expect((await campaigns.rows(id)).map(({ line, state, reach }) => [line, state, reach])).toEqual([
      [2, 'waiting', null],
      [3, 'waiting', null],
    ]);
    expect(await supervisor.call('DELETE', `/api/v1/campaigns/${id}`)).toMatchObject({ status: 204 });
    expect((await supervisor.call('GET', `/api/v1/campaigns/${id}`)).status).toBe(404);
  });

  it('that is cut off or refused leaves the one before as it was', async () => {
    const { id } = await campaigns.create('Cut', sales);
    await campaigns.upload(id, 'phone\n+15550299002\n+15550299003\n');
    const cut = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from(`phone\n${'+15550299009\n'.repeat(10_000)}`));
        controller.error(new Error('the network went away'));
      },
    });
    await expect(campaigns.upload(id, cut)).rejects.toThrow();
    const refused = await supervisor.upload<Problem>(`/api/v1/campaigns/${id}/file`, 'phone\n"never closed\n');
    expect(refused).toMatchObject({ status: 422, body: { code: 'file_unreadable' } });
    expect((await campaigns.rows(id)).map(({ phone }) => phone)).toEqual(['+15550299002', '+15550299003']);
    const again = await campaigns.upload(id, 'phone\n+15550299004\n');
    expect(again.rows).toBe(1);
    expect((await campaigns.get(id)).rows).toBe(1);
  });

  it('is taken from those who may, and campaigns are seen by them', async () => {
    expect((await agent.call('GET', '/api/v1/campaigns')).status).toBe(403);
    const auditor = await apiOf(service, 'auditor');
    expect((await auditor.call('GET', '/api/v1/campaigns')).status).toBe(200);
    expect((await auditor.call('POST', '/api/v1/campaigns', { name: 'x', from: sales })).status).toBe(403);
    const stranger = await apiOf(service, 'admin', '900000000000009');
    const { id } = await campaigns.create('Ours', sales);
    expect((await stranger.call('GET', `/api/v1/campaigns/${id}`)).status).toBe(404);
    expect((await stranger.upload(`/api/v1/campaigns/${id}/file`, 'a\n1\n')).status).toBe(404);
  });
});

describe('a check', () => {
  let campaign: Campaign;
  let rows: Map<number, CampaignRow>;
  let old: string;

  beforeAll(async () => {
    town.catchUp();
    const stopped = person('Stopped');
    const fresh = person('Fresh');
    old = phoneOf(stopped);
    stopped.write(sales, 'hello');
    fresh.write(sales, 'hello');
    await caughtUp();
    town.pass();
    stopped.marketing(sales, 'stop');
    await caughtUp();
    town.pass();
    // The word was said under another number, and before.
    stopped.changeNumber(number());
    town.pass();
    stopped.write(sales, 'new number');
    await caughtUp();
    const given = person('Given');
    const formerPhone = phoneOf(given);
    given.write(sales, 'hello');
    await caughtUp();
    town.pass();
    given.changeNumber(number());
    town.pass();
    given.write(sales, 'again');
    await caughtUp();
    town.pass();
    const stranger = town.world.addPerson({ name: 'Stranger', phone: formerPhone, country: 'US' });
    stranger.write(sales, 'who is this?');
    await caughtUp();
    campaign = await checked('Check', [
      `${phoneOf(fresh)},Fresh`, // 2
      `${phoneOf(fresh).replace('+1', '001 ')},Fresh again`, // 3
      `${number()},Nobody yet`, // 4
      `4.479E+11,Excel`, // 5
      `@ana.prueba,Ana`, // 6
      `US.1000000000000001,Account`, // 7
      `+15550001111,Ourselves`, // 8
      `${phoneOf(stopped)},Stopped`, // 9
      `${old},Stopped before`, // 10
      `${formerPhone},Given`, // 11
      `${number()},`, // 12
      `5550299010,National`, // 13
      `${phoneOf(given)},Given`, // 14
    ]);
    rows = new Map((await campaigns.rows(campaign.id)).map((row) => [row.line, row]));
  });

  it.each([
    [2, 'phone', null],
    [3, 'duplicate_row', /Line 2 is sent to instead/],
    [4, 'phone', null],
    [5, 'not_a_number', /shortened this number/],
    [6, 'username_not_addressable', /never to a username/],
    [7, 'bsuid_needs_relationship', /campaign goes by number/],
    [8, 'own_number', /business itself/],
    [9, 'opted_out', /does not want marketing/],
    [10, 'number_moved', /no longer has it/],
    [11, 'number_moved', /another WhatsApp account/],
    [12, 'value_missing', /Body, 1/],
    [13, 'not_a_number', /no country code/],
    [14, 'phone', null],
  ] as const)('says of line %i: %s', (line, reach, reason) => {
    const row = rows.get(line);
    expect(row?.reach).toBe(reach);
    if (reason === null) expect(row).toMatchObject({ state: 'waiting', reason: null });
    else {
      expect(row?.state).toBe('skipped');
      expect(row?.reason).toMatch(reason);
    }
  });

  it('adds up, and is nothing sent', () => {
    expect(sumOf(campaign.byState)).toBe(13);
    expect(sumOf(campaign.byReach)).toBe(13);
    expect(campaign.byState).toEqual({ waiting: 3, skipped: 10 });
    expect(town.outbox.filter(({ type }) => type === 'template')).toEqual([]);
    expect(campaign.byReason.map(({ rows: count }) => count).reduce((a, b) => a + b)).toBe(10);
  });

  it('finds two numbers of one person, and takes the country where it is told', async () => {
    const first = person('Twice');
    const second = person('Twice too');
    first.write(sales, 'one');
    second.write(sales, 'two');
    await caughtUp();
    const [a] = await supervisor.contacts(`&q=${encodeURIComponent(phoneOf(first))}`);
    const [b] = await supervisor.contacts(`&q=${encodeURIComponent(phoneOf(second))}`);
    const merged = await supervisor.call('POST', `/api/v1/contacts/${a?.id}/merge`, {
      with: b?.id,
      reason: 'the same person',
    });
    expect(merged.status).toBe(200);
    const { id } = await checked('Twice', [`${phoneOf(first)},A`, `${phoneOf(second).slice(2)},B`, `5550299011,C`], {
      mapping: { ...mapping, region: 'US' },
    });
    expect(
      (await campaigns.rows(id)).map(({ reach, duplicateOf, normalized }) => [reach, duplicateOf, normalized]),
    ).toEqual([
      ['phone', null, phoneOf(first)],
      ['duplicate_person', 2, phoneOf(second)],
      ['phone', null, '+15550299011'],
    ]);
  });

  it('is refused while something is missing, saying what', async () => {
    const { id } = await campaigns.create('Incomplete', sales);
    const refused = await campaigns.tries(id, 'check');
    expect(refused).toMatchObject({ status: 409, body: { code: 'campaign_incomplete' } });
    expect(refused.body.errors?.map(({ field }) => field)).toEqual(['template', 'audience']);
    expect((await campaigns.tries(id, 'start')).body).toMatchObject({ code: 'campaign_state' });
  });
});

describe('a campaign of some hundreds', () => {
  const people: Person[] = [];
  let id: string;

  it('reaches everybody once, whose replies come back to their conversation under whatever id', {
    timeout: 90_000,
  }, async () => {
    town.catchUp();
    for (let i = 0; i < 300; i++) people.push(person(`Customer ${i}`));
    id = (
      await checked(
        'Spring',
        people.map((one, i) => `${phoneOf(one)},Customer ${i}`),
      )
    ).id;
    await campaigns.steer(id, 'start');
    const done = await campaigns.until(id, 'done', 60_000);
    expect(done.rows).toBe(300);
    expect(sumOf(done.byState)).toBe(300);
    await waitFor('all are delivered', async () => (await campaigns.get(id)).byState.delivered === 300, 30_000);
    for (const one of people) expect(sentTo(one)).toHaveLength(1);
    expect(sentTo(people[7] as Person)[0]?.body).toMatchObject({
      to: phoneOf(people[7] as Person),
      template: { components: [{ type: 'body', parameters: [{ text: 'Customer 7' }, { text: '10 %' }] }] },
    });
  });

  it('counts replies by people, also hidden, and shows the campaign on its message', { timeout: 60_000 }, async () => {
    town.catchUp();
    town.pass(5);
    for (const [i, one] of people.slice(0, 60).entries()) {
      if (i % 5 === 0) one.adoptUsername(`customer.${i}`);
      one.write(sales, `Yes please ${i}`);
      if (i % 7 === 0) one.write(sales, 'and one more thing');
    }
    await caughtUp();
    const { replies, byState } = await campaigns.get(id);
    expect(replies).toBe(60);
    const { points } = await supervisor.get<CampaignCourse>(`/api/v1/campaigns/${id}/course`);
    const total = (of: 'sent' | 'delivered' | 'read' | 'failed' | 'replied') =>
      points.reduce((sum, one) => sum + one[of], 0);
    const told = { sent: total('sent'), delivered: total('delivered'), read: total('read'), failed: total('failed') };
    const { delivered = 0, read = 0, failed = 0 } = byState;
    expect(told).toEqual({ sent: 300, delivered: delivered + read, read, failed });
    expect(total('replied')).toBe(60);
    expect(points.map(({ at }) => at)).toEqual(points.map(({ at }) => at).toSorted());
    const csv = await supervisor.text(`/api/v1/campaigns/${id}/course.csv`);
    expect(csv.split('\r\n')).toHaveLength(points.length + 2);
    const rows = await campaigns.rows(id);
    for (const [i, one] of people.slice(0, 10).entries()) {
      const row = rows.find(({ normalized }) => normalized === phoneOf(one));
      const timeline = await supervisor.timeline(row?.conversationId ?? '');
      const messages = timeline.filter((item): item is MessageItem => item.kind === 'message');
      expect(messages.map(({ direction }) => direction).slice(0, 2)).toEqual(['out', 'in']);
      expect(messages[0]?.campaign).toEqual({ id, name: 'Spring' });
      expect(messages[1]?.text?.body).toBe(`Yes please ${i}`);
    }
  });

  it('is reported line by line, and nothing in the report runs', async () => {
    const report = await supervisor.text(`/api/v1/campaigns/${id}/report.csv`);
    const lines = report.trim().split('\r\n');
    expect(lines).toHaveLength(301);
    expect(lines[1]).toContain(`${phoneOf(people[0] as Person)},Customer 0,phone,`);
    expect(sightings(town.canaries(), [...supervisor.heard])).toEqual([]);
  });

  it('tells desks how it goes, once a second at most', () => {
    const told = live
      .text()
      .split('\n')
      .filter((line) => line.includes('"kind":"campaign"') && line.includes(id));
    expect(told.length).toBeGreaterThan(3);
  });
});

describe('what changes between check and send', () => {
  it('counts: stops, blocks and moves are looked at again', async () => {
    town.catchUp();
    const quits = person('Quits');
    const moves = person('Moves');
    const stays = person('Stays');
    for (const one of [quits, moves, stays]) one.write(sales, 'hello');
    await caughtUp();
    const { id } = await checked(
      'Late',
      [quits, moves, stays].map((one) => `${phoneOf(one)},${one.name}`),
    );
    town.pass();
    quits.marketing(sales, 'stop');
    moves.changeNumber(number());
    town.pass();
    moves.write(sales, 'moved');
    await caughtUp();
    await campaigns.steer(id, 'start');
    await campaigns.until(id, 'done');
    expect((await campaigns.rows(id)).map(({ reach, state }) => [reach, state === 'skipped'])).toEqual([
      ['opted_out', true],
      ['number_moved', true],
      ['phone', false],
    ]);
    expect([quits, moves, stays].map((one) => sentTo(one).length)).toEqual([0, 0, 1]);
  });
});

describe('pace and control', () => {
  it('keeps to the pace, and pausing takes back what has not gone', { timeout: 60_000 }, async () => {
    const people = Array.from({ length: 120 }, (_, i) => person(`Paced ${i}`));
    const { id } = await checked(
      'Paced',
      people.map((one) => `${phoneOf(one)},x`),
      { pacePerMinute: 600 },
    );
    const started = Date.now();
    await campaigns.steer(id, 'start');
    const running = await waitFor('some are sent', async () => {
      const now = await campaigns.get(id);
      return (now.byState.delivered ?? 0) >= 20 && now;
    });
    const seconds = (Date.now() - started) / 1000;
    expect(120 - (running.byState.waiting ?? 0)).toBeLessThanOrEqual(10 * seconds + 12);
    expect(running.waiting?.reason).toBe('pace');
    const paused = await campaigns.steer(id, 'pause');
    expect(sumOf(paused.byState)).toBe(120);
    await town.settled();
    const sent = people.filter((one) => sentTo(one).length > 0).length;
    await campaigns.change(id, { pacePerMinute: null });
    expect((await campaigns.get(id)).byState.waiting).toBe(120 - sent);
    await campaigns.steer(id, 'resume');
    await campaigns.until(id, 'done', 30_000);
    await waitFor('all are sent', () => people.every((one) => sentTo(one).length === 1));
  });

  it('cancelled, it sends nothing more, and says so of each row', async () => {
    const people = Array.from({ length: 50 }, (_, i) => person(`Cancelled ${i}`));
    const { id } = await checked(
      'Cancelled',
      people.map((one) => `${phoneOf(one)},x`),
      { pacePerMinute: 60 },
    );
    await campaigns.steer(id, 'start');
    await waitFor('one is sent', () => people.some((one) => sentTo(one).length > 0));
    const cancelled = await campaigns.steer(id, 'cancel');
    expect(cancelled.state).toBe('cancelled');
    expect(cancelled.byState.cancelled).toBeGreaterThan(40);
    expect(sumOf(cancelled.byState)).toBe(50);
    expect((await campaigns.tries(id, 'resume')).status).toBe(409);
  });

  it('starts at its time in its place', async () => {
    const one = person('Scheduled');
    const inAMinute = new Date(Math.ceil((Date.now() + 60_000) / 60_000) * 60_000);
    const local = new Intl.DateTimeFormat('sv', {
      timeZone: 'America/Bogota',
      dateStyle: 'short',
      timeStyle: 'short',
    })
      .format(inAMinute)
      .replace(' ', 'T');
    const schedule = { at: local, timeZone: 'America/Bogota' };
    const { id } = await checked('Scheduled', [`${phoneOf(one)},x`], { schedule });
    const waiting = await campaigns.steer(id, 'start');
    expect(waiting).toMatchObject({ state: 'scheduled', schedule: { ...schedule, startsAt: inAMinute.toISOString() } });
    const past = await supervisor.call<Problem>('PATCH', `/api/v1/campaigns/${id}`, {
      schedule: { at: '2020-01-01T09:00', timeZone: 'UTC' },
    });
    expect(past).toMatchObject({ status: 422, body: { code: 'bad_time' } });
    // The clock is not ours to turn: the row's is.
    await service.db.sql`update campaigns set starts_at = now() - interval '1 second' where id = ${id}`;
    await campaigns.until(id, 'done');
    expect(sentTo(one)).toHaveLength(1);
  });

  it('stops by itself where its template is stopped, and says why', async () => {
    await approvedTemplate(town, supervisor, 'doomed_offer', 'Hello {{1}}, welcome.', ['Ana']);
    const one = person('Doomed');
    const { id } = await checked('Doomed', [`${phoneOf(one)},x`], {
      template: { name: 'doomed_offer', language: { code: 'en_US' } },
      mapping: { phone: 0, values: { 'body.1': { column: 1 } } },
    });
    const atMeta = town.world.catalog.named(lagosWaba, 'doomed_offer')[0];
    if (!atMeta) throw new Error('Meta has no such template.');
    town.catchUp();
    town.world.catalog.setStatus(atMeta, 'PAUSED');
    await caughtUp();
    await service.db.sql`update campaigns set state = 'running' where id = ${id}`;
    const stopped = await waitFor('it stops', async () => {
      const now = await campaigns.get(id);
      return now.state === 'paused' && now;
    });
    expect(stopped.problems[0]?.problem).toMatch(/doomed_offer.*paused/);
    expect(sentTo(one)).toEqual([]);
  });
});

const lagosWaba = '100000000000001';

describe('an audience of contacts', () => {
  it('is listed when it is checked, and leaves out accounts without a number unless it may not', {
    timeout: 60_000,
  }, async () => {
    town.catchUp();
    const shown = person('Audience Shown');
    const hidden = person('Audience Hidden');
    shown.write(sales, 'hello');
    hidden.adoptUsername('audience.hidden');
    hidden.write(sales, 'hello');
    await caughtUp();
    const { id } = await campaigns.create('Contacts', sales);
    await campaigns.change(id, {
      template,
      audience: { kind: 'contacts', filter: { q: 'audience' } },
      mapping: { phone: 1, values: { 'body.1': { column: 0 }, 'body.2': { text: '5 %' } } },
    });
    await campaigns.steer(id, 'check');
    await campaigns.until(id, 'ready');
    const reach = async () => Object.fromEntries((await campaigns.rows(id)).map((row) => [row.name, row.reach]));
    expect(await reach()).toEqual({ 'Audience Shown': 'phone', 'Audience Hidden': 'bsuid_needs_relationship' });
    const put = await supervisor.call('PUT', '/api/v1/campaign-settings', {
      accountOnly: 'send',
      endpoint: 'messages',
    });
    expect(put.status).toBe(200);
    await campaigns.steer(id, 'check');
    await campaigns.until(id, 'ready');
    expect(await reach()).toEqual({ 'Audience Shown': 'phone', 'Audience Hidden': 'account' });
    await campaigns.steer(id, 'start');
    await campaigns.until(id, 'done');
    expect(sentTo(shown)[0]?.body).toHaveProperty('to');
    expect(sentTo(hidden)[0]?.body).toHaveProperty('recipient');
    await supervisor.call('PUT', '/api/v1/campaign-settings', {
      accountOnly: 'refuse',
      endpoint: 'marketing_messages',
    });
    const other = person('Audience Other');
    const marketing = await checked('Marketing', [`${phoneOf(other)},x`]);
    await campaigns.steer(marketing.id, 'start');
    await campaigns.until(marketing.id, 'done');
    expect(sentTo(other)[0]?.category).toMatch(/marketing/);
  });

  it('chosen by somebody who sees numbers masked counts nobody by a part of one', { timeout: 60_000 }, async () => {
    const guessed = person('Audience Guessed');
    guessed.write(sales, 'hello');
    await caughtUp();
    const admin = await apiOf(service, 'admin');
    const { id } = await campaigns.create('Guessing', sales);
    const counted = async (q: string) => {
      const values = { 'body.1': { column: 0 }, 'body.2': { text: '5 %' } };
      const audience = { kind: 'contacts', filter: { q } };
      await campaigns.change(id, { template, audience, mapping: { phone: 1, values } });
      await campaigns.steer(id, 'check');
      return (await campaigns.until(id, 'ready')).rows;
    };
    const whole = phoneOf(guessed);
    const part = whole.slice(4);
    expect(await counted(part)).toBe(1);
    await admin.call('PUT', '/api/v1/phone-masking', { roles: ['supervisor'] });
    await waitFor('numbers are masked', async () =>
      JSON.stringify(await supervisor.call('GET', '/api/v1/contacts')).includes('•'),
    );
    expect(await counted(part)).toBe(0);
    expect(await counted(whole)).toBe(1);
    expect((await campaigns.get(id)).audience).toEqual({
      kind: 'contacts',
      filter: { q: expect.stringContaining('•') },
    });
    await admin.call('PUT', '/api/v1/phone-masking', { roles: [] });
  });
});
