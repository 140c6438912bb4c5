// Work as agents and supervisors do it on the screen: teams and routing are arranged, what comes finds somebody, and is taken,
// snoozed, resolved and ranked, by pointer and by key, one and many at once.

import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems, type DeskPage, openDesk, photograph } from '../support/desk.ts';
import { addUser, startTestService, type TestService } from '../support/service.ts';
import { startTown, type Town } from '../support/town.ts';

const sales = '200000000000002';
const password = 'a long sentence to sign in';
const maya = { email: 'maya@example.com', name: 'Maya', role: 'supervisor' as const, password };
const jonas = { email: 'jonas@example.com', name: 'Jonas', role: 'agent' as const, password };

let browser: Browser;
let town: Town;
let service: TestService;
let desk: DeskPage;

const row = (page: Page, name: string) => page.getByTestId('conversation-row').filter({ hasText: name });
const queue = (page: Page, name: RegExp | string) =>
  page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name });

function write(name: string, index: number, text: string) {
  const person = town.world.addPerson({ name, phone: `+1555010700${index}`, country: 'US' });
  person.write(sales, text);
  return person;
}

// Not seen to pass as a whole on the merged product: its first runs ended on a busy machine before an assertion was reached.
describe.skipIf(noBrowser !== undefined)('work on the desk', () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    town = await startTown();
    service = await startTestService({ graphUrl: town.url });
    town.pointAt({ url: service.webhookUrl });
    await addUser(service.db, maya);
    await addUser(service.db, jonas);
    desk = await openDesk(browser, service.url, maya);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && desk) console.error(`The screen then: ${await photograph(desk.page)}`);
    await desk?.page.context().close();
    await service?.end();
    await town?.close();
  });

  it('goes from a customer’s word to whoever takes it, snoozes it and resolves it', async () => {
    const { page, errors } = desk;
    const ana = write('Ana', 1, 'Is my bike ready?');
    await row(page, 'Ana').click();
    const header = page.locator('main > header');
    const messages = page.getByRole('region', { name: 'Messages' });

    await queue(page, /^Unassigned/).click();
    await row(page, 'Ana').waitFor();
    await messages.focus();
    await page.keyboard.press('a');
    await page.getByRole('menuitemradio', { name: 'Maya (you)' }).click();
    await header.getByRole('button', { name: 'Assigned to Maya' }).waitFor();
    await messages.getByText('Maya took this.').waitFor();
    await row(page, 'Ana').waitFor({ state: 'detached' });
    await queue(page, /^Mine\s*1/).click();
    await row(page, 'Ana').waitFor();

    await messages.focus();
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: /^Tomorrow morning/ }).click();
    await messages.getByText(/Maya snoozed this until/).waitFor();
    await page.getByText('Nothing is yours just now').waitFor();
    town.pass();
    ana.write(sales, 'Hello?');
    await messages.getByText('Back: they wrote.').waitFor();
    await row(page, 'Ana').waitFor();
    await messages.focus();
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: 'Another time…' }).press('Enter');
    const picking = page.getByRole('dialog', { name: 'Snooze until' });
    await picking.getByRole('spinbutton', { name: /^day/ }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await picking.getByText('Choose a day and time still to come.').waitFor();
    const day = new Date(Date.now() + 40 * 24 * 60 * 60 * 1000);
    const [year, month, date] = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
    const typed = (years: number) =>
      [date, month, year + years, 9, 30].map((part) => String(part).padStart(2, '0')).join('');
    await page.keyboard.type(typed(2));
    await page.keyboard.press('Enter');
    await picking.getByText(/^The latest is /).waitFor();
    await picking.getByRole('spinbutton', { name: /^day/ }).focus();
    await page.keyboard.type(typed(0));
    await page.keyboard.press('Enter');
    await picking.waitFor({ state: 'detached' });
    await messages.getByText(new RegExp(`Maya snoozed this until ${date} .* ${year}, 09:30`)).waitFor();
    await messages.focus();
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: 'End the snooze' }).press('Enter');
    await row(page, 'Ana').waitFor();

    await header.getByRole('button', { name: /^Priority/ }).click();
    await page.getByRole('menuitemradio', { name: 'urgent' }).click();
    await row(page, 'Ana').getByRole('img', { name: 'Priority: urgent' }).waitFor();
    await messages.focus();
    await page.keyboard.press('e');
    await messages.getByText('Resolved by Maya.').waitFor();
    await queue(page, 'Resolved').click();
    await row(page, 'Ana').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('is arranged in the settings, and what comes then is shared out', async () => {
    const { page } = desk;
    await page.goto(`${service.url}/settings/teams`);
    await page.getByRole('button', { name: 'Add a team' }).click();
    await page.getByLabel('Name of the team').fill('Orders');
    await page.getByRole('checkbox', { name: 'Jonas' }).click({ force: true });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('region', { name: 'Orders' }).getByText('Jonas').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.goto(`${service.url}/settings/routing`);
    const form = page.getByRole('region', { name: /Sales/ });
    await form.getByRole('button', { name: /New conversations belong to/ }).click();
    await page.getByRole('option', { name: 'Orders' }).click();
    await form.getByRole('button', { name: /How they find somebody/ }).click();
    await page.getByRole('option', { name: 'Whoever has the fewest' }).click();
    await form.getByRole('textbox', { name: 'First reply within, in minutes' }).fill('30');
    await form.getByRole('textbox', { name: 'First reply within, in minutes' }).press('Tab');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.goto(`${service.url}/inbox`);
    write('Bilal', 2, 'Do you repair?');
    await row(page, 'Bilal').getByText('Assigned to Jonas').waitFor({ state: 'attached' });
    await row(page, 'Bilal').getByText('First reply due').waitFor({ state: 'attached' });
    await queue(page, /^Orders\s*1/).click();
    await row(page, 'Bilal').click();
    await page.getByText('To Jonas, who had the fewest open.').waitFor();
  });

  it('is done with many at once', async () => {
    const { page } = desk;
    for (const [index, name] of ['Carla', 'Dewi', 'Emre'].entries()) write(name, index + 3, `Hello from ${name}`);
    await row(page, 'Emre').waitFor();
    await row(page, 'Carla').waitFor();
    await row(page, 'Dewi').waitFor();
    await page.keyboard.press('x');
    await row(page, 'Carla').click();
    await row(page, 'Dewi').focus();
    await page.keyboard.press(' ');
    await page.getByText('2 conversations chosen').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const bar = page.getByRole('region', { name: 'What to do with the chosen ones' });
    await bar.getByRole('button', { name: 'Resolve' }).click();
    await page.getByText('2 conversations changed.').waitFor();
    await row(page, 'Carla').waitFor({ state: 'detached' });
    await row(page, 'Emre').waitFor();
    await queue(page, 'Resolved').click();
    await row(page, 'Dewi').waitFor();
  });
});
