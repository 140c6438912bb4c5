// What people want of us: their own word on marketing, what was noted for them, and being blocked.

import type { Contact, MessageItem, Problem } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../support/api.ts';
import { approvedTemplate } from '../support/campaigns.ts';
import { apiOf, inboxEmpty, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';

let town: Town;
let service: TestService;
let agent: Api;
let supervisor: Api;

beforeAll(async () => {
  town = await startTown();
  service = await startTestService({ graphUrl: town.url });
  town.pointAt({ url: service.webhookUrl });
  agent = await apiOf(service, 'agent');
  supervisor = await apiOf(service, 'supervisor');
});

afterAll(async () => {
  await service?.end();
  await town?.close();
});

async function caughtUp(): Promise<void> {
  await town.settled();
  await inboxEmpty(service.db);
}

async function somebody(name: string, phone: string) {
  const person = town.world.addPerson({ name, phone, country: 'US' });
  town.catchUp();
  person.write(sales, 'Hello');
  await caughtUp();
  const [thread] = await agent.conversations(`&q=${encodeURIComponent(name)}`);
  if (!thread) throw new Error(`${name} has no thread.`);
  return { person, id: thread.id, contactId: thread.contactId };
}

const call = (method: string, contactId: string, what: string, body: unknown) =>
  agent.call<Contact & Problem>(method, `/api/v1/contacts/${contactId}/${what}`, body);

describe('a word on being written to', () => {
  it('of the person’s own goes with them through a hidden and a changed number, and only they take it back', async () => {
    const { person, contactId } = await somebody('Ines', '+15550105001');
    person.marketing(sales, 'stop');
    await caughtUp();
    expect(await agent.contact(contactId)).toMatchObject({
      marketing: 'stopped',
      preferences: [{ category: 'marketing', value: 'stop', by: 'the person, on WhatsApp', reason: null }],
    });
    const reason = 'said so on the phone';
    const refused = await call('POST', contactId, 'preferences', { value: 'resume', reason });
    expect(refused).toMatchObject({ status: 409, body: { code: 'their_own_word' } });

    town.pass();
    person.adoptUsername('ines.prueba');
    person.changeNumber('+15550105002');
    town.pass();
    person.write(sales, 'me again');
    await caughtUp();
    expect((await agent.contact(contactId)).marketing).toBe('stopped');
    town.pass();
    person.marketing(sales, 'resume');
    await caughtUp();
    expect((await agent.contact(contactId)).marketing).toBe('resumed');
  });

  it('keeps marketing templates from them, in their thread and by number, and nothing else', async () => {
    await approvedTemplate(town, supervisor, 'autumn_offer', 'Hello {{1}}, two for one.', ['Ana']);
    const { person, id } = await somebody('Nora', '+15550105019');
    person.marketing(sales, 'stop');
    await caughtUp();
    const offer = {
      type: 'template',
      template: { name: 'autumn_offer', language: { code: 'en_US' }, values: { 'body.1': 'Nora' } },
    };
    const replied = await agent.call<Problem>('POST', `/api/v1/conversations/${id}/messages`, offer);
    expect(replied).toMatchObject({ status: 409, body: { code: 'marketing_stopped', allowed: ['other_template'] } });
    const to = { kind: 'phone', value: '+15550105019' };
    const begun = await supervisor.call<Problem>('POST', '/api/v1/messages', { from: sales, to, ...offer });
    expect(begun).toMatchObject({ status: 409, body: { code: 'marketing_stopped' } });
    const plain = { type: 'text', text: { body: 'As you asked: we open at nine.' } };
    expect((await agent.call('POST', `/api/v1/conversations/${id}/messages`, plain)).status).toBe(202);
    expect(town.outbox.filter(({ personId, type }) => personId === person.id && type === 'template')).toEqual([]);
  });

  it('is noted here with a reason, and then nothing is begun, though answers go', async () => {
    const { id, contactId } = await somebody('Jana', '+15550105003');
    const noted = await call('POST', contactId, 'preferences', {
      category: 'all',
      value: 'stop',
      reason: 'asked us to',
    });
    expect(noted).toMatchObject({
      status: 200,
      body: { marketing: 'stopped', preferences: [{ category: 'all', by: 'Journey agent', reason: 'asked us to' }] },
    });
    const begun = await supervisor.call<Problem>('POST', '/api/v1/messages', {
      from: sales,
      to: { kind: 'contact', value: contactId },
      type: 'text',
      text: { body: 'News!' },
    });
    expect(begun).toMatchObject({ status: 409, body: { code: 'do_not_contact', allowed: ['reply_in_thread'] } });
    expect((await agent.reply(id, 'You asked')).status).toBe('queued');
    const taken = await call('POST', contactId, 'preferences', {
      category: 'all',
      value: 'resume',
      reason: 'asked again',
    });
    expect(taken.body.marketing).toBe('resumed');
  });

  it('needs a reason and a right to note it', async () => {
    const { contactId } = await somebody('Kira', '+15550105004');
    expect((await call('POST', contactId, 'preferences', { value: 'stop' })).status).toBe(400);
    const auditor = await apiOf(service, 'auditor');
    const path = `/api/v1/contacts/${contactId}/preferences`;
    expect((await auditor.call('POST', path, { value: 'stop', reason: 'because' })).status).toBe(403);
  });
});

describe('a block', () => {
  it('keeps the person from being written to until it is lifted', async () => {
    const { person, id, contactId } = await somebody('Lena', '+15550105005');
    const asked = await call('POST', contactId, 'block', { reason: 'insults' });
    expect(asked).toMatchObject({
      status: 202,
      body: { blocks: [{ state: 'blocking', by: 'Journey agent', reason: 'insults' }] },
    });
    const path = `/api/v1/conversations/${id}/messages`;
    const refused = await agent.call<Problem>('POST', path, { type: 'text', text: { body: 'One more thing' } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'blocked', allowed: ['unblock'] } });
    await waitFor('Meta has blocked her', async () => (await agent.contact(contactId)).blocks[0]?.state === 'blocked');
    expect((await agent.conversation(id)).number).toMatchObject({ may: false });

    expect((await call('DELETE', contactId, 'block', { reason: 'apologized' })).status).toBe(202);
    await waitFor('Meta has unblocked her', async () => (await agent.contact(contactId)).blocks.length === 0);
    town.catchUp();
    person.write(sales, 'Sorry');
    await caughtUp();
    const sent = await agent.call<MessageItem>('POST', path, { type: 'text', text: { body: 'Never mind' } });
    expect(sent.status).toBe(202);
  });

  it('that Meta refuses is shown with its reason in plain words, and hinders nobody', async () => {
    const person = town.world.addPerson({ name: 'Mona', phone: '+15550105006', country: 'US' });
    town.world.at(Date.now() - 2 * 86_400_000, () => person.write(sales, 'Long ago'));
    await caughtUp();
    const [thread] = await agent.conversations('&q=Mona');
    const contactId = thread?.contactId ?? '';
    await call('POST', contactId, 'block', { reason: 'insults' });
    const shown = await waitFor('Meta has refused', async () => {
      const [block] = (await agent.contact(contactId)).blocks;
      return block?.state === 'failed' && block;
    });
    expect(shown.problem).toMatch(/24 hours/);
    const path = `/api/v1/conversations/${thread?.id}/messages`;
    const template = { type: 'template', template: { name: 'we_are_open', language: { code: 'en' } } };
    expect((await agent.call<Problem>('POST', path, template)).body.code).not.toBe('blocked');
  });

  it('is refused where there is nothing to do', async () => {
    const { contactId } = await somebody('Nele', '+15550105007');
    expect(await call('DELETE', contactId, 'block', { reason: 'mistake' })).toMatchObject({
      status: 409,
      body: { code: 'not_blocked' },
    });
    const elsewhere = { reason: 'insults', businessNumber: '200000000000003' };
    expect(await call('POST', contactId, 'block', elsewhere)).toMatchObject({
      status: 409,
      body: { code: 'never_wrote' },
    });
    const nowhere = { reason: 'insults', businessNumber: '1' };
    expect(await call('POST', contactId, 'block', nowhere)).toMatchObject({
      status: 422,
      body: { code: 'number_unknown' },
    });
  });

  it('never shows a backend id', () => {
    expect(sightings(town.canaries(), agent.heard)).toEqual([]);
  });
});
