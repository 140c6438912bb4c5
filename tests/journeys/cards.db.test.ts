// Contact cards: shared in a thread, read from files, kept, downloaded and handed on; and never taken for who somebody is.

import type { CardsRead, Contact, MessageItem, Page, Problem, SavedCard } from '@throughline/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCards } from '../../server/cards/rules-read.ts';
import { Api } from '../support/api.ts';
import { apiOf, inboxEmpty, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';

let town: Town;
let service: TestService;
let agent: Api;

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

async function caughtUp(): Promise<void> {
  await town.settled();
  await inboxEmpty(service.db);
}

/** A file, as the API gives it: text, and headers. */
async function download(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const key = await keyOf();
  const answer = await fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${key}` } });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

let own: string | undefined;
async function keyOf(): Promise<string> {
  const { createKey } = await import('../../server/access/keys.ts');
  const { inTransaction } = await import('../../server/db/connect.ts');
  own ??= (await inTransaction(service.db, (tx) => createKey(tx, { name: 'Downloads', role: 'agent' }))).key;
  return own;
}

const evil = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'N:Card;Otto;;;',
  'FN:Otto Card',
  'TEL;TYPE=CELL;waid=15550107009:+1 555 010 7009',
  'EMAIL:otto@example.com',
  'NOTE:call after six\\nEND:VCARD\\nBEGIN:VCARD',
  `PHOTO;ENCODING=b:${'QUJD'.repeat(2000)}`,
  'X-SECRET:canary-of-the-raw-text',
  'END:VCARD',
].join('\r\n');

let thread: string;
let messageId: string;
let contactId: string;

describe('a card shared in a thread', () => {
  beforeAll(async () => {
    const person = town.world.addPerson({ name: 'Rosa', phone: '+15550107001', country: 'US' });
    town.catchUp();
    person.write(sales, {
      type: 'contacts',
      contacts: [
        {
          name: { formatted_name: 'Otto Card', first_name: 'Otto' },
          phones: [{ phone: '+1 555 010 7009', wa_id: '15550107009', type: 'CELL' }],
          origin: 'other',
          vcard: evil,
        },
        { name: { formatted_name: 'Plain' }, phones: [{ phone: '+15550107008' }] },
      ],
    });
    await caughtUp();
    const [found] = await agent.conversations('&q=Rosa');
    thread = found?.id ?? '';
    contactId = found?.contactId ?? '';
    const items = await agent.timeline(thread);
    messageId = items.find((one) => one.kind === 'message' && one.type === 'contacts')?.id ?? '';
  });

  it('is downloaded as a vCard of ours, with what only the sender’s had, and never the text they sent', async () => {
    const { status, text, headers } = await download(
      `/api/v1/conversations/${thread}/messages/${messageId}/cards/0.vcf`,
    );
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/vcard');
    expect(headers.get('content-disposition')).toContain('attachment');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(text).not.toContain('canary-of-the-raw-text');
    expect(text).not.toContain('QUJD');
    const { cards, problems } = readCards(text);
    expect(problems).toEqual([]);
    expect(cards).toEqual([
      expect.objectContaining({
        name: { formatted: 'Otto Card', first: 'Otto', last: 'Card' },
        phones: [expect.objectContaining({ phone: '+15550107009' })],
        emails: [expect.objectContaining({ email: 'otto@example.com' })],
        note: 'call after six\nEND:VCARD\nBEGIN:VCARD',
      }),
    ]);
    expect((await download(`/api/v1/conversations/${thread}/messages/${messageId}/cards/1.vcf`)).text).toContain(
      'FN:Plain',
    );
    expect((await download(`/api/v1/conversations/${thread}/messages/${messageId}/cards/2.vcf`)).status).toBe(404);
    expect((await download(`/api/v1/conversations/${thread}/messages/${messageId}/cards/0.exe`)).status).toBe(400);
  });

  it('is shown in the thread with the same', async () => {
    const shown = await agent.message(thread, messageId);
    expect(shown.cards).toMatchObject([
      { name: { formatted: 'Otto Card' }, emails: [{ email: 'otto@example.com' }], attested: false },
      { name: { formatted: 'Plain' } },
    ]);
  });

  it('says nothing about who sent it: no number, no evidence, nobody joined', async () => {
    const contact = await agent.contact(contactId);
    expect(contact.phones.map(({ value }) => value)).toEqual(['+15550107001']);
    expect(await agent.contacts('&q=15550107009')).toEqual([]);
    const developer = await apiOf(service, 'developer');
    const identity = await developer.get<object>(`/api/v1/contacts/${contactId}/identity`);
    expect(JSON.stringify(identity)).not.toContain('15550107009');
  });

  it('is kept with a person as a claim, with who kept it', async () => {
    const path = `/api/v1/conversations/${thread}/messages/${messageId}/cards/0/save`;
    const kept = await agent.call<Contact & Problem>('POST', path, {}, { 'idempotency-key': 'save-card-once' });
    expect(kept).toMatchObject({ status: 200, body: { id: contactId } });
    expect(kept.body.phones.map(({ value }) => value)).toEqual(['+15550107001']);
    await agent.call('POST', path, {});
    const cards = await agent.get<Page<SavedCard>>(`/api/v1/contacts/${contactId}/cards`);
    expect(cards.data).toMatchObject([{ by: 'Journey agent', messageId, card: { name: { formatted: 'Otto Card' } } }]);
    const auditor = await apiOf(service, 'auditor');
    expect((await auditor.call('POST', path, {})).status).toBe(403);
    expect((await agent.call('POST', path.replace('/0/', '/9/'), {})).status).toBe(404);
  });

  it('stays a claim when its number writes: a stranger, and a question for people', async () => {
    const otto = town.world.addPerson({ name: 'Otto', phone: '+15550107009', country: 'US' });
    town.catchUp();
    otto.write(sales, 'Hello, Otto here');
    await caughtUp();
    const found = await agent.contacts('&q=15550107009');
    expect(found).toHaveLength(1);
    expect(found[0]?.id).not.toBe(contactId);
  });
});

describe('a card handed on', () => {
  it('is read from a .vcf file and sent', async () => {
    const answer = await agent.call<CardsRead>('POST', '/api/v1/cards/read', { vcard: evil });
    expect(answer.status).toBe(200);
    expect(answer.body.cards).toHaveLength(1);
    const path = `/api/v1/conversations/${thread}/messages`;
    const sent = await agent.call<MessageItem>('POST', path, { type: 'contacts', contacts: answer.body.cards });
    expect(sent.status).toBe(202);
    await waitFor('it is delivered', async () => (await agent.message(thread, sent.body.id)).status === 'delivered');
    expect(town.outbox.at(-1)?.body).toMatchObject({
      type: 'contacts',
      contacts: [{ name: { formatted_name: 'Otto Card' }, phones: [{ phone: expect.stringContaining('555') }] }],
    });
    const again = await download(`/api/v1/conversations/${thread}/messages/${sent.body.id}/cards/0.vcf`);
    expect(again.text).toContain('FN:Otto Card');
  });

  it('says what could not be read of a file, and takes no more than it can', async () => {
    const nothing = await agent.call<CardsRead>('POST', '/api/v1/cards/read', { vcard: 'no card' });
    expect(nothing.body).toMatchObject({ cards: [], problems: [expect.stringContaining('no vCard')] });
    const large = await agent.call<Problem>('POST', '/api/v1/cards/read', { vcard: 'a'.repeat(1_000_001) });
    expect(large.status).toBe(400);
    const huge = await agent.call<Problem>('POST', '/api/v1/cards/read', { vcard: 'a'.repeat(7_000_000) });
    expect(huge.status).toBe(413);
  });

  it('is a person’s own: with the number they show, and not one they hide', async () => {
    const shown = await download(`/api/v1/contacts/${contactId}/card.vcf`);
    expect(shown.text).toContain('tel:+15550107001');
    const [rosa] = town.world.people.filter(({ name }) => name === 'Rosa');
    town.pass();
    rosa?.adoptUsername('rosa.card');
    rosa?.write(sales, 'hidden now');
    await caughtUp();
    const hidden = await download(`/api/v1/contacts/${contactId}/card.vcf`);
    expect(hidden.text).not.toContain('7001');
    expect(hidden.text).toContain('@rosa.card');
  });

  it('never shows a backend id', () => {
    expect(agent).toBeInstanceOf(Api);
    expect(sightings(town.canaries(), agent.heard)).toEqual([]);
  });
});
