// How the work stands, as a supervisor sees it: live, and over time.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countDays } from '../../server/jobs/count-coverage.ts';
import { epoch } from '../../server/testing/names.ts';
import { message } from '../../server/testing/webhooks.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems, type DeskPage, openDesk } from '../support/desk.ts';
import {
  addUser,
  connectBusiness,
  inboxEmpty,
  lagosBikes,
  startTestService,
  type TestService,
} from '../support/service.ts';
import { startTown, type Town } from '../support/town.ts';
import { postWebhook } from '../support/webhooks.ts';

const receive = async (webhook: unknown) => {
  expect(await postWebhook(service.webhookUrl, JSON.stringify(webhook))).toBe(200);
  await inboxEmpty(service.db);
};
const password = 'a long sentence to sign in';
let browser: Browser;
let service: TestService;
let town: Town;
let desk: DeskPage;

describe.skipIf(noBrowser !== undefined)('board and reports', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    service = await startTestService();
    town = await startTown({ webhookUrl: service.webhookUrl });
    const amara = { email: 'amara@example.com', name: 'Amara Obi', role: 'supervisor' as const, password };
    await addUser(service.db, amara);
    desk = await openDesk(browser, service.url, amara);
  });
  afterAll(async () => {
    await browser?.close();
    await town?.close();
    await service?.end();
  });

  it('counts a conversation on the board while one looks, by team and by person', async () => {
    const { page } = desk;
    await page.goto(`${service.url}/board`);
    await page.getByRole('table', { name: 'By person' }).getByText('Amara Obi').waitFor();
    const open = page
      .getByRole('term')
      .filter({ hasText: /^Open$/ })
      .locator('xpath=following-sibling::dd');
    expect(await open.textContent()).toBe('0');
    const lola = town.world.addPerson({ name: 'Lola Prueba', phone: '+15550106001', country: 'US' });
    lola.write('200000000000002', 'Is my bicycle ready?');
    await inboxEmpty(service.db);
    await expect.poll(() => open.textContent(), { timeout: 15_000 }).toBe('1');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('shows each report as a picture and as a table, and nothing stands against either', async () => {
    const { page, errors } = desk;
    const ago = (days: number) => Math.floor((Date.now() - epoch) / 1000) - days * 86_400;
    const hidden = { bsuid: 'US.9001', name: 'Ada Hides', username: 'ada.hides' };
    await receive(message({ ...hidden, phone: '+15550106009' }, { at: ago(3), id: 'wamid.r1' }));
    await receive(message(hidden, { at: ago(2), id: 'wamid.r2' }));
    await receive(message({ bsuid: 'US.9002', name: 'Bo Unknown' }, { at: ago(2), id: 'wamid.r3' }));
    const tools = { clock: Date.now };
    for (let counted = 1; counted > 0; ) counted = await countDays({ db: service.db, tools });
    await page.goto(`${service.url}/reports`);
    await page.getByRole('heading', { name: 'Who can be reached by number' }).waitFor();
    for (const picture of [/ with a visible number, /, / of those who wrote on the last day shown have a username/])
      await page.getByRole('img', { name: picture }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show as a table' }).first().click();
    await page.getByRole('columnheader', { name: 'Hidden, but known' }).waitFor();
    // Of two who wrote two days ago one is known by number and hid it, of the other no number was ever known.
    const figures = await page.getByRole('row').allInnerTexts();
    expect(figures.map((one) => one.split(/\s+/).slice(-4).join(' '))).toContain('2 0 1 1');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('lists what could not be placed, and puts it in its place once the cause is mended', async () => {
    const { page } = desk;
    const late = { phone: '+15550106010', bsuid: 'US.9003', name: 'Kofi Parked' };
    const at = Math.floor((Date.now() - epoch) / 1000);
    await receive(message(late, { at, id: 'wamid.p1', number: '200000000000009' }));
    await page.goto(`${service.url}/parked`);
    const item = page.getByRole('listitem').filter({ hasText: 'For a business number that is not connected' });
    await item.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const repairs = { phoneNumberId: '200000000000009', displayPhone: '+15550001119', name: 'Repairs' };
    await connectBusiness(service.db, { ...lagosBikes, numbers: [repairs] });
    await item.getByRole('button', { name: /^Replay: / }).click();
    await page.getByText(/^Replayed what came in at /).waitFor();
    await item.waitFor({ state: 'detached' });
    await page.goto(`${service.url}/inbox`);
    await page.getByRole('link', { name: /Kofi Parked/ }).waitFor();
  });

  it('fits a phone: nothing scrolls sideways but tables in themselves', async () => {
    const { page } = desk;
    await page.setViewportSize({ width: 390, height: 844 });
    for (const place of ['board', 'reports']) {
      await page.goto(`${service.url}/${place}`);
      await page.getByText('How this is counted').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(390);
      expect(await accessibilityProblems(page), place).toEqual([]);
    }
  });
});
