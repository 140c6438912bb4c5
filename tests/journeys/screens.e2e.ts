// Every screen there is, as the router names them, in light, dark, Arabic and on a phone: nothing against it from axe, nothing
// scrolls sideways, one heading and one title of its own, no error, no word left untranslated and no backend id. And what a
// role reads that may not see it, and whoever has a desk open whose parts were taken away.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Scope, scopesOf } from '../../server/access/permissions.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import {
  type AxeRules,
  accessibilityProblems,
  contentsOf,
  type DeskPage,
  openDesk,
  photograph,
  settled,
  speak,
} from '../support/desk.ts';
import { furnish } from '../support/furnished.ts';
import { addUser, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { sentences, untranslated } from '../support/untranslated.ts';

const source = join(import.meta.dirname, '../../desk/src');
const password = 'a long sentence to sign in';
const ada = { email: 'ada@example.com', name: 'Ada', role: 'admin' as const, password };
const gus = { email: 'gus@example.com', name: 'Gus', role: 'agent' as const, password };
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

interface Look {
  name: string;
  theme: 'light' | 'dark';
  size: typeof wide;
  language: string;
  rules?: AxeRules;
}
/** Each a step from the one before. */
const looks: Look[] = [
  { name: 'light', theme: 'light', size: wide, language: 'en' },
  { name: 'dark', theme: 'dark', size: wide, language: 'en', rules: { only: ['color-contrast'] } },
  { name: 'phone', theme: 'light', size: phone, language: 'en' },
  { name: 'phone in Arabic', theme: 'light', size: phone, language: 'ar', rules: { only: [] } },
  // The colors are those of English.
  { name: 'Arabic', theme: 'light', size: wide, language: 'ar', rules: { without: ['color-contrast'] } },
];

/** The routes as `routes/` writes them down, with what one has to be allowed to see each. */
const routes = [
  ...readdirSync(join(source, 'routes'))
    .map((name) => readFileSync(join(source, 'routes', name), 'utf8'))
    .join('\n')
    .matchAll(/path: '([^']+)',(?:\s+staticData: \{ needs: '([^']+)' \})?/g),
].map(([, path = '', needs]) => ({ path, needs: needs as Scope | undefined }));
/** Those that are no screen by themselves, and the doors, which are no place of somebody signed in. */
const others = new Set([
  '/',
  '$conversationId',
  '/sign-in',
  '/welcome',
  '/components',
  '/people/$contactId',
  '/campaigns/$campaignId',
  '/privacy/$requestId',
  '/settings/webhooks/$webhookId',
  '/settings/imports/$importId',
  '/settings/relay/$integrationId',
  '/settings/readiness/$runId',
]);

let browser: Browser;
let town: Town;
let service: TestService;
let desk: DeskPage;
/** What stands behind the routes that name a thing. */
let things: Map<string, string>;

