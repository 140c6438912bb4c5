// How much script a browser really fetches until an agent sees the conversations, in languages of three scripts.

import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, text } from '../../server/testing/webhooks.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { openDesk } from '../support/desk.ts';
import { addUser, inboxEmpty, startTestService, type TestService } from '../support/service.ts';
import { postWebhook } from '../support/webhooks.ts';

const budget = 200 * 1024;
const agent = { email: 'ayo@example.com', name: 'Ayo', role: 'agent' as const, password: 'a long sentence to sign in' };
let browser: Browser;
let service: TestService;
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;

describe.skipIf(noBrowser !== undefined)('the first script', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    service = await startTestService();
    await addUser(service.db, agent);
    const hello = message({ bsuid: 'US.1', name: 'Ana' }, { at: -60, id: 'wamid.b1' }, text('Is the bike ready?'));
    expect(await postWebhook(service.webhookUrl, JSON.stringify(hello))).toBe(200);
    await inboxEmpty(service.db);
    const { page } = await openDesk(browser, service.url, agent);
    const { cookies } = await page.context().storageState();
    signedIn = { cookies, origins: [] };
    await page.context().close();
  });
  afterAll(async () => {
    await browser?.close();
    await service?.end();
  });

  it.each(['en', 'ar', 'hi'])(
    'is less than 200 KB over the wire until the conversations stand, in %s',
    async (locale) => {
      const context = await browser.newContext({ locale, storageState: signedIn, serviceWorkers: 'block' });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      const encodings = new Set<string | undefined>();
      page.on('response', (answer) => {
        if (isScript(answer.url())) encodings.add(answer.headers()['content-encoding']);
      });
      // What is fetched once they stand comes while nothing else is to do, and keeps nobody waiting.
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (document.querySelector('a[href^="/inbox/"]') === null) return;
          performance.mark('conversations');
          observer.disconnect();
        }).observe(document, { subtree: true, childList: true });
      });
      await page.goto(`${service.url}/inbox`);
      await page.getByRole('link', { name: /Ana/ }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(locale);
      const { scripts, later } = await page.evaluate(() => {
        const stood = performance.getEntriesByName('conversations')[0]?.startTime ?? Number.POSITIVE_INFINITY;
        const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        const found = all.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
        const first = found.filter(({ startTime }) => startTime < stood);
        return {
          scripts: first.map(({ name, encodedBodySize }) => ({ name, encodedBodySize })),
          later: found.length - first.length,
        };
      });
      const bytes = scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
      console.info(`${locale}: ${bytes} bytes of script in ${scripts.length} files, ${later} files later`);
      expect([...encodings]).toEqual(['br']);
      expect(bytes).toBeGreaterThan(50 * 1024);
      expect(bytes).toBeLessThan(budget);
      await context.close();
    },
  );

  it('leaves out menus that come when they are pressed, by keyboard too, and give the focus back', async () => {
    const context = await browser.newContext({ locale: 'en-GB', storageState: signedIn, serviceWorkers: 'block' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${service.url}/inbox`);
    const account = page.getByRole('button', { name: 'Account: Ayo' });
    await account.press('Enter');
    await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    await expect.poll(() => account.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    await context.close();
  });
});

const isScript = (url: string) => new URL(url).pathname.endsWith('.js');
