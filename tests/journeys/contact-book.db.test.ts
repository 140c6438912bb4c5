// The Contact Book: what is known of it, what people say of it, and having Meta forget a number.

import type { ContactBook, Errand, Page, Problem } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { apiOf, inboxEmpty, lagosBikes, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';
const dayS = 86_400;

let town: Town;
let service: TestService;
let agent: Api;
let officer: Api;
let admin: Api;

beforeAll(async () => {
  town = await startTown({ contactBook: true, startsAt: Date.now() - 40 * dayS * 1000 });
  service = await startTestService({ graphUrl: town.url });
  town.pointAt({ url: service.webhookUrl });
  [agent, officer, admin] = await Promise.all([
    apiOf(service, 'agent'),
    apiOf(service, 'privacy_officer'),
    apiOf(service, 'admin'),
  ]);
});

afterAll(async () => {
  await service?.end();
  await town?.close();
});

async function caughtUp(): Promise<void> {
  await town.settled();
  await inboxEmpty(service.db);
}

const contactOf = async (name: string) => (await agent.contacts(`&q=${encodeURIComponent(name)}`))[0];

/** Counted anew: the service counts once an hour. */
async function book(): Promise<ContactBook> {
  await service.db.sql`delete from contact_book_counts`;
  const { data } = await admin.get<Page<ContactBook>>('/api/v1/contact-book');
  expect(data).toHaveLength(1);
  return data[0] as ContactBook;
}

describe('the Contact Book', () => {
  it('is counted: who is known by number, by account, by both, and who hides', async () => {
    const pair = town.world.addPerson({ name: 'Olga', phone: '+15550106001', country: 'US' });
    pair.write(sales, 'Hello');
    pair.adoptUsername('olga.book');
    const hidden = town.world.addPerson({ name: 'Pia', phone: '+15550106002', country: 'US' });
    hidden.adoptUsername('pia.book');
    Object.assign(town.knobs, { visibilityDays: 0 });
    hidden.write(sales, 'Hello');
    Object.assign(town.knobs, { visibilityDays: 30 });
    await caughtUp();
    const { coverage } = await book();
    expect(coverage.people).toBe(2);
    expect(coverage.pair + coverage.accountOnly + coverage.phoneOnly).toBe(2);
    expect(coverage.pair).toBeGreaterThan(0);
  });

  it('shows itself by numbers that come although there was no traffic with them for 30 days', async () => {
    town.pass(38 * dayS);
    const [olga] = town.world.people.filter(({ name }) => name === 'Olga');
    olga?.write(sales, 'After a long time');
    await caughtUp();
    const now = await book();
    expect(now.signs.shown).toBe(1);
    expect(now.advice.map(({ code }) => code)).toEqual(['find_out', 'keep_on']);
  });

  it('is what people say of it, since Meta does not tell; the advice follows', async () => {
    const path = `/api/v1/contact-book/${lagosBikes.portfolioId}`;
    expect((await agent.call('PUT', path, { setting: 'off' })).status).toBe(403);
    expect((await admin.call<ContactBook>('PUT', path, { setting: 'off' })).body.setting).toBe('off');
    const off = await book();
    expect(off.advice.map(({ code }) => code)).toEqual([
      'turn_on',
      'answer_soon',
      'ask_for_number',
      'campaign_by_phone',
    ]);
    await admin.call('PUT', path, { setting: 'on' });
    expect((await book()).advice.map(({ code }) => code)).toEqual(['keep_on']);
    expect((await agent.call('GET', '/api/v1/contact-book')).status).toBe(403);
    expect((await admin.call('PUT', '/api/v1/contact-book/nobody', { setting: 'on' })).status).toBe(404);
  });
});

describe('having Meta forget a number', () => {
  it('is for privacy officers, needs a reason, and says what Meta answered', async () => {
    const contact = await contactOf('Olga');
    const path = `/api/v1/contacts/${contact?.id}/contact-book/delete`;
    expect((await agent.call('POST', path, { reason: 'asked for it' })).status).toBe(403);
    expect((await officer.call<Problem>('POST', path, {})).status).toBe(400);
    const asked = await officer.call<Page<Errand>>('POST', path, { reason: 'asked for it' });
    expect(asked).toMatchObject({
      status: 202,
      body: { data: [{ kind: 'delete_from_contact_book', state: 'waiting' }] },
    });
    const done = await waitFor('Meta has answered', async () => {
      const { data } = await officer.get<Page<Errand>>(`/api/v1/contacts/${contact?.id}/contact-book`);
      return data[0]?.state === 'done' && data[0];
    });
    expect(done.result).toContain('30 days');
  });

  it('leaves what is known here, and the number is hidden once webhooks stop carrying it', async () => {
    const before = await contactOf('Olga');
    expect(before?.identifier.kind).toBe('phone');
    const [olga] = town.world.people.filter(({ name }) => name === 'Olga');
    // Within 30 days of the last traffic Meta goes on showing it; without traffic it stops.
    Object.assign(town.knobs, { visibilityDays: 0 });
    town.catchUp();
    olga?.write(sales, 'And now');
    await caughtUp();
    const after = await contactOf('Olga');
    expect(after).toMatchObject({ id: before?.id, numberHidden: true, phone: before?.phone });
    expect(after?.phones).toMatchObject([{ value: before?.phone, role: 'hidden' }]);
  });

  it('says so where Meta had nothing, and where no account is known', async () => {
    const contact = await contactOf('Pia');
    const path = `/api/v1/contacts/${contact?.id}/contact-book/delete`;
    await officer.call('POST', path, { reason: 'asked for it' });
    await waitFor('Meta has answered', async () => {
      const { data } = await officer.get<Page<Errand>>(`/api/v1/contacts/${contact?.id}/contact-book`);
      return data[0]?.state === 'done';
    });
  });

  it('never shows a backend id', () => {
    for (const { heard } of [agent, officer, admin]) expect(sightings(town.canaries(), heard)).toEqual([]);
  });
});