describe.skipIf(noBrowser !== undefined)('the screens', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    town = await startTown({ knobs: { templateReviewMs: null } });
    service = await startTestService({ graphUrl: town.url });
    town.pointAt({ url: service.webhookUrl });
    await addUser(service.db, ada);
    await addUser(service.db, gus);
    things = await furnish(town, service);
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

  it('are whole in every look there is', { timeout: 900_000 }, async () => {
    const { page, heard, errors } = desk;
    const places = [...routes.filter(({ path }) => !others.has(path)).map(({ path }) => path), ...things.values()];
    expect(places.length).toBeGreaterThan(25);
    const words = await sentences('ar');
    const against: string[] = [];
    const titles: string[] = [];
    page.on('console', (said) => said.type() === 'error' && errors.push(`${page.url()}: ${said.text()}`));
    let spoken = 'en';
    const take = async ({ theme, size, language }: Look) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.locator(`html[data-theme=${theme}]`).waitFor();
      await page.setViewportSize(size);
      await (language === spoken ? settled(page, language) : speak(page, language));
      spoken = language;
    };
    for (const [n, place] of places.entries()) {
      await page.goto(`${service.url}${place}`);
      await settled(page, spoken);
      // There and back: each place is come to in the look the one before was left in.
      for (const look of n % 2 === 0 ? looks : looks.toReversed()) {
        await take(look);
        const problems = [
          ...(await page.evaluate(wrongIn)),
          ...(await untranslated(page, words)),
          ...(await accessibilityProblems(page, look.rules)),
        ];
        against.push(...problems.map((problem) => `${place}, ${look.name}: ${problem}`));
        // The settings begin with their first page; a thread stands in the inbox.
        if (look.name === 'light' && place !== '/settings' && !place.startsWith('/inbox/'))
          titles.push(await page.title());
      }
      expect(sightings(town.canaries(), [await contentsOf(page)]), place).toEqual([]);
    }
    expect(against).toEqual([]);
    expect(titles.toSorted()).toEqual([...new Set(titles)].toSorted());
    expect(town.canaries().size).toBeGreaterThan(10);
    expect(sightings(town.canaries(), heard)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('say to a role that may not see them that it may not, and ask for nothing', { timeout: 300_000 }, async () => {
    const { page, heard, errors } = await openDesk(browser, service.url, gus);
    const may = scopesOf('agent');
    const closed = routes.filter(({ path, needs }) => needs !== undefined && !may.has(needs) && !path.includes('$'));
    expect(closed.length).toBeGreaterThan(8);
    for (const { path } of closed) {
      await page.goto(`${service.url}${path}`);
      await page.getByRole('main').getByText('Your role does not include this').waitFor();
      expect(await page.evaluate(wrongIn), path).toEqual([]);
      expect(await accessibilityProblems(page), path).toEqual([]);
    }
    for (const { path, needs } of routes.filter(({ path }) => path.startsWith('/settings/'))) {
      if (needs !== undefined && !may.has(needs)) continue;
      await page.goto(`${service.url}${path}`);
      await settled(page, 'en');
      expect(await page.getByText('Your role does not include this').count(), path).toBe(0);
    }
    expect(heard.filter(({ text }) => text.includes('"code":"forbidden"'))).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('stay when a new desk has taken parts of the open one away, with what was being written', async () => {
    await desk.page.context().close();
    desk = await openDesk(browser, service.url, { ...ada, keepsParts: false });
    const { page } = desk;
    await page.getByTestId('conversation-row').first().click();
    await page.getByRole('textbox', { name: 'Reply' }).fill('Half a sentence');
    const gone = /\/assets\/(keys-sheet|tags-screen)-/;
    await page.route(gone, (route) => route.fulfill({ status: 404, body: '' }));
    await page.getByRole('button', { name: 'Keys', exact: true }).click();
    const notice = page.getByRole('status').filter({ hasText: 'A part of the desk could not be fetched' });
    await notice.getByRole('button', { name: 'Reload' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Reply' }).inputValue()).toBe('Half a sentence');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Tags', exact: true }).click();
    await page.getByRole('heading', { name: 'This part of the desk could not be fetched' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.unroute(gone);
    await page.getByRole('main').getByRole('button', { name: 'Reload' }).click();
    await page.getByRole('heading', { name: 'Tags' }).waitFor();
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByTestId('conversation-row').first().click();
    const reply = page.getByRole('textbox', { name: 'Reply' });
    await expect.poll(() => reply.inputValue(), { timeout: 15_000 }).toBe('Half a sentence');
  });
});

/** In the page: what is wrong with it that axe does not look for. */
function wrongIn(): string[] {
  const wrong: string[] = [];
  const one = (selector: string) => {
    const shown = [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    if (shown.length !== 1) wrong.push(`${shown.length} ${selector}`);
  };
  one('main');
  one('h1');
  if (!/^.+ · Throughline$/.test(document.title)) wrong.push(`the title “${document.title}”`);
  for (const box of [document.documentElement, ...document.querySelectorAll('main')])
    if (box.scrollWidth > box.clientWidth)
      wrong.push(`${box.tagName} scrolls sideways: ${box.scrollWidth} of ${box.clientWidth}`);
  return wrong;
}
