// The main job as an agent sees it: a customer adopts a username, hides her number and changes it, live on the screen and
// in one conversation; then the same with every webhook shuffled and some told twice.

import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems, contentsOf, type DeskPage, openDesk, photograph } from '../support/desk.ts';
import { addUser, inboxEmpty, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { postWebhook } from '../support/webhooks.ts';

const sales = '200000000000002';
const person = {
  email: 'amina@example.com',
  name: 'Amina',
  role: 'agent' as const,
  password: 'a long sentence to sign in',
};
const firstPhone = /\+1 555[ -]010[ -]6001/;

let browser: Browser;
let town: Town;
let service: TestService;
let desk: DeskPage;

describe.skipIf(noBrowser !== undefined)('the desk', () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    town = await startTown();
    service = await startTestService({ graphUrl: town.url });
    town.pointAt({ url: service.webhookUrl });
    await addUser(service.db, person);
    desk = await openDesk(browser, service.url, person);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && desk) console.error(`The screen then: ${await photograph(desk.page)}`);
    await desk?.page.context().close();
    await service?.end();
    await town?.close();
  });

  it('keeps one conversation through a username, a hidden number and a new one, without a reload', async () => {
    const picture = await story(async () => {});
    expect(picture.thread).toEqual(expectedThread);
    expect(picture.header).toMatch(/Ana\s*@ana\.prueba\s*number hidden/);

    const { page, heard, errors } = desk;
    expect(await page.evaluate(() => document.body.dataset.neverReloaded)).toBe('true');
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.locator(`html[data-theme=${scheme}]`).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    }

    // Everything once more, in another order, some of it twice; then a new look.
    const bodies = town.deliveries.map(({ body }) => body);
    const again = [...bodies.toReversed(), ...bodies.filter((_, index) => index % 2 === 0)];
    for (const body of again) expect(await postWebhook(service.webhookUrl, body)).toBe(200);
    await inboxEmpty(service.db);
    await page.reload();
    await page.getByRole('region', { name: 'Messages' }).getByText('New number, same me').waitFor();
    expect(await picturesOf()).toEqual(picture);

    const canaries = town.canaries();
    expect(canaries.size).toBeGreaterThan(10);
    expect(heard.filter(({ path }) => path.endsWith('/live')).length).toBeGreaterThan(3);
    expect(sightings(canaries, [...heard, await contentsOf(page)])).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('shows the same picture when the webhooks come shuffled and some twice', async () => {
    town.hold();
    let seed = 0;
    const picture = await story(async () => {
      seed += 1;
      town.flush({ order: 'shuffled', seed, duplicates: 0.5 });
      await town.settled();
      town.hold();
    });
    expect(picture.thread).toEqual(expectedThread);
    expect(picture.header).toMatch(/Ana\s*@ana\.prueba\s*number hidden/);
    expect(picture.rows).toHaveLength(2);
    expect(sightings(town.canaries(), [...desk.heard, await contentsOf(desk.page)])).toEqual([]);
    expect(desk.errors).toEqual([]);
  });
});

const expectedThread = [
  'Hello, is my bike ready?',
  'Ana now writes as @ana.prueba.',
  'I have a username now',
  'Yes, come by at noon',
  'Ana changed their number.',
  'New number, same me',
];

/** The story up to a stranger with her old number. `deliver` lets go what WhatsApp is holding back, where it holds. */
async function story(deliver: () => Promise<void>) {
  const { page } = desk;
  await page.evaluate(() => {
    document.body.dataset.neverReloaded = 'true';
  });
  const header = page.locator('main > header');
  const messages = page.getByRole('region', { name: 'Messages' });
  const details = page.getByRole('complementary', { name: 'About this customer' });
  const ana = town.world.addPerson({ name: 'Ana', phone: '+15550106001', country: 'US' });

  ana.write(sales, 'Hello, is my bike ready?');
  await deliver();
  const row = page.getByTestId('conversation-row');
  await row.getByText(firstPhone).waitFor();
  await row.click();
  await header.getByText(firstPhone).waitFor();
  const address = page.url();

  town.pass();
  ana.adoptUsername('ana.prueba');
  town.pass();
  ana.write(sales, 'I have a username now');
  await deliver();
  await header.getByText('@ana.prueba').waitFor();
  await header.getByText('number hidden').waitFor();
  await messages.getByText('Ana now writes as @ana.prueba.').waitFor();
  await details.getByText('Number hidden since').waitFor();
  await details.getByRole('region', { name: 'Numbers' }).getByText(firstPhone).waitFor();
  await details.getByText('hidden since', { exact: false }).first().waitFor();

  town.catchUp();
  await page.getByRole('textbox', { name: 'Reply' }).fill('Yes, come by at noon');
  await page.getByRole('textbox', { name: 'Reply' }).press('Enter');
  const answer = page.locator('[data-kind=message]', { hasText: 'Yes, come by at noon' });
  await answer.locator('[data-status=accepted], [data-status=sent], [data-status=delivered]').waitFor();
  await deliver();
  await answer.locator('[data-status=delivered]').waitFor();
  ana.reads(sales);
  await deliver();
  await answer.locator('[data-status=read]').waitFor();
  expect(town.outbox.map(({ personId, status }) => ({ personId, status }))).toEqual([
    { personId: ana.id, status: 'read' },
  ]);

  town.pass();
  ana.changeNumber('+15550106002');
  town.pass();
  ana.write(sales, 'New number, same me');
  await deliver();
  await messages.getByText('Ana changed their number.').waitFor();
  await messages.getByText('New number, same me').waitFor();
  await details.getByRole('listitem').filter({ hasText: firstPhone }).getByText('another number').waitFor();
  expect(page.url()).toBe(address);
  expect(await row.count()).toBe(1);

  town.pass();
  town.world.addPerson({ name: 'Zoe', phone: '+15550106001', country: 'US' }).write(sales, 'Do you sell helmets?');
  await deliver();
  const stranger = row.filter({ hasText: 'Zoe' });
  await stranger.waitFor();
  await stranger.click();
  await header.getByText(firstPhone).waitFor();
  await messages.getByText('Do you sell helmets?').waitFor();
  expect(await messages.textContent()).not.toContain('my bike');
  await row.filter({ hasText: 'Ana' }).click();
  await messages.getByText('New number, same me').waitFor();
  expect(page.url()).toBe(address);
  return await picturesOf();
}

/** What an agent reads on the screen, but for the times of day. */
async function picturesOf() {
  const { page } = desk;
  await page
    .locator('[data-kind=message]', { hasText: 'Yes, come by at noon' })
    .locator('[data-status=read]')
    .waitFor();
  // Comes in a part of its own, after the rest.
  await page.getByRole('region', { name: 'Noted of this person' }).waitFor();
  // Who took it is told in between.
  const items = page.locator('[data-testid=timeline-item]:not([data-kind=work])');
  const thread = await items.evaluateAll((all) =>
    all.map((item) => (item.querySelector('b') ?? item.querySelector('bdi, p, span[dir]') ?? item).textContent ?? ''),
  );
  const header = await page.locator('main > header').textContent();
  const rows = await page.getByTestId('conversation-row').allInnerTexts();
  const details = await page.getByRole('complementary', { name: 'About this customer' }).textContent();
  return { thread, header, rows: rows.map(timeless), details: timeless(details ?? '') };
}

/** How long ago something was grows while the test runs. */
function timeless(text: string): string {
  return text.replace(/(now|\d+ (s|min|h))( ago)?(?![a-z])/g, '…');
}
