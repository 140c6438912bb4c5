// Every component in every state, in the looks there are: against approved pictures, and axe finds nothing. What opens over
// the page is tried by keyboard.

import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskDoor } from '../../server/http/desk.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems } from '../support/desk.ts';
import { compare, drawnBy } from '../support/pictures.ts';

const looks = [
  { name: 'light', colorScheme: 'light', width: 1200, dir: 'ltr' },
  { name: 'dark', colorScheme: 'dark', width: 1200, dir: 'ltr' },
  { name: 'mirrored', colorScheme: 'light', width: 1200, dir: 'rtl' },
  { name: 'narrow', colorScheme: 'light', width: 390, dir: 'ltr' },
] as const;

let browser: Browser;
let app: FastifyInstance;
let url: string;

describe.skipIf(noBrowser !== undefined)('the components', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    app = Fastify();
    await app.register(deskDoor);
    url = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it.each(looks)('look as approved: $name', async (look) => {
    const page = await open(look);
    expect(await accessibilityProblems(page)).toEqual([]);
    const { height, overflow } = await page.locator('main').evaluate((main) => ({
      height: main.scrollHeight,
      overflow: main.scrollWidth - main.clientWidth,
    }));
    expect(overflow).toBe(0);
    await page.setViewportSize({ width: look.width, height });
    const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    const path = join(import.meta.dirname, 'pictures', `components-${look.name}.png`);
    const { isAlike, report } = compare(png, path, await drawnBy(page));
    expect(isAlike, report).toBe(true);
    await page.context().close();
  });

  it('open over the page, keep the focus inside, and give it back', async () => {
    const page = await open(looks[0]);
    for (const [opener, role, name] of [
      ['Dialog', 'dialog', 'A small matter'],
      ['Sheet', 'dialog', 'Beside the page'],
      ['Confirm', 'alertdialog', 'Pause the campaign?'],
    ] as const) {
      const button = page.getByRole('button', { name: opener, exact: true });
      await button.press('Enter');
      const over = page.getByRole(role, { name });
      await over.waitFor();
      for (let presses = 0; presses < 5; presses += 1) await page.keyboard.press('Tab');
      expect(await over.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await over.waitFor({ state: 'detached' });
      await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
    }
    await page.context().close();
  });

  it('confirm what cannot be undone only once it is typed', async () => {
    const page = await open(looks[0]);
    await page.getByRole('button', { name: 'Confirm by typing' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Forget this customer?' });
    const deed = dialog.getByRole('button', { name: 'Forget for good' });
    expect(await deed.isDisabled()).toBe(true);
    await dialog.getByLabel('To confirm, type: Ana Prueba').fill('Ana Prueba');
    expect(await deed.isDisabled()).toBe(false);
    await deed.click();
    await dialog.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('choose by keyboard alone: a menu, a select, a combo box, a date', async () => {
    const page = await open(looks[0]);
    await page.getByRole('button', { name: 'More', exact: true }).press('ArrowDown');
    await page.getByRole('menuitemradio', { name: 'Newest' }).press('Enter');
    await page.getByRole('menu').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'In turn Who gets it' }).press('ArrowDown');
    await page.getByRole('option', { name: 'Least busy' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Least busy Who gets it' }).waitFor();

    const box = page.getByRole('combobox', { name: 'Colleague' });
    await box.fill('Jon');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('Jonas Weber');

    const day = page.getByRole('group', { name: 'Day', exact: true }).getByRole('spinbutton').first();
    await day.press('ArrowUp');
    expect(await day.textContent()).toBe('29');
    await page.context().close();
  });
});

async function open({ colorScheme, width, dir }: Omit<(typeof looks)[number], 'name'>): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: 1,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${url}/components?dir=${dir}`);
  await page.getByRole('status', { name: 'Loading people' }).waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}
