// Asking for a number, and what becomes of the question: answered, answered late or elsewhere, not delivered, not needed any more.

import type { Contact, ConversationDetail, NumberRequest, Page, Problem, Review } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../server/db/connect.ts';
import { expireNumberRequests } from '../../server/flows/expire-number-requests.ts';
import { toolsWith } from '../../server/flows/tools.ts';
import type { Api } from '../support/api.ts';
import { apiOf, inboxEmpty, lagosBikes, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';
const support = '200000000000003';

let town: Town;
let service: TestService;
let agent: Api;
let made = 0;

beforeAll(async () => {
  town = await startTown();
  service = await startTestService({ graphUrl: town.url });
  town.pointAt({ url: service.webhookUrl });
  agent = await apiOf(service, 'agent');
});

afterAll(async () => {
  await service?.end();
  await town?.close();
});

type Person = ReturnType<Town['world']['addPerson']>;

/** Somebody whose number nobody here has ever seen, with a thread. */
async function hiddenPerson(name: string, number = sales): Promise<{ person: Person; id: string }> {
  made += 1;
  const person = town.world.addPerson({ name, phone: `+155501040${String(made).padStart(2, '0')}`, country: 'US' });
  person.adoptUsername(`${name.toLowerCase()}.asked`);
  town.catchUp();
  person.write(number, 'Hello');
  await caughtUp();
  return { person, id: await threadOf(name, number) };
}

async function threadOf(name: string, number: string): Promise<string> {
  const found = (await agent.conversations(`&q=${encodeURIComponent(name)}`)).filter(
    (one) => one.businessNumber.id === number,
  );
  expect(found).toHaveLength(1);
  return found[0]?.id ?? '';
}

const ask = (id: string, body: object = {}) =>
  agent.call<NumberRequest & Problem>('POST', `/api/v1/conversations/${id}/number-requests`, body);
const numberOf = async (id: string): Promise<ConversationDetail['number']> => (await agent.conversation(id)).number;

async function caughtUp(): Promise<void> {
  await town.settled();
  await inboxEmpty(service.db);
}

async function asked(id: string): Promise<NumberRequest> {
  const answer = await ask(id);
  expect(answer.status).toBe(202);
  await waitFor('the question is delivered', async () => {
    const status = (await agent.message(id, answer.body.messageId)).status;
    return status === 'delivered' || status === 'read';
  });
  await caughtUp();
  return answer.body;
}

const stateIs = (id: string, state: NumberRequest['state']) =>
  waitFor(`the question is ${state}`, async () => (await numberOf(id)).last?.state === state);

describe('asking for a number', () => {
  it('is one message with the share button, and the answer makes the number theirs', async () => {
    const { person, id } = await hiddenPerson('Ada');
    expect(await numberOf(id)).toMatchObject({ may: true, why: null, via: 'message', last: null });
    const request = await asked(id);
    expect(request).toMatchObject({ conversationId: id, state: 'pending', via: 'message', phone: null });
    expect(town.outbox.at(-1)).toMatchObject({
      personId: person.id,
      body: {
        type: 'interactive',
        interactive: { type: 'request_contact_info', action: { name: 'request_contact_info' } },
      },
    });
    expect(await numberOf(id)).toMatchObject({ may: false, why: 'pending', last: { state: 'pending' } });

    town.catchUp();
    person.shareNumber(sales);
    await caughtUp();
    expect(await numberOf(id)).toMatchObject({
      may: false,
      why: 'number_known',
      last: { id: request.id, state: 'shared', phone: `+${person.phone}` },
    });
    const { contactId } = await agent.conversation(id);
    expect((await agent.contact(contactId)).phone).toBe(`+${person.phone}`);
    const all = await agent.get<Page<NumberRequest>>(`/api/v1/contacts/${contactId}/number-requests`);
    expect(all.data.map(({ id: own, state }) => [own, state])).toEqual([[request.id, 'shared']]);
  });

  it('is refused where the number is known, and while an answer is awaited, in any thread of the person', async () => {
    const { person, id } = await hiddenPerson('Bea');
    person.write(support, 'And here');
    await caughtUp();
    const other = await threadOf('Bea', support);
    await asked(id);
    for (const thread of [id, other])
      expect(await ask(thread)).toMatchObject({ status: 409, body: { code: 'pending' } });
    expect(town.outbox.filter(({ personId }) => personId === person.id)).toHaveLength(1);

    // Shared in the other thread, it answers the question of the first.
    town.catchUp();
    person.shareNumber(support);
    await caughtUp();
    expect(await numberOf(id)).toMatchObject({ why: 'number_known', last: { state: 'shared' } });
    expect(await ask(id)).toMatchObject({ status: 409, body: { code: 'number_known' } });
  });

  it('is given up when nobody answers, is not repeated too soon, and is taken when it is answered late', async () => {
    const { person, id } = await hiddenPerson('Cleo');
    const request = await asked(id);
    await service.db.sql`update number_requests set expires_at = now() - interval '1 second' where id = ${request.id}`;
    await inTransaction(service.db, (tx) => expireNumberRequests(tx, toolsWith('a secret of the tests')));
    await stateIs(id, 'no_answer');
    const recent = await ask(id);
    expect(recent).toMatchObject({ status: 409, body: { code: 'asked_recently' } });
    expect((await numberOf(id)).again).not.toBeNull();
    town.catchUp();
    person.shareNumber(sales);
    await caughtUp();
    expect(await numberOf(id)).toMatchObject({ why: 'number_known', last: { id: request.id, state: 'shared' } });
  });

  it('that was not delivered may be asked again at once', async () => {
    const { id } = await hiddenPerson('Dora');
    town.inject({ how: 'answer', code: 131051 });
    const request = await ask(id);
    expect(request.status).toBe(202);
    await stateIs(id, 'failed');
    expect(await numberOf(id)).toMatchObject({ may: true, why: null });
    expect((await asked(id)).id).not.toBe(request.body.id);
  });

  it('is withdrawn when the number becomes known in another way', async () => {
    const { person, id } = await hiddenPerson('Edda');
    await asked(id);
    town.catchUp();
    person.dropUsername();
    person.write(sales, 'with my number now');
    await caughtUp();
    expect(await numberOf(id)).toMatchObject({ why: 'number_known', last: { state: 'withdrawn' } });
    // Should the answer come all the same, it is what settled it.
    town.catchUp();
    person.shareNumber(sales);
    await caughtUp();
    expect((await numberOf(id)).last?.state).toBe('shared');
  });

  it('outside the window needs a template, and says so where there is none', async () => {
    const person = town.world.addPerson({ name: 'Fay', phone: '+15550104090', country: 'US' });
    person.adoptUsername('fay.asked');
    town.world.at(Date.now() - 86_400_000 - 60_000, () => person.write(sales, 'Long ago'));
    await caughtUp();
    const id = await threadOf('Fay', sales);
    expect(await numberOf(id)).toMatchObject({ may: false, why: 'no_template', via: 'template' });
    expect(await ask(id)).toMatchObject({ status: 409, body: { code: 'no_template' } });

    town.world.catalog.add(lagosBikes.wabaId, {
      name: 'your_number',
      language: 'en_US',
      category: 'utility',
      parameterFormat: 'POSITIONAL',
      components: [
        { type: 'BODY', text: 'May we have your number for the delivery?' },
        { type: 'BUTTONS', buttons: [{ type: 'REQUEST_CONTACT_INFO' }] },
      ],
    });
    const supervisor = await apiOf(service, 'supervisor');
    await supervisor.call('POST', '/api/v1/templates/sync');
    await waitFor('the template is known here', async () => (await numberOf(id)).may);
    expect(await numberOf(id)).toMatchObject({ may: true, why: null, via: 'template' });
    const request = await asked(id);
    expect(request.via).toBe('template');
    expect(town.outbox.at(-1)?.body).toMatchObject({
      recipient: expect.any(String),
      template: { name: 'your_number', language: { code: 'en_US' } },
    });
    town.catchUp();
    person.shareNumber(sales);
    await caughtUp();
    expect(await numberOf(id)).toMatchObject({ why: 'number_known', last: { state: 'shared' } });
  });

  it('shared where somebody else had it is said so, and becomes a question for people', async () => {
    const phone = '+15550104095';
    const other = town.world.addPerson({ name: 'Gus', phone, country: 'US' });
    town.catchUp();
    other.write(sales, 'I am Gus');
    await caughtUp();
    town.pass();
    const { person, id } = await hiddenPerson('Hana');
    await asked(id);
    town.pass();
    // The same number in the answer: a second-hand phone, or a slip of Meta's. Nobody is moved by it.
    town.catchUp();
    person.write(sales, {
      type: 'contacts',
      contacts: [
        {
          name: { formatted_name: 'Hana' },
          origin: 'contact_request',
          phones: [{ phone, wa_id: phone.slice(1), type: 'MOBILE' }],
        },
      ],
    });
    await caughtUp();
    const number = await numberOf(id);
    expect(number.last).toMatchObject({ state: 'shared', phone });
    expect(number.text).toContain('Somebody else');
    const supervisor = await apiOf(service, 'supervisor');
    const reviews = await supervisor.get<Page<Review>>('/api/v1/reviews');
    expect(reviews.data.map(({ type }) => type)).toContain('conflicting_shared_number');
    expect((await agent.contacts(`&q=${phone.slice(1)}`)).map((one: Contact) => one.displayName)).toContain('Gus');
  });

  it('never shows a backend id', () => {
    expect(sightings(town.canaries(), agent.heard)).toEqual([]);
  });
});
