// Everything that opens over a screen, opened by its keys: the focus goes in, nothing against it from axe in light and dark,
// Escape closes it, and the focus is back where it was. Some of each kind in Arabic and on a phone, too: inside of the window,
// and no word left in English.

import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { campaignsOf } from '../support/campaigns.ts';
import {
  type AxeRules,
  accessibilityProblems,
  answered,
  contentsOf,
  type DeskPage,
  openDesk,
  photograph,
  speak,
} from '../support/desk.ts';
import { furnish } from '../support/furnished.ts';
import { addUser, apiOf, lagosBikes, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { sentences, untranslated } from '../support/untranslated.ts';
import { inDark, ofSeveral, onPhone, password, type Way, ways } from '../support/ways-in.ts';

const sales = '200000000000002';
const ada = { email: 'ada@example.com', name: 'Ada', role: 'admin' as const, password };
const gus = { email: 'gus@example.com', name: 'Gus', role: 'agent' as const, password };
const phone = { width: 390, height: 844 };

let browser: Browser;
let town: Town;
let service: TestService;
let desk: DeskPage;
let things: Map<string, string>;

describe.skipIf(noBrowser !== undefined)('what opens over a screen', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    town = await startTown({ knobs: { templateReviewMs: null } });
    service = await startTestService({ graphUrl: town.url });
    town.pointAt({ url: service.webhookUrl });
    await addUser(service.db, ada);
    await addUser(service.db, gus);
    things = await furnish(town, service);
    await furnishMore();
    // A session that is not this one, of each.
    for (const { email } of [ada, gus])
      await fetch(`${service.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: service.url },
        body: JSON.stringify({ email, password }),
      });
    desk = await openDesk(browser, service.url, ada);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && desk) console.error(`The screen then: ${await photograph(desk.page)}`);
  });
  afterAll(async () => {
    await desk?.page.context().close();
    await browser?.close();
    await service?.end();
    await town?.close();
  });

  it('takes the focus, has nothing against it, and gives the focus back', { timeout: 240_000 }, async () => {
    const { page } = desk;
    await goTo(page, things.get('conversation') ?? '');
    await page.getByRole('tab', { name: 'Note' }).click();
    await page.getByRole('textbox', { name: 'Note' }).fill('She comes at noon');
    await page.keyboard.press('Enter');
    await page.getByText('She comes at noon').waitFor();
    // It is shown before the service has it.
    await answered(page);
    await page.getByRole('tab', { name: 'Reply' }).click();
    expect(await triedAll(ways)).toEqual([]);
    await goTo(page, '/inbox');
    await page.getByRole('button', { name: 'Choose several' }).click();
    const several = page.getByRole('region', { name: 'What to do with the chosen ones' });
    await several.getByRole('button', { name: 'Choose all here' }).click();
    expect(await triedAll(ofSeveral)).toEqual([]);
    await several.getByRole('button', { name: 'Cancel' }).click();
  });

  it('can be read in the dark', { timeout: 120_000 }, async () => {
    const { page } = desk;
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-theme=dark]').waitFor();
    expect(await triedAll(inDark, { only: ['color-contrast'] })).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('html[data-theme=light]').waitFor();
  });

  it('fits a phone, from right to left, with no word left in English', { timeout: 120_000 }, async () => {
    const { page, heard, errors } = desk;
    await page.setViewportSize(phone);
    const words = await sentences('ar');
    const against: string[] = [];
    for (const [place, all] of Object.entries(onPhone)) {
      await goTo(page, things.get(place) ?? place);
      const places: number[] = [];
      for (const way of all) places.push(await placeOf(page, way));
      await speak(page, 'ar');
      for (const [at, way] of all.entries()) {
        const there: Way = { ...way, name: /./, by: [() => page.locator('button').nth(places[at] ?? -1)] };
        const found = await tried(page, there, async (opened) => [
          ...(await untranslated(page, words)),
          ...(await accessibilityProblems(page, { without: ['color-contrast'], within: `[role=${way.opens}]` })),
          ...(await outside(opened)),
        ]);
        against.push(...found.map((one) => `${place}, ${way.name}: ${one}`));
      }
      await speak(page, 'en');
    }
    expect(against).toEqual([]);
    expect(sightings(town.canaries(), [...heard, await contentsOf(page)])).toEqual([]);
    expect(errors).toEqual([]);
  });
});

/** What only a dialog asks about. */
async function furnishMore() {
  const admin = await apiOf(service, 'admin');
  const week = Array.from({ length: 7 }, () => [[8 * 60, 17 * 60]]);
  await admin.call('POST', '/api/v1/schedules', { name: 'The shop', timeZone: 'UTC', week, holidays: [] });
  const nightly = { name: 'Nightly', kind: 'contacts', every: 'day', clock: '06:00', zone: 'UTC', keep: 2 };
  await admin.call('POST', '/api/v1/export-schedules', nightly);
  const settings = { fourEyes: true, law: 'gdpr' };
  await admin.call('PUT', `/api/v1/privacy/settings/${lagosBikes.portfolioId}`, settings);
  const contacts = await admin.contacts();
  const asked = async (kind: string, contactId: string | undefined) => {
    const { body } = await admin.call<{ id: string }>('POST', '/api/v1/privacy/requests', { kind, contactId });
    things.set(kind, `/privacy/${body.id}`);
    return body.id;
  };
  const campaigns = campaignsOf(admin);
  const campaign = await campaigns.create('Slowly', sales);
  const lines = Array.from({ length: 20 }, (_, i) => `+1555021${1000 + i}`);
  await campaigns.upload(campaign.id, ['Mobile', ...lines].join('\n'));
  const template = { name: 'spring_offer', language: { code: 'en_US' } };
  const values = { 'body.1': { text: 'friend' }, 'body.2': { text: '10 %' } };
  await campaigns.change(campaign.id, { template, mapping: { phone: 0, values }, pacePerMinute: 1 });
  await campaigns.steer(campaign.id, 'check');
  await campaigns.until(campaign.id, 'ready');
  things.set('ready campaign', `/campaigns/${campaign.id}`);
  await asked('rectify', contacts[0]?.id);
  const id = await asked('erase', contacts[1]?.id);
  await admin.call('POST', `/api/v1/privacy/requests/${id}/prove`, { by: 'other', note: 'Known to us' });
}

/** As a link would, without loading anew; until the heading is another. */
async function goTo(page: Page, path: string): Promise<void> {
  if (new URL(page.url()).pathname === path) return;
  await page.evaluate((to) => {
    document.querySelector('h1')?.setAttribute('data-before', '');
    history.pushState({}, '', to);
  }, path);
  await page.waitForURL(`**${path}`);
  if (!path.startsWith('/inbox')) await page.locator('h1:not([data-before])').waitFor({ state: 'attached' });
  await answered(page);
}

async function triedAll(all: Record<string, Way[]>, rules: AxeRules = {}): Promise<string[]> {
  const { page } = desk;
  const against: string[] = [];
  for (const [place, those] of Object.entries(all)) {
    await goTo(page, things.get(place) ?? place);
    for (const way of those) {
      const found = await tried(page, way, () =>
        accessibilityProblems(page, { ...rules, within: `[role=${way.opens}]` }),
      );
      against.push(...found.map((one) => `${place}, ${way.name}: ${one}`));
    }
  }
  return against;
}

/** Opens, looks, closes; and what was wrong with any of it. */
async function tried(page: Page, way: Way, look: (opened: Locator) => Promise<string[]>): Promise<string[]> {
  const [first] = way.by;
  await way.before?.(page);
  const opened = await open(page, way);
  if (first === undefined || opened === undefined) return ['could not be opened'];
  const problems: string[] = [];
  if (!(await comes(() => opened.evaluate((box) => box.contains(document.activeElement)))))
    problems.push('the focus is not in it');
  problems.push(...(await look(opened)));
  if (!(await closes(page, opened))) problems.push('Escape does not close it');
  if (!(await comes(() => first(page).evaluate((one) => one === document.activeElement)))) {
    const on = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120));
    problems.push(`the focus is not back, but on ${on}`);
  }
  await way.after?.(page);
  return problems;
}

/**
 * Half a second after it has opened, react-aria takes the focus away from a dialog and gives it back, for VoiceOver: a key pressed in
 * that frame goes nowhere, and is pressed again, as anybody would.
 */
async function closes(page: Page, opened: Locator): Promise<boolean> {
  for (const timeout of [2_000, 10_000]) {
    await page.keyboard.press('Escape');
    const isGone = await opened.waitFor({ state: 'detached', timeout }).then(
      () => true,
      () => false,
    );
    if (isGone) return true;
  }
  return false;
}

async function open(page: Page, { opens, name, by, key = 'Enter', writes }: Way): Promise<Locator | undefined> {
  const opened = page.getByRole(opens, { name, ...(typeof name === 'string' && { exact: true }) });
  try {
    for (const [at, find] of by.entries()) {
      await find(page).focus();
      if (writes !== undefined && at === by.length - 1) await page.keyboard.type(writes);
      await page.keyboard.press(key);
    }
    await opened.waitFor();
    return opened;
  } catch {
    await page.keyboard.press('Escape');
    return undefined;
  }
}

/** Which of the buttons it is: the same in every language. */
async function placeOf(page: Page, { by: [first] }: Way): Promise<number> {
  return (
    (await first?.(page).evaluate((one) =>
      [...document.querySelectorAll('button')].indexOf(one as HTMLButtonElement),
    )) ?? -1
  );
}

async function outside(opened: Locator): Promise<string[]> {
  const box = await opened.boundingBox();
  const { width, height } = phone;
  const isInside =
    box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
  return isInside ? [] : [`it stands partly outside of the window: ${JSON.stringify(box)}`];
}

/** Until it is so, and whether it came to be. */
async function comes(isSo: () => Promise<boolean>): Promise<boolean> {
  const until = performance.now() + 5_000;
  while (performance.now() < until) {
    if (await isSo().catch(() => false)) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
