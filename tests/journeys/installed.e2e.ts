// The desk on a home screen: what makes it installable, what opens without a line, that nothing of a customer is kept for it,
// and how a new version takes over.

import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deskDoor, deskFolder } from '../../server/http/desk.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems } from '../support/desk.ts';

let browser: Browser;
let context: BrowserContext;
let app: FastifyInstance;
let folder: string;
let url: string;

describe.skipIf(noBrowser !== undefined)('the installed desk', () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-installed-'));
    // Without what the build compressed beforehand: a test that changes a file would have to change that too.
    cpSync(deskFolder, folder, { recursive: true, filter: (path) => !/\.(br|gz)$/.test(path) });
    app = Fastify();
    app.get('/api/v1/me', async (_request, reply) => reply.code(401).send({ code: 'signed_out', detail: 'Sign in.' }));
    await app.register(deskDoor, { folder });
    url = await app.listen({ host: '127.0.0.1', port: 0 });
    context = await browser.newContext({ reducedMotion: 'reduce' });
  });
  afterEach(async () => {
    await context?.close();
    await app?.close();
  });

  it('can be installed: its manifest is whole, and every icon is there in the size it names', async () => {
    const page = await openPage();
    const wire = await context.newCDPSession(page);
    const { errors, data } = await wire.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const manifest = JSON.parse(data ?? '');
    expect(manifest).toMatchObject({ name: 'Throughline', start_url: '/inbox', display: 'standalone' });
    for (const { src, sizes } of manifest.icons.filter(({ type }: { type: string }) => type === 'image/png'))
      expect(await sizeOf(page, src)).toBe(sizes);
    const { installabilityErrors } = await wire.send('Page.getInstallabilityErrors');
    // A context of its own is private, which is all Chromium has against it.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  });

  it('opens without a line, says so, and goes on by itself when the line is back', async () => {
    const page = await openPage();
    await controlled(page);
    await page.goto(`${url}/sign-in`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await context.setOffline(true);
    await page.goto(`${url}/inbox`);
    await page.getByRole('heading', { name: 'The desk is open, but the line is down' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('keeps parts of the desk only, and no answer of the API', async () => {
    const page = await openPage();
    await controlled(page);
    await page.evaluate(() => fetch('/api/v1/me').then(() => undefined));
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/index.html');
    const own = /^\/(assets\/[\w.-]+|index\.html|first-paint\.js|icon\.svg|manifest\.webmanifest)$/;
    expect(kept.filter((path) => !own.test(path))).toEqual([]);
  });

  it('is told of a new version, and changes to it when asked, dropping what the old one kept', async () => {
    const page = await openPage();
    await controlled(page);
    const before = await page.evaluate(() => caches.keys());
    const worker = join(folder, 'service-worker.js');
    writeFileSync(
      worker,
      readFileSync(worker, 'utf8').replace(/const version = '[0-9a-f]+'/, "const version = 'next'"),
    );
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    // It waits: nothing changes under the hands of who works.
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    expect(await page.evaluate(() => caches.keys())).toEqual([...before, 'throughline-desk-next']);
    const notice = page.getByRole('status').filter({ hasText: 'A new version of the desk is ready' });
    await notice.waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const loaded = page.waitForEvent('load');
    await notice.getByRole('button', { name: 'Reload' }).click();
    await loaded;
    await expect.poll(() => page.evaluate(() => caches.keys()), { timeout: 20_000 }).toEqual(['throughline-desk-next']);
  });
});

async function openPage(): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${url}/sign-in`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  return page;
}

/** Resolves once the worker has the page, and has kept what it had loaded. */
async function controlled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

async function sizeOf(page: Page, src: string): Promise<string> {
  return await page.evaluate(async (source) => {
    const picture = new Image();
    picture.src = source;
    await picture.decode();
    return `${picture.naturalWidth}x${picture.naturalHeight}`;
  }, src);
}
