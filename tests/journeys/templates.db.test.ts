// Templates from Meta to whoever sends them: written there, approved, paused, put into another category, deleted; found, previewed
// and refused here. Through the doors only, the pretend Meta on the other side.

import type { Page, Problem, Template, TemplatePreview, TemplateSync } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { apiOf, inboxEmpty, lagosBikes, secrets, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';

let town: Town;
let service: TestService;
let agent: Api;
let supervisor: Api;
let live: Awaited<ReturnType<Api['listen']>>;

beforeAll(async () => {
  town = await startTown({ knobs: { templateReviewMs: null } });
  town.catchUp();
  service = await startTestService({ graphUrl: town.url });
  town.pointAt({ url: service.webhookUrl });
  agent = await apiOf(service, 'agent');
  supervisor = await apiOf(service, 'supervisor');
  live = await agent.listen();
});
afterAll(async () => {
  live?.stop();
  await service?.end();
  await town?.close();
});

/** As somebody writes it at Meta, through Meta's own API. */
async function write(name: string, more: Record<string, unknown> = {}): Promise<string> {
  const answer = await fetch(`${town.url}/v26.0/${lagosBikes.wabaId}/message_templates`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secrets.access}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      name,
      language: 'en_US',
      category: 'UTILITY',
      components: [
        {
          type: 'BODY',
          text: 'Hello {{1}}, your order {{2}} is on its way.',
          example: { body_text: [['Ana', 'BX-17']] },
        },
      ],
      ...more,
    }),
  });
  const { id } = (await answer.json()) as { id?: string };
  if (!id) throw new Error(`Meta did not take the template ${name}.`);
  return id;
}

const atMeta = (id: string) => {
  const template = town.world.catalog.byId(id);
  if (!template) throw new Error('Meta has no such template.');
  return template;
};
const named = async (name: string) =>
  (await agent.get<Page<Template>>(`/api/v1/templates?q=${name}&limit=200`)).data.find((one) => one.name === name);
const until = (name: string, what: string, fits: (template: Template) => boolean) =>
  waitFor(`${name}: ${what}`, async () => {
    const found = await named(name);
    return found && fits(found) && found;
  });
const listAgain = async () => {
  const answer = await supervisor.call<TemplateSync>('POST', '/api/v1/templates/sync');
  expect(answer.status).toBe(202);
  return await waitFor('the templates are listed', async () => {
    const sync = await agent.get<TemplateSync>('/api/v1/templates/sync');
    return sync.state === 'done' && sync;
  });
};
const preview = async (id: string, body: unknown) =>
  (await agent.call<TemplatePreview & Problem>('POST', `/api/v1/templates/${id}/preview`, body)).body;

describe('a template', () => {
  let id: string;

  it('written at WhatsApp is here after a listing, and cannot be sent before it is approved', async () => {
    id = await write('order_update');
    await listAgain();
    expect(await named('order_update')).toMatchObject({
      language: 'en_US',
      category: 'utility',
      status: 'pending',
      sendable: false,
      why: expect.stringContaining('still reviewing'),
      text: { body: 'Hello {{1}}, your order {{2}} is on its way.', buttons: [] },
      slots: [
        { key: 'body.1', label: 'Body, 1', example: 'Ana', required: true },
        { key: 'body.2', label: 'Body, 2', example: 'BX-17', required: true },
      ],
      needsPhone: false,
    });
  });

  it('can be sent once a webhook says it is approved', async () => {
    town.catchUp();
    town.world.catalog.setStatus(atMeta(id), 'APPROVED');
    expect(await until('order_update', 'approved', (one) => one.sendable)).toMatchObject({
      status: 'approved',
      why: null,
    });
  });

  it('reads as the customer will see it, and says what is missing', async () => {
    const template = await named('order_update');
    const path = template?.id ?? '';
    expect(await preview(path, { values: { 'body.1': 'Ana', 'body.2': 'BX-18' } })).toEqual({
      text: { body: 'Hello Ana, your order BX-18 is on its way.', buttons: [] },
      problems: [],
    });
    expect((await preview(path, { values: { 'body.1': 'Ana\nMaria' } })).problems).toEqual([
      { slot: 'body.1', problem: expect.stringContaining('No line breaks') },
      { slot: 'body.2', problem: 'Body, 2 is missing.' },
    ]);
    expect((await preview(path, {})).text.body).toContain('{{1}}');
  });

  it('paused by a webhook says since when and why', async () => {
    town.catchUp();
    town.world.catalog.setStatus(atMeta(id), 'PAUSED');
    const paused = await until('order_update', 'paused', (one) => one.status === 'paused');
    expect(paused.sendable).toBe(false);
    expect(paused.why).toMatch(/^WhatsApp paused it on \d+ \w+ \d{4} because of low quality\. .*3 hours/);
    expect((await preview(paused.id, { values: { 'body.1': 'a', 'body.2': 'b' } })).problems).toEqual([
      { slot: null, problem: paused.why },
    ]);
  });

  it('put into another category, of another quality, is shown so', async () => {
    town.catchUp();
    town.world.catalog.setCategory(atMeta(id), 'marketing');
    town.world.catalog.setQuality(atMeta(id), 'RED');
    await until('order_update', 'marketing, red', (one) => one.category === 'marketing' && one.quality === 'red');
  });

  it('tells desks that listen', async () => {
    await waitFor('the desk hears of it', () => live.text().includes('"kind":"template"'), 20_000);
  });

  it('rejected says the reason', async () => {
    const spam = await write('win_now');
    await listAgain();
    town.catchUp();
    town.world.catalog.setStatus(atMeta(spam), 'REJECTED', 'SCAM');
    const rejected = await until('win_now', 'rejected', (one) => one.status === 'rejected');
    expect(rejected).toMatchObject({ reason: 'WhatsApp found that it may be a scam.', sendable: false });
    expect(rejected.why).toMatch(/rejected it on \d+ \w+ \d{4}\. Correct it in WhatsApp Manager .* scam\.$/);
  });

  it('approved before it was ever listed is here soon after the webhook', async () => {
    const fresh = await write('brand_new');
    town.catchUp();
    town.world.catalog.setStatus(atMeta(fresh), 'APPROVED');
    expect(await until('brand_new', 'listed after the webhook', (one) => one.sendable)).toBeDefined();
  });

  it('deleted at WhatsApp is listed only where it is asked for', async () => {
    town.catchUp();
    town.world.catalog.remove(atMeta(id));
    await waitFor('it is gone', async () => (await named('order_update')) === undefined);
    const deleted = await agent.get<Page<Template>>('/api/v1/templates?status=deleted');
    expect(deleted.data).toMatchObject([{ name: 'order_update', sendable: false }]);
  });
});

