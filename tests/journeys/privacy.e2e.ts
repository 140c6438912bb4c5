// Privacy in the desk: an officer corrects a name somebody with no number asked to be corrected, finds somebody by a username that changed
// hands, counts, erases with a second pair of eyes, and has the proof; an agent sees none of it.

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { message, text } from '../../server/testing/webhooks.ts';
import { openBrowser } from '../support/browser.ts';
import { accessibilityProblems, type DeskPage, openDesk, photograph } from '../support/desk.ts';
import { addUser, apiOf, inboxEmpty, lagosBikes, startTestService, type TestService } from '../support/service.ts';
import { startTown, type Town } from '../support/town.ts';
import { postWebhook } from '../support/webhooks.ts';

const password = 'a long sentence to sign in';
const person = (name: string, role: 'admin' | 'privacy_officer' | 'agent') => ({
  email: `${name.toLowerCase()}@example.com`,
  name,
  role,
  password,
});
const [ada, olive, pia, sam] = [
  person('Ada', 'admin'),
  person('Olive', 'privacy_officer'),
  person('Pia', 'privacy_officer'),
  person('Sam', 'agent'),
];

let browser: Browser;
let town: Town;
let service: TestService;
const desks: DeskPage[] = [];
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  town = await startTown();
  service = await startTestService({ graphUrl: town.url });
  for (const one of [ada, olive, pia, sam]) await addUser(service.db, one);
  const anna = { phone: '+15552000001', bsuid: 'US.8001', name: 'Anna', username: 'sunny' };
  for (const body of [
    message(anna, { at: -900, id: 'wamid.p1' }, text('Where is my bicycle?')),
    message({ ...anna, username: null }, { at: -800, id: 'wamid.p2' }, text('Still waiting')),
    message({ bsuid: 'US.8002', name: 'Ben', username: 'sunny' }, { at: -700, id: 'wamid.p3' }, text('Hello')),
    message({ bsuid: 'US.8003', name: 'Nour', username: 'noor.salon' }, { at: -600, id: 'wamid.p4' }, text('Hi')),
  ])
    expect(await postWebhook(service.webhookUrl, JSON.stringify(body))).toBe(200);
  await inboxEmpty(service.db);
  page = await deskOf(olive);
});

afterAll(async () => {
  for (const { page: one } of desks) await one.context().close();
  await service?.end();
  await town?.close();
  await browser?.close();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail' && page) console.error(`The screen then: ${await photograph(page)}`);
});

