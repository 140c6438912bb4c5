// The desk in a browser: built where it is not, signed in, and everything it was sent written down.

import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Request } from 'playwright-core';
import type { Heard } from './api.ts';

const root = join(import.meta.dirname, '..', '..');

/** Builds the desk if its sources have changed since it was built. */
export async function buildDesk(): Promise<void> {
  const program = "const { buildDesk } = await import('./tools/build-desk.mjs'); await buildDesk(process.execPath);";
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { cwd: root, stdio: 'inherit' });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error('The desk could not be built.');
}

export interface DeskPage {
  page: Page;
  /** Every answer and live event the page was sent. */
  heard: Heard[];
  /** Errors of the page itself, and what its console called an error. */
  errors: string[];
}

interface Visitor {
  email: string;
  password: string;
  undoSeconds?: number;
  /** false: parts of the desk are fetched where a test can be in the way, and not by the service worker. */
  keepsParts?: boolean;
}

export async function openDesk(
  browser: Browser,
  url: string,
  { email, password, undoSeconds = 0, keepsParts = true }: Visitor,
): Promise<DeskPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    serviceWorkers: keepsParts ? 'allow' : 'block',
  });
  const page = await context.newPage();
  countRequests(page);
  // A reply is held for some seconds by default; only the journey about that waits for them.
  await page.addInitScript(
    ([name, seconds]) => localStorage.getItem(name) ?? localStorage.setItem(name, `{"undoSeconds":${seconds}}`),
    [`throughline:${email}:writing`, undoSeconds] as const,
  );
  // The machine may be busy.
  page.setDefaultTimeout(30_000);
  const heard: Heard[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('response', async (answer) => {
    const path = new URL(answer.url()).pathname;
    if (!path.startsWith('/api/') || path.endsWith('/live')) return;
    const text = await answer.text().catch(() => '');
    heard.push({ path, text: `${JSON.stringify(answer.headers())}\n${text}` });
  });
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  wire.on('Network.eventSourceMessageReceived', (event) =>
    heard.push({ path: '/api/v1/live', text: `${event.eventId} ${event.data}` }),
  );
  await page.goto(url);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/inbox');
  return { page, heard, errors };
}

const underWay = new WeakMap<Page, Set<Request>>();
const calmMs = 100;

/** The live stream, and what is held open like it, goes on for ever. */
function countRequests(page: Page): void {
  const open = new Set<Request>();
  underWay.set(page, open);
  page.on('request', (request) => request.resourceType() !== 'eventsource' && open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** Until the page waits for no answer, and asked for nothing more for a moment after the last. */
export async function answered(page: Page): Promise<void> {
  const open = underWay.get(page);
  const until = performance.now() + 10_000;
  let calmSince = performance.now();
  while (performance.now() - calmSince < calmMs && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (open === undefined || open.size > 0) calmSince = performance.now();
  }
}

/** Until what is on its way is here: the language, the heading, no shape of what is coming, and no color half-way to another. */
export async function settled(page: Page, language: string) {
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
export async function speak(page: Page, language: string) {
  await page.evaluate((chosen) => {
    const newValue = JSON.stringify({ language: chosen });
    localStorage.setItem('throughline:settings', newValue);
    dispatchEvent(new StorageEvent('storage', { key: 'throughline:settings', newValue }));
  }, language);
  await settled(page, language);
}

/** Everything the page holds: its markup, attributes and all, and what it keeps in the browser. */
export async function contentsOf(page: Page): Promise<Heard> {
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
  return { path: 'the page', text: `${await page.content()}\n${kept}` };
}

/** Rules of axe by their names; all of them where nothing is said. */
export interface AxeRules {
  only?: readonly string[];
  without?: readonly string[];
  /** In what this selector finds alone. */
  within?: string;
}

/** What axe has against the page, one line each: by all rules, those of WCAG 2.2 AA included, or by these alone. */
export async function accessibilityProblems(page: Page, rules: AxeRules = {}): Promise<string[]> {
  const { only, without = [], within } = rules;
  if (only?.length === 0) return [];
  const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await readFile(axe, 'utf8'));
  return await page.evaluate(
    async ({ only, without, within }) => {
      const { axe } = globalThis as unknown as {
        axe: {
          run: (
            where: { include?: string[][]; exclude: string[][] },
            how: object,
          ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
        };
      };
      // A color on its way from one theme to the other has a contrast of its own; what moves for ever is not waited for.
      const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const passing = () =>
        document
          .getAnimations()
          .filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity);
      await drawn();
      for (let rounds = 0; passing().length > 0 && rounds < 20; rounds += 1) {
        await Promise.allSettled(passing().map((one) => one.finished));
        await drawn();
      }
      // What react-aria reads aloud of a button under way names the button, which may be gone by the time it is looked at.
      const { violations } = await axe.run(
        { ...(within && { include: [[within]] }), exclude: [['[data-live-announcer]']] },
        only === undefined
          ? {
              rules: {
                'target-size': { enabled: true },
                ...Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
              },
            }
          : { runOnly: only },
      );
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    },
    { only, without, within },
  );
}

/** A picture of what went wrong, in a folder of its own. Answers where. */
export async function photograph(page: Page): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'throughline-desk-')), 'failure.png');
  await page.screenshot({ path });
  return path;
}