describe('a code', () => {
  it('is refused for somebody who has hidden the number, and not for others', async () => {
    const id = await write('login_code', {
      category: 'AUTHENTICATION',
      components: [{ type: 'BODY' }, { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] }],
    });
    town.world.catalog.setStatus(atMeta(id), 'APPROVED');
    const template = await until('login_code', 'approved', (one) => one.sendable);
    expect(template).toMatchObject({ needsPhone: true, slots: [{ key: 'body.1', kind: 'code' }] });
    const [hidden, shown] = ['Hidden Ana', 'Shown Ben'].map((name, i) =>
      town.world.addPerson({ name, phone: `+1555010900${i + 1}`, country: 'US' }),
    );
    if (!hidden || !shown) throw new Error('Nobody lives in the town.');
    hidden.adoptUsername('hidden.ana');
    town.pass(60);
    hidden.write(sales, 'Hello');
    shown.write(sales, 'Hello');
    await town.settled();
    await inboxEmpty(service.db);
    const problems = async (name: string) => {
      const conversation = (await agent.conversations()).find((one) => one.contact.displayName === name);
      return (await preview(template.id, { values: { 'body.1': '482916' }, conversation: conversation?.id })).problems;
    };
    expect(await problems('Shown Ben')).toEqual([]);
    expect(await problems('Hidden Ana')).toMatchObject([
      { slot: null, problem: expect.stringContaining('phone numbers only') },
    ]);
    expect(await agent.contacts('&q=hidden.ana')).toMatchObject([{ identifier: { kind: 'username' } }]);
  });
});

describe('the list', () => {
  beforeAll(async () => {
    for (let i = 0; i < 130; i += 1) await write(`many_${String(i).padStart(3, '0')}`);
    await listAgain();
  });

  it('holds every page of Meta’s list, and is itself paged by name', async () => {
    const all = await agent.all<Template>('/api/v1/templates?q=many_&limit=50');
    expect(all.map(({ name }) => name)).toEqual(
      Array.from({ length: 130 }, (_, i) => `many_${String(i).padStart(3, '0')}`),
    );
    expect((await agent.get<TemplateSync>('/api/v1/templates/sync')).count).toBeGreaterThanOrEqual(130);
  });

  it('is filtered by number, status, category, whether it can be sent, and words', async () => {
    const names = async (query: string) =>
      (await agent.all<Template>(`/api/v1/templates?limit=200&${query}`)).map(({ name }) => name);
    expect(await names('sendable=true')).toEqual(['brand_new', 'login_code']);
    expect(await names('category=authentication')).toEqual(['login_code']);
    expect(await names('status=rejected')).toEqual(['win_now']);
    expect(await names('asksForNumber=true')).toEqual([]);
    expect(await names('q=verification')).toEqual(['login_code']);
    expect(await names('businessNumber=1')).toEqual([]);
    expect(await names(`businessNumber=${sales}`)).toHaveLength(133);
  });

  it('is not for the keys of another portfolio', async () => {
    const stranger = await apiOf(service, 'admin', '900000000000009');
    expect(await stranger.all('/api/v1/templates')).toEqual([]);
    const template = await named('brand_new');
    expect((await stranger.call('GET', `/api/v1/templates/${template?.id}`)).status).toBe(404);
    expect((await agent.call('POST', '/api/v1/templates/sync')).status).toBe(403);
  });

  it('shows no backend id of a person', () => {
    expect(sightings(town.canaries(), agent.heard)).toEqual([]);
  });

  it('is counted for whoever watches', async () => {
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    expect(metrics).toMatch(/throughline_templates\{status="approved"\} 2/);
    expect(metrics).toMatch(/throughline_templates_sync_failing 0/);
  });
});

describe('when WhatsApp does not let us list templates', () => {
  it.each([
    [190, /expired.*access token.*whatsapp_business_management.*190/],
    [200, /not allowed.*whatsapp_business_management.*200/],
  ])('with error %i, that is said in a sentence, and what was known stays', async (code, sentence) => {
    town.inject({ how: 'answer', code, on: 'templates' });
    await supervisor.call('POST', '/api/v1/templates/sync');
    const failed = await waitFor('the listing fails', async () => {
      const sync = await agent.get<TemplateSync>('/api/v1/templates/sync');
      return sync.state === 'failed' && sync;
    });
    expect(failed.problem).toMatch(sentence);
    expect(await named('brand_new')).toMatchObject({ sendable: true });
    expect(await listAgain()).toMatchObject({ state: 'done', problem: null });
  });
});
