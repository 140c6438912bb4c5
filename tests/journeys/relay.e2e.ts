// An old bot is connected in the settings, and whoever did sees what it is told in the place of a number, and why.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Access, type Bot, phoneOnlyBot } from '../support/bots.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems, contentsOf, type DeskPage, openDesk } from '../support/desk.ts';
import { addUser, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const password = 'a long sentence to sign in';
const developer = { email: 'dev@example.com', name: 'Dev', role: 'developer' as const, password };
const sales = '200000000000002';

let browser: Browser;
let town: Town;
let service: TestService;
let desk: DeskPage;
let bot: Bot;
const access: Access = { api: '', token: '', appSecret: '', verifyToken: 'of the bot', phoneNumberId: sales };

describe.skipIf(noBrowser !== undefined)('the relay, in the settings', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    town = await startTown({ knobs: { sentAfterMs: 20, deliveredAfterMs: 20 } });
    service = await startTestService({ graphUrl: town.url, networks: ['127.0.0.0/8'] });
    town.pointAt({ url: service.webhookUrl });
    bot = await phoneOnlyBot(() => access);
    await addUser(service.db, developer);
    desk = await openDesk(browser, service.url, developer);
  });
  afterAll(async () => {
    await browser?.close();
    await bot?.close();
    await service?.end();
    await town?.close();
  });

  it('gives an old bot what it needs, once, and asks whether it is there', async () => {
    const { page } = desk;
    await page.goto(`${service.url}/settings/relay`);
    await page.getByText('No integrations yet').waitFor();
    await page.getByRole('button', { name: 'New integration' }).click();
    const form = page.getByRole('dialog', { name: 'New integration' });
    await form.getByLabel('Name').fill('The old bot');
    await form.getByLabel('Address').fill(bot.url);
    expect(await form.getByRole('radio', { name: 'A stand-in for everybody' }).isChecked()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await form.getByRole('button', { name: 'New integration' }).click();
    const made = page.getByRole('dialog', { name: 'The integration was made' });
    access.api = await made.getByLabel('Address for its calls').inputValue();
    access.token = await made.getByLabel('Access token').inputValue();
    access.appSecret = await made.getByLabel('App secret').inputValue();
    expect(access.api).toBe(`${service.url}/relay`);
    await made.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('link', { name: 'The old bot' }).click();
    await page.getByText('Nothing yet').waitFor();
    expect(await page.content()).not.toContain(access.token);
    await page.getByRole('button', { name: 'Check the address' }).click();
    const asking = page.getByRole('dialog', { name: 'Check the address' });
    await asking.getByLabel('Verify token').fill('another');
    await asking.getByRole('button', { name: 'Ask' }).click();
    await asking.getByText(/did not answer as it should/).waitFor();
    await asking.getByLabel('Verify token').fill('of the bot');
    await asking.getByRole('button', { name: 'Ask' }).click();
    await page.getByText('The address answered as it should.').waitFor();
  });

  it('shows what the bot was told of somebody without a number, in words, and nothing of WhatsApp’s own', async () => {
    const { page } = desk;
    const ana = town.world.addPerson({ name: 'Ana Prueba', phone: '+15550105001', country: 'US' });
    ana.adoptUsername('ana.prueba');
    ana.write(sales, 'Is my bike ready?');
    await waitFor('the bot has answered her', () => bot.spoken.length === 1);
    const row = page.getByRole('row').filter({ hasText: 'messages[0].from' });
    await row.getByText(/WhatsApp sent no number\. The stand-in \+899\d{10} was put here\./).waitFor();
    await row.getByRole('link', { name: 'Ana Prueba' }).waitFor();
    await page.getByText('A message of this system: it is named as the system knows it.').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(sightings(town.canaries(), [...desk.heard, await contentsOf(page)])).toEqual([]);
    expect(desk.errors).toEqual([]);
  });

  it('takes it away again, once it is said what that means', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'Delete' }).click();
    const asks = page.getByRole('alertdialog', { name: 'Remove “The old bot”?' });
    await asks.getByText(/its token opens nothing/).waitFor();
    await asks.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No integrations yet').waitFor();
    const answer = await fetch(`${access.api}/v26.0/${sales}`, {
      headers: { authorization: `Bearer ${access.token}` },
    });
    expect(answer.status).toBe(401);
  });
});
