// Customers' numbers by role: an administrator masks them for agents, who see them nowhere in full but where they ask for it.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, text } from '../../server/testing/webhooks.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems, contentsOf, type DeskPage, openDesk } from '../support/desk.ts';
import { addUser, apiOf, inboxEmpty, startTestService, type TestService } from '../support/service.ts';
import { startTown, type Town } from '../support/town.ts';
import { postWebhook } from '../support/webhooks.ts';

const password = 'a long sentence to sign in';
const admin = { email: 'ada@example.com', name: 'Ada', role: 'admin' as const, password };
const agent = { email: 'ayo@example.com', name: 'Ayo', role: 'agent' as const, password };
const ana = { phone: '+15552000001', bsuid: 'US.7001', name: 'Ana García' };
const inFull = /\+?1[\s-]*555[\s-]*200[\s-]*0001/;
const masked = /\+1 ••• ••• 0001/;
let browser: Browser;
let town: Town;
let service: TestService;
let admins: DeskPage;
let agents: DeskPage;

describe.skipIf(noBrowser !== undefined)('masked numbers', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    town = await startTown();
    service = await startTestService({ graphUrl: town.url });
    await addUser(service.db, admin);
    await addUser(service.db, agent);
    const hello = message(ana, { at: -60, id: 'wamid.m1' }, text('Is the bike ready?'));
    expect(await postWebhook(service.webhookUrl, JSON.stringify(hello))).toBe(200);
    await inboxEmpty(service.db);
    admins = await openDesk(browser, service.url, admin);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.end();
    await town?.close();
  });

  it('are chosen by an administrator, role by role', async () => {
    const { page } = admins;
    await page.goto(`${service.url}/settings/phone-numbers`);
    await page.getByRole('heading', { name: 'Phone numbers' }).waitFor();
    for (const role of ['Agent', 'Supervisor']) {
      const box = page.getByRole('checkbox', { name: role });
      await box.press('Space');
      await expect.poll(async () => (await box.isChecked()) && (await box.isEnabled())).toBe(true);
    }
    await page.getByText('Saved. It holds from now on.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.reload();
    for (const role of ['Agent', 'Supervisor'])
      await expect.poll(() => page.getByRole('checkbox', { name: role }).isChecked()).toBe(true);
  });

  it('are all an agent sees, in the list, the thread, the contacts and the search', async () => {
    agents = await openDesk(browser, service.url, agent);
    const { page } = agents;
    const row = page.getByRole('link', { name: /Ana García/ });
    await row.getByText(masked).waitFor();
    await row.click();
    await page.getByRole('main').getByRole('heading', { name: 'Ana García', level: 2 }).waitFor();
    await page.getByRole('complementary').getByText(masked).first().waitFor();
    expect((await contentsOf(page)).text).not.toMatch(inFull);
    await page.goto(`${service.url}/people`);
    const people = page.getByRole('list', { name: 'Contacts' });
    await people.getByText(masked).filter({ visible: true }).first().waitFor();
    // The whole number still finds whoever has it.
    await page.getByLabel('Search contacts').fill('+1 555 200 0001');
    await people.getByText(masked).filter({ visible: true }).first().waitFor();
    await page.getByLabel('Search contacts').fill('');
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(agents.heard.map(({ text }) => text).filter((one) => inFull.test(one))).toEqual([]);
  });

  it('are masked in the command menu and what is taken away, and no part of one finds anybody', async () => {
    const { page } = agents;
    await page.keyboard.press('Control+k');
    const menu = page.getByRole('dialog', { name: 'Search and commands' });
    const box = menu.getByRole('combobox');
    await box.fill('Ana');
    await menu.getByText(masked).first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const answered = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === '2000001');
    await box.fill('2000001');
    expect(await (await answered).json()).toMatchObject({ contacts: [], conversations: [] });
    await page.keyboard.press('Escape');
    const supervisor = await apiOf(service, 'supervisor');
    const file = await fetch(`${service.url}/api/v1/contacts.csv`, {
      headers: { authorization: supervisor.authorization },
    });
    const table = await file.text();
    expect(table).toMatch(masked);
    expect(table).not.toMatch(inFull);
    expect((await contentsOf(page)).text).not.toMatch(inFull);
    expect(agents.heard.map(({ text }) => text).filter((one) => inFull.test(one))).toEqual([]);
  });

  it('are shown in full to an agent who asks, for as long as the person is looked at', async () => {
    const { page } = agents;
    await page.goto(`${service.url}/inbox`);
    await page.getByRole('link', { name: /Ana García/ }).click();
    const head = page.getByRole('main').locator('header');
    await page.getByRole('button', { name: 'Show the numbers of Ana García in full' }).first().click();
    await page.getByRole('menuitem', { name: 'To call them' }).click();
    await page.getByText('Shown in full. It was written down that you looked.').waitFor();
    await head.getByText('+1 555 200 0001').waitFor();
    await page.getByRole('complementary').getByText('+1 555 200 0001').first().waitFor();
    expect(await page.getByRole('button', { name: /^Show the numbers of/ }).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Inbox' }).first().click();
    await page.getByRole('link', { name: /Ana García/ }).click();
    await page
      .getByRole('button', { name: /^Show the numbers of/ })
      .first()
      .waitFor();
    await expect.poll(async () => (await contentsOf(page)).text).not.toMatch(inFull);
  });

  it('leave a line in the audit log each time somebody is shown one', async () => {
    const { page } = admins;
    await page.goto(`${service.url}/settings/audit`);
    const row = page.getByRole('row', { name: /Ayo/ }).filter({ hasText: /number/i });
    await row.first().waitFor();
    expect(await row.count()).toBe(1);
    expect(await row.textContent()).toContain('to call them');
  });
});