async function deskOf(user: typeof olive): Promise<Page> {
  const desk = await openDesk(browser, service.url, user);
  desks.push(desk);
  return desk.page;
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

describe('an officer', () => {
  it('corrects a name, seen before and after, and WhatsApp does not bring the old one back', async () => {
    await page.goto(`${service.url}/privacy/new`);
    await page.getByRole('searchbox').fill('noor.salon');
    await press('Find');
    await press('Record for Nour');
    await page.getByRole('radio', { name: 'Correction' }).check({ force: true });
    await press('Record the request');
    await page.getByText('Nothing is named yet.').waitFor();
    await press('Correct something');
    await page.getByLabel('What they are called').fill('Noor Haddad');
    await press('Add it');
    const named = page.getByRole('list', { name: 'What is to be corrected' }).getByRole('listitem');
    await named.getByText('Noor Haddad').waitFor();
    await named.getByText('Nour', { exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await press('Record another proof');
    await page.getByLabel('What was seen').fill('Known to us');
    await page.getByRole('dialog').getByRole('button', { name: 'Record another proof' }).click();
    await press('Carry out the corrections');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Carry out the corrections' }).click();
    await page.getByText('Corrected', { exact: true }).waitFor();
    const later = message(
      { bsuid: 'US.8003', name: 'Nour again', username: 'noor.salon' },
      { at: -10, id: 'wamid.p5' },
    );
    expect(await postWebhook(service.webhookUrl, JSON.stringify(later))).toBe(200);
    await inboxEmpty(service.db);
    const contacts = await (await apiOf(service, 'agent')).contacts('&q=noor.salon');
    expect(contacts.map(({ displayName }) => displayName)).toEqual(['Noor Haddad']);
  });

  it('finds each holder of a username apart, and records what one asks for', async () => {
    await page.goto(`${service.url}/privacy`);
    await page.getByText('No requests here').waitFor();
    await page.getByRole('link', { name: 'New request' }).click();
    await page.getByRole('searchbox').fill('@sunny');
    await press('Find');
    const found = page.getByRole('list', { name: 'People found' }).getByRole('listitem');
    await found.nth(1).waitFor();
    expect(await found.nth(0).textContent()).toContain('Has @sunny now');
    expect(await found.nth(1).textContent()).toContain('Had @sunny until');
    expect(await accessibilityProblems(page)).toEqual([]);
    await press('Record for Anna');
    await page.getByRole('radio', { name: 'Erasure' }).check({ force: true });
    await press('Record the request');
    await page.getByText('Nobody has shown yet that they are this person.').waitFor();
    expect(await page.getByRole('button', { name: 'Erase this person' }).count()).toBe(0);
    expect(await page.getByText('The connection to Throughline is cut').count()).toBe(0);
  });

  it('notes what was seen, and counts before anything is done', async () => {
    await press('Record another proof');
    await page.getByLabel('What was seen').fill('Her passport');
    await page.getByRole('dialog').getByRole('button', { name: 'Record another proof' }).click();
    await page.getByText(/Verified by a document/).waitFor();
    await press('Count');
    await page
      .getByRole('row', { name: /^Messages/ })
      .first()
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('erases with a second pair of eyes, and has a certificate', async () => {
    const officer = await apiOf(service, 'privacy_officer');
    const settings = { fourEyes: true, law: 'gdpr' };
    await officer.call('PUT', `/api/v1/privacy/settings/${lagosBikes.portfolioId}`, settings);
    await press('Erase this person');
    await page.getByRole('alertdialog').getByRole('textbox').fill('erase');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Erase this person' }).click();
    await page.getByText('Somebody else must approve this.').waitFor();
    const address = page.url();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    page = await deskOf(pia);
    await page.goto(address);
    await press('Approve');
    await page.getByRole('alertdialog').getByRole('textbox').fill('erase');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('heading', { name: 'Certificate' }).waitFor({ timeout: 30_000 });
    expect(await page.getByRole('main').textContent()).not.toContain('Anna');
    await page.getByText(/found nothing left/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const contacts = await (await apiOf(service, 'agent')).contacts('&q=Anna');
    expect(contacts).toEqual([]);
  });
});

describe('how long things are kept', () => {
  it('is an officer’s to read and nobody’s to change but an administrator’s, who is told first what will go', async () => {
    await page.goto(`${service.url}/settings/privacy`);
    await page.getByText('Administrators choose how long things are kept.').waitFor();
    page = await deskOf(ada);
    await page.goto(`${service.url}/settings/privacy`);
    await page.getByText('People not heard from').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await page.getByRole('button', { name: 'See what would go' }).isDisabled()).toBe(true);
    await page.getByRole('switch', { name: 'Kept without end' }).first().focus();
    await page.keyboard.press('Space');
    await press('See what would go');
    const asked = page.getByRole('alertdialog');
    await asked.getByText('Nothing is old enough to go now.', { exact: false }).waitFor();
    await asked.getByRole('button', { name: 'Keep them so' }).click();
    await asked.waitFor({ state: 'detached' });
    const admin = await apiOf(service, 'admin');
    expect((await admin.call('GET', '/api/v1/retention')).body).toMatchObject({ inactiveDays: 60 });
  });
});

describe('an agent', () => {
  it('sees nothing of it', async () => {
    page = await deskOf(sam);
    await page.goto(`${service.url}/privacy`);
    await page.getByText('Your role does not include this').waitFor();
    expect(await page.getByRole('link', { name: 'Privacy' }).count()).toBe(0);
    expect((await (await apiOf(service, 'agent')).call('GET', '/api/v1/privacy/requests')).status).toBe(403);
  });
});
