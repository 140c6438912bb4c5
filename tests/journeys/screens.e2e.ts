// Every screen there is, as the router names them, in light, dark, Arabic and on a phone: nothing against it from axe, nothing
// scrolls sideways, one heading and one title of its own, no error, no word left untranslated and no backend id. And what a
// role reads that may not see it, and whoever has a desk open whose parts were taken away.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Conversation } from '@throughline/contract';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Scope, scopesOf } from '../../server/access/permissions.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { approvedTemplate } from '../support/campaigns.ts';
import {
  type AxeRules,
  accessibilityProblems,
  answered,
  contentsOf,
  type DeskPage,
  openDesk,
  photograph,
} from '../support/desk.ts';
import { png } from '../support/files.ts';
import { addUser, apiOf, inboxEmpty, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const source = join(import.meta.dirname, '../../desk/src');
const sales = '200000000000002';
const password = 'a long sentence to sign in';
const ada = { email: 'ada@example.com', name: 'Ada', role: 'admin' as const, password };
const gus = { email: 'gus@example.com', name: 'Gus', role: 'agent' as const, password };
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

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
/** What stands behind the routes that name a thing; filled when the things are there. */
const things = new Map<string, string>();

let browser: Browser;
let town: Town;
let service: TestService;
let desk: DeskPage;

describe.skipIf(noBrowser !== undefined)('the screens', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    town = await startTown({ knobs: { templateReviewMs: null } });
    service = await startTestService({ graphUrl: town.url });
    town.pointAt({ url: service.webhookUrl });
    await addUser(service.db, ada);
    await addUser(service.db, gus);
    await furnish();
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

  it('are whole in every look there is', { timeout: 600_000 }, async () => {
    const { page, heard, errors } = desk;
    const places = [...routes.filter(({ path }) => !others.has(path)).map(({ path }) => path), ...things.values()];
    expect(places.length).toBeGreaterThan(25);
    const words = await sentences();
    const against: string[] = [];
    const titles: string[] = [];
    page.on('console', (said) => said.type() === 'error' && errors.push(`${page.url()}: ${said.text()}`));
    for (const place of places) {
      const look = async (name: string, rules?: AxeRules) => {
        const problems = [...(await page.evaluate(wrongIn, words)), ...(await accessibilityProblems(page, rules))];
        against.push(...problems.map((problem) => `${place}, ${name}: ${problem}`));
      };
      await page.goto(`${service.url}${place}`);
      await settled(page, 'en');
      await look('light');
      // The settings begin with their first page; a thread stands in the inbox.
      if (place !== '/settings' && !place.startsWith('/inbox/')) titles.push(await page.title());
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-theme=dark]').waitFor();
      await settled(page, 'en');
      await look('dark', { only: ['color-contrast'] });
      await page.emulateMedia({ colorScheme: 'light' });
      await page.locator('html[data-theme=light]').waitFor();
      await page.setViewportSize(phone);
      await settled(page, 'en');
      await look('phone');
      await speak(page, 'ar');
      await look('phone in Arabic', { only: [] });
      await page.setViewportSize(wide);
      await settled(page, 'ar');
      // The colors are those of English.
      await look('Arabic', { without: ['color-contrast'] });
      expect(sightings(town.canaries(), [await contentsOf(page)]), place).toEqual([]);
      await speak(page, 'en');
    }
    expect(against).toEqual([]);
    expect(titles.toSorted()).toEqual([...new Set(titles)].toSorted());
    expect(town.canaries().size).toBeGreaterThan(10);
    expect(sightings(town.canaries(), heard)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('say to a role that may not see them that it may not, and ask for nothing', { timeout: 120_000 }, async () => {
    const { page, heard, errors } = await openDesk(browser, service.url, gus);
    const may = scopesOf('agent');
    const closed = routes.filter(({ path, needs }) => needs !== undefined && !may.has(needs) && !path.includes('$'));
    expect(closed.length).toBeGreaterThan(8);
    for (const { path } of closed) {
      await page.goto(`${service.url}${path}`);
      await page.getByRole('main').getByText('Your role does not include this').waitFor();
      expect(await page.evaluate(wrongIn, { keys: [], english: [] }), path).toEqual([]);
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

/** Something for every screen to show. */
async function furnish() {
  const admin = await apiOf(service, 'admin');
  const post = async <T>(path: string, body: object) => {
    const answer = await admin.call<T>('POST', `/api/v1${path}`, body);
    if (answer.status >= 300) throw new Error(`POST ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  await approvedTemplate(town, admin, 'spring_offer', 'Hello {{1}}, {{2}} off until Friday.', ['Ana', '10 %']);
  const ana = town.world.addPerson({ name: 'Ana', phone: '+15550106001', country: 'US' });
  ana.write(sales, 'Hello, is my bike ready?');
  town.pass();
  ana.adoptUsername('ana.prueba');
  town.pass();
  ana.write(sales, 'I have a username now');
  ana.sendMedia(sales, { type: 'image', bytes: png(640, 400), mimeType: 'image/png', caption: 'the receipt' });
  ana.write(sales, { type: 'location', location: { latitude: 6.45407, longitude: 3.39467, name: 'The shop' } });
  town.world
    .addPerson({ name: 'ليلى حداد', phone: '+15550106002', country: 'US' })
    .write(sales, 'هل هي متوفرة باللون الأحمر؟');
  await town.settled();
  await inboxEmpty(service.db);
  const [tag] = [await post<{ id: string }>('/tags', { name: 'City bikes', color: 'teal' })];
  await post('/fields', {
    subject: 'contact',
    name: 'Frame size',
    kind: 'choice',
    choices: [{ label: 'M' }, { label: 'L' }],
  });
  await post('/teams', { name: 'Orders', members: [] });
  await post('/canned-replies', {
    scope: 'everyone',
    shortcut: 'hours',
    title: 'Opening hours',
    body: 'From 8 to 20.',
  });
  await post('/keys', { name: 'Nightly report', role: 'developer' });
  const campaign = await post<{ id: string }>('/campaigns', { name: 'Spring', from: sales });
  const conversation = await waitFor('the thread of Ana', async () =>
    (await admin.conversations()).find(({ contact }: Conversation) => contact.displayName === 'Ana'),
  );
  await admin.call('PUT', `/api/v1/contacts/${conversation.contactId}/tags/${tag?.id}`, {});
  things.set('conversation', `/inbox/${conversation.id}`);
  things.set('person', `/people/${conversation.contactId}`);
  things.set('campaign', `/campaigns/${campaign.id}`);
  const request = await post<{ id: string }>('/privacy/requests', {
    kind: 'access',
    contactId: conversation.contactId,
  });
  things.set('privacy request', `/privacy/${request.id}`);
  // Where nobody answers: what is said of that is to be seen, too.
  const url = 'https://shop.example/hook';
  const { subscription } = await post<{ subscription: { id: string } }>('/subscriptions', { name: 'The shop', url });
  things.set('webhook', `/settings/webhooks/${subscription.id}`);
  await post('/exports', { kind: 'contacts' });
  const rows = [{ phone: '+15550106009', name: 'Zoe' }, { phone: '12' }];
  const list = await post<{ id: string }>('/imports', { name: 'From the shop', rows, dryRun: true });
  things.set('import', `/settings/imports/${list.id}`);
  const old = { name: 'The old bot', url: 'https://bot.example/whatsapp', mode: 'stable-alias' };
  const { integration } = await post<{ integration: { id: string } }>('/relay/integrations', old);
  things.set('integration', `/settings/relay/${integration.id}`);
  const of = { integration: 'The CRM', at: new Date().toISOString() };
  const places = [{ rule: 'sql-phone-not-null', file: 'db/schema.sql', line: 3 }];
  const code = await post<{ id: string }>('/readiness/runs', { ...of, kind: 'code', files: 9, places, total: 1 });
  const [control, tried] = [
    { statuses: [200], slowestMs: 12 },
    { statuses: [500], slowestMs: 30 },
  ];
  const shapes = [
    { shape: 'text-hidden', outcome: 'refused', control, tried },
    { shape: 'hides-later', outcome: 'held', control, tried: control },
  ];
  const tryOut = await post<{ id: string }>('/readiness/runs', { ...of, kind: 'endpoint', readBack: true, shapes });
  things.set('audit of files', `/settings/readiness/${code.id}`);
  things.set('audit of an endpoint', `/settings/readiness/${tryOut.id}`);
}

/** Every key of the catalogs; and the English sentences that are others in Arabic, to find them left over. */
async function sentences() {
  const of = async (language: string) => {
    const folder = join(source, 'words', language);
    const files = readdirSync(folder).filter((name) => name !== 'index.ts');
    const areas = await Promise.all(files.map((name) => import(join(folder, name)) as Promise<object>));
    return Object.assign({}, ...areas.flatMap((area) => Object.values(area))) as Record<string, string>;
  };
  const [en, ar] = [await of('en'), await of('ar')];
  const english = Object.entries(en).filter(
    ([key, text]) => text !== ar[key] && text.includes(' ') && !text.includes('{'),
  );
  return { keys: Object.keys(en), english: english.map(([, text]) => text) };
}

/** Until what is on its way is here: the language, the heading, no shape of what is coming, and no color half-way to another. */
async function settled(page: Page, language: string) {
  await answered(page);
  await page.waitForFunction(
    (wanted) =>
      document.documentElement.lang === wanted &&
      document.querySelector('main') !== null &&
      document.querySelector('h1') !== null &&
      document.querySelector('.skeleton') === null &&
      document.getAnimations().every(({ playState, effect }) => {
        const ends = effect?.getComputedTiming().endTime;
        return playState !== 'running' || ends === Number.POSITIVE_INFINITY;
      }),
    language,
  );
}

/** As another window of the desk would tell it, without loading anew. */
async function speak(page: Page, language: string) {
  await page.evaluate((chosen) => {
    const newValue = JSON.stringify({ language: chosen });
    localStorage.setItem('throughline:settings', newValue);
    dispatchEvent(new StorageEvent('storage', { key: 'throughline:settings', newValue }));
  }, language);
  await settled(page, language);
}

/** In the page: what is wrong with it that axe does not look for. */
function wrongIn({ keys, english }: { keys: string[]; english: string[] }): string[] {
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
  const said = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
    ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
  );
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) said.push(walker.currentNode.textContent ?? '');
  const known = new Set([...keys, ...(document.documentElement.lang === 'ar' ? english : [])]);
  for (const text of new Set(said)) if (known.has(text.trim())) wrong.push(`“${text}” is not translated`);
  return wrong;
}
