// The day of somebody who uses no mouse: from the door to a reply, a note, whose it is, the command menu, the sheet of keys and
// the end of it; every pane is reached by Tab with the focus in sight. And the same keys on keyboards of other countries.

import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { photograph } from '../support/desk.ts';
import { addUser, inboxEmpty, startTestService, type TestService } from '../support/service.ts';
import { startTown, type Town } from '../support/town.ts';

const sales = '200000000000002';
const maya = {
  email: 'maya@example.com',
  name: 'Maya',
  role: 'supervisor' as const,
  password: 'a long sentence to sign in',
};

let browser: Browser;
let town: Town;
let service: TestService;
let page: Page;

describe.skipIf(noBrowser !== undefined)('the desk by keyboard alone', () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    town = await startTown();
    service = await startTestService({ graphUrl: town.url });
    town.pointAt({ url: service.webhookUrl });
    await addUser(service.db, maya);
    const ana = town.world.addPerson({ name: 'Ana', phone: '+15550106001', country: 'US' });
    ana.write(sales, 'Hello, is my bike ready?');
    await town.settled();
    await inboxEmpty(service.db);
    town.catchUp();
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      locale: 'en-GB',
    });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await signIn();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && page) console.error(`The screen then: ${await photograph(page)}`);
    await page?.context().close();
    await service?.end();
    await town?.close();
  });

  it('goes from the door to a resolved conversation', async () => {
    const keys = page.keyboard;
    const messages = page.getByRole('region', { name: 'Messages' });
    await openAna();

    await keys.press('r');
    await focused('textbox', 'Reply');
    await keys.type('Yes, come by at noon');
    await keys.press('Enter');
    await messages.getByText('Yes, come by at noon').waitFor();
    await keys.press('Escape');

    await keys.press('n');
    await focused('textbox', 'Note');
    await keys.type('She comes at noon');
    await keys.press('Enter');
    await messages.getByText('She comes at noon').waitFor();
    await keys.press('Escape');

    await keys.press('a');
    await focused('menuitemradio', 'Maya (you)');
    await keys.press('ArrowDown');
    await focused('menuitemradio', 'Nobody');
    await keys.press('Enter');
    await page.getByRole('button', { name: 'Assign: nobody has it yet' }).waitFor();
    await page.getByRole('menu').waitFor({ state: 'detached' });

    await keys.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await keys.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' });

    await keys.press('Control+k');
    await page.getByRole('combobox', { name: /^Search people/ }).waitFor();
    await keys.type('board');
    await page.getByRole('option', { name: /board/ }).first().waitFor();
    await keys.press('Enter');
    await page.getByRole('heading', { name: 'Board', level: 1 }).waitFor();
    await keys.press('Control+k');
    await page.getByRole('combobox', { name: /^Search people/ }).waitFor();
    await keys.type('ana');
    await page.getByRole('option', { name: /Ana/ }).first().waitFor();
    await keys.press('Enter');
    await messages.getByText('Yes, come by at noon').waitFor();

    await keys.press('e');
    await messages.getByText('Resolved by Maya.').waitFor();
  });

  it('is reached in all its panes by Tab, with the focus in sight', async () => {
    await openAna();
    const panes = new Set<string>();
    const unseen: string[] = [];
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (let presses = 0; presses < 90; presses += 1) {
      await page.keyboard.press('Tab');
      const { pane, isSeen, what } = await page.evaluate(whereFocusIs);
      panes.add(pane);
      if (!isSeen) unseen.push(what);
    }
    for (const pane of ['Main', 'Queues', 'Conversations', 'Conversation with Ana', 'About this customer'])
      expect(panes).toContain(pane);
    expect(unseen).toEqual([]);
  });

  it('has its keys where other layouts have the letters', async () => {
    await openAna();
    const wire = await page.context().newCDPSession(page);
    const reply = page.getByRole('textbox', { name: 'Reply' });
    const away = async () => {
      await page.keyboard.press('Escape');
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    };
    // Arabic, Russian, Hindi: the key that has R on a Latin keyboard.
    for (const key of ['ق', 'к', 'ी']) {
      await press(wire, key, 'KeyR');
      await expect
        .poll(() => reply.evaluate((field) => field === document.activeElement), { message: key, timeout: 10_000 })
        .toBe(true);
      expect(await reply.inputValue()).toBe('');
      await away();
    }
    // AZERTY: its A sits where others have Q; the key that has A elsewhere says Q, and means nothing.
    await press(wire, 'q', 'KeyA');
    await press(wire, 'a', 'KeyQ');
    await page.getByRole('menuitemradio', { name: 'Maya (you)' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    // German: the question mark is Shift and ß.
    await away();
    await press(wire, '?', 'Minus', 8);
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  });
});

/** The address is where the focus is when the door opens. */
async function signIn() {
  await page.goto(service.url);
  await focused('textbox', 'Email');
  await page.keyboard.type(maya.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(maya.password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/inbox');
}

async function openAna() {
  await page.getByTestId('conversation-row').waitFor();
  await page.keyboard.press('j');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-testid')), { timeout: 10_000 })
    .toBe('conversation-row');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Messages' }).getByText('is my bike ready').waitFor();
  await page.getByRole('complementary', { name: 'About this customer' }).getByRole('heading').first().waitFor();
}

async function focused(role: 'textbox' | 'menuitemradio', name: string) {
  const one = page.getByRole(role, { name, exact: true });
  await one.waitFor();
  await expect
    .poll(() => one.evaluate((element) => element === document.activeElement), { message: name, timeout: 10_000 })
    .toBe(true);
}

/** A press as a keyboard of another country makes it. */
async function press(wire: CDPSession, key: string, code: string, modifiers = 0) {
  await wire.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key, modifiers });
  await wire.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers });
}

/** In the page: the pane the focus is in, and whether one sees where it is: a ring around it, or around what holds it. */
function whereFocusIs() {
  const at = document.activeElement;
  const pane = at?.closest('aside[aria-label], nav[aria-label], section[aria-label="Conversations"], main');
  const rings = (element: Element | null) => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  let holder: Element | null = at;
  let isSeen = at === document.body;
  for (let up = 0; up < 4 && !isSeen && holder !== null; up += 1, holder = holder.parentElement) isSeen = rings(holder);
  return {
    pane: pane?.getAttribute('aria-label') ?? pane?.tagName ?? '',
    isSeen,
    what: at?.outerHTML.slice(0, 120) ?? '',
  };
}
