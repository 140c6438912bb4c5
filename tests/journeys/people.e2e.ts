// People and what they wrote, found: by numbers in any spelling, by usernames, by words in any script; and what is noted of them.

import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { message, text } from '../../server/testing/webhooks.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems, type DeskPage, openDesk, photograph } from '../support/desk.ts';
import { addUser, inboxEmpty, startTestService, type TestService } from '../support/service.ts';
import { startTown, type Town } from '../support/town.ts';
import { postWebhook } from '../support/webhooks.ts';

const lead = {
  email: 'sam@example.com',
  name: 'Sam',
  role: 'supervisor' as const,
  password: 'a long sentence to sign in',
};
const ana = { phone: '+15552000001', bsuid: 'US.7001', name: 'Ana García', username: 'ana.prueba' };
const ali = { bsuid: 'EG.7002', name: 'علي حسن', username: 'ali.h' };
const dev = { bsuid: 'IN.7003', name: 'देव', username: 'dev.k' };
const hour = 60 * 60;
const day = 24 * hour;

let browser: Browser;
let town: Town;
let service: TestService;
let desk: DeskPage;
let page: Page;

describe.skipIf(noBrowser !== undefined)('people and messages', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    town = await startTown();
    service = await startTestService({ graphUrl: town.url });
    await addUser(service.db, lead);
    const told: unknown[] = [];
    for (let i = 0; i < 400; i += 1)
      told.push(message(ana, { at: i * 2 * day - 1_000 * day, id: `wamid.a${i}` }, text(`Line ${i} of a long story`)));
    told.push(message(ali, { at: -5 * hour, id: 'wamid.b1' }, text('أين الكتاب الأزرق من فضلك؟')));
    told.push(message(dev, { at: -4 * hour, id: 'wamid.c1' }, text('मुझे नीली किताब चाहिए')));
    const post = (body: unknown) => postWebhook(service.webhookUrl, JSON.stringify(body));
    for (let i = 0; i < told.length; i += 50)
      expect(new Set(await Promise.all(told.slice(i, i + 50).map(post)))).toEqual(new Set([200]));
    await inboxEmpty(service.db);
    desk = await openDesk(browser, service.url, lead);
    page = desk.page;
  });
  afterAll(async () => {
    await desk?.page.context().close();
    await service?.end();
    await town?.close();
    await browser?.close();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && desk) console.error(`The screen then: ${await photograph(page)}`);
  });

  const people = () => page.getByRole('list', { name: 'Contacts' }).getByRole('link');
  const openMenu = async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /^Search people/ }).waitFor();
  };
  const choose = async (what: string, option: string) => {
    await page.getByRole('button', { name: what }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  it('finds a person by each spelling of the number, by username and by a name without accents', async () => {
    await page.goto(`${service.url}/people`);
    await people().first().waitFor();
    expect(await people().count()).toBe(3);
    const field = page.getByLabel('Search contacts');
    for (const typed of [
      '+1 555 200 0001',
      '(555) 200-0001',
      '001 555-200-0001',
      '0001',
      '@ana.prueba',
      'prueba',
      'garcia',
    ]) {
      await field.fill(typed);
      await expect
        .poll(() => people().allInnerTexts(), { message: typed })
        .toEqual([expect.stringContaining('Ana García')]);
    }
    await field.fill('حسن');
    await expect.poll(() => people().allInnerTexts()).toEqual([expect.stringContaining('@ali.h')]);
    await field.fill('');
    await expect.poll(() => people().count()).toBe(3);
  });

  it('keeps people without a number in the list, in filters and in the file', async () => {
    await choose('Whom to show', 'Without a number');
    await expect.poll(() => people().count()).toBe(2);
    expect(await accessibilityProblems(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export these' }).click(),
    ]);
    const table = await readFile(await file.path(), 'utf8');
    expect(table).toContain('علي حسن');
    expect(table).toContain('देव');
    expect(table).not.toContain('Ana');
    expect(table).not.toMatch(/EG\.7002|IN\.7003/);
    await choose('Whom to show', 'Everybody');
  });

  it('goes by the command menu alone to a message, found by its words in Arabic and Hindi', async () => {
    for (const [typed, whole] of [
      ['كتاب', 'أين الكتاب الأزرق من فضلك؟'],
      ['किताब', 'मुझे नीली किताब चाहिए'],
    ] as const) {
      await openMenu();
      await page.keyboard.type(typed);
      const hit = page.getByRole('group', { name: 'Messages and notes' }).getByRole('option').first();
      await hit.getByText(typed.slice(0, 3), { exact: false }).first().waitFor();
      expect(await hit.locator('mark').count()).toBe(1);
      const options = page.getByRole('option');
      for (let i = 0; i < 20 && (await hit.getAttribute('aria-selected')) !== 'true'; i += 1)
        await page.keyboard.press('ArrowDown');
      expect(await options.count()).toBeGreaterThan(0);
      await page.keyboard.press('Enter');
      await page.getByRole('region', { name: 'Messages' }).getByText(whole).waitFor();
    }
    expect(page.url()).not.toContain('at=');
  });

  it('does things by the command menu alone', async () => {
    await openMenu();
    await page.keyboard.type('dark');
    await page.getByRole('option', { name: 'Dark theme' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('html[data-theme=dark]').waitFor();
    await openMenu();
    await page.keyboard.type('light');
    await page.getByRole('option', { name: 'Light theme' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('html[data-theme=light]').waitFor();
  });

  const take = async (typed: string, option: string | RegExp) => {
    await page.keyboard.type(typed);
    const wanted = page.getByRole('option', { name: option });
    await wanted.waitFor();
    for (let i = 0; i < 20 && (await wanted.getAttribute('aria-selected')) !== 'true'; i += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };

  it('works on the open conversation by the command menu alone, step by step or at once', async () => {
    await openMenu();
    await take('urgent', 'Priority: urgent');
    await page.getByRole('button', { name: 'Priority: urgent' }).waitFor();
    await openMenu();
    await take('assign', 'Assign to…');
    await page.getByRole('combobox', { name: 'Assign to…' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await take('sam', 'Assign to Sam (you)');
    await page.getByRole('button', { name: 'Assigned to Sam' }).waitFor();
    await openMenu();
    await take('snooze until', 'Snooze until…');
    await page.getByRole('combobox', { name: 'Snooze until…' }).waitFor();
    await page.keyboard.press('Backspace');
    await page.getByRole('combobox', { name: /^Search people/ }).waitFor();
    await take('tomorrow', /^Snooze: Tomorrow morning/);
    await page.getByRole('button', { name: /^Snoozed until/ }).waitFor();
    await openMenu();
    await take('end the', 'End the snooze');
    await page.getByRole('button', { name: 'Snooze', exact: true }).waitFor();
  });

  it('finds a note written from the menu, and says whose it is', async () => {
    await openMenu();
    await take('write a note', 'Write a note');
    await page.getByRole('textbox', { name: 'Note' }).waitFor();
    await page.keyboard.type('Refund agreed for the tandem');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Messages' }).getByText('Refund agreed for the tandem').waitFor();
    await openMenu();
    await take('tandem', /Note by Sam/);
    await page.locator('[data-found]').getByText('Refund agreed for the tandem').waitFor();
  });

  it('takes what was typed along to another browser, and forgets it where it was emptied', async () => {
    await openMenu();
    await take('write a note', 'Write a note');
    const kept = page.waitForResponse(
      (answer) => answer.url().endsWith('/drafts') && answer.request().method() === 'PUT',
    );
    await page.getByRole('textbox', { name: 'Note' }).fill('Half a sentence');
    expect((await kept).status()).toBe(204);
    const other = await openDesk(browser, service.url, lead);
    try {
      await other.page.goto(page.url());
      await other.page.getByRole('tab', { name: 'Note' }).click();
      const field = other.page.getByRole('textbox', { name: 'Note' });
      await expect.poll(() => field.inputValue()).toBe('Half a sentence');
      const gone = other.page.waitForResponse((answer) => answer.request().method() === 'PUT');
      await field.fill('');
      expect((await gone).status()).toBe(204);
    } finally {
      await other.page.context().close();
    }
    await page.reload();
    await page.getByRole('tab', { name: 'Note' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: 'Note' }).inputValue()).toBe('');
  });

  it('changes the language by the command menu, and back', async () => {
    await openMenu();
    await take('language', 'Change the language…');
    await take('deutsch', 'Deutsch');
    await page.locator('html[lang=de]').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /^Personen, Nachrichten/ }).waitFor();
    await take('english', 'English');
    await page.locator('html[lang=en]').waitFor();
  });

  it('goes to a message and to a day of a long thread, and back to the newest, without loading what is between', async () => {
    await openMenu();
    await page.keyboard.type('@ana.prueba');
    // Those of before she was searched for are gone.
    const found = page.getByRole('group', { name: 'Conversations' }).getByRole('option');
    await expect.poll(() => found.allInnerTexts()).toEqual([expect.stringContaining('Ana García')]);
    for (let i = 0; i < 20 && (await found.getAttribute('aria-selected')) !== 'true'; i += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const messages = page.getByRole('region', { name: 'Messages' });
    await messages.getByText('Line 399 of').waitFor();
    desk.heard.length = 0;
    await page.keyboard.press('Control+f');
    await page.getByPlaceholder('Words in this conversation').fill('line 17');
    await page.getByText(/^1 of \d+$/).waitFor();
    await page.keyboard.press('Enter');
    await messages
      .getByText(/Line 17\d? of/)
      .first()
      .waitFor();
    await page.getByPlaceholder('Words in this conversation').fill('line 5');
    await messages
      .getByText(/Line 5\d? of/)
      .first()
      .waitFor();
    expect(desk.heard.filter(({ path }) => path.endsWith('/messages')).length).toBeLessThan(12);
    await page.getByRole('button', { name: 'Close the search' }).click();
    await page.getByRole('button', { name: /newest/ }).click();
    await messages.getByText('Line 399 of').waitFor();
  });

  it('puts a tag on a person and fills in a field, and shows them by it', async () => {
    await page.goto(`${service.url}/settings/tags`);
    await page.getByRole('button', { name: 'New tag' }).click();
    await page.getByLabel('Name').fill('VIP');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('VIP').waitFor();
    await page.reload();
    await page.getByText('VIP').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.goto(`${service.url}/settings/fields`);
    await page.getByRole('button', { name: 'New field' }).click();
    await page.getByLabel('Name').fill('E-mail');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('E-mail').waitFor();
    await page.reload();
    await page.getByText('E-mail').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.goto(`${service.url}/people?q=ali.h`);
    await people().first().click();
    const noted = page.getByRole('region', { name: 'Noted of this person' });
    await noted.getByPlaceholder('Add a tag').click();
    await page.getByRole('option', { name: 'VIP' }).click();
    await noted.getByRole('button', { name: 'Take off VIP' }).waitFor();
    await noted.getByRole('button', { name: /^E-mail/ }).click();
    await page.keyboard.type('ali@example.com');
    await page.keyboard.press('Enter');
    await noted.getByText('ali@example.com').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.goto(`${service.url}/people?q=ali@example`);
    await expect.poll(() => people().allInnerTexts()).toEqual([expect.stringContaining('VIP')]);
    await page.getByLabel('Search contacts').fill('');
    await choose('Tag', 'VIP');
    await expect.poll(() => people().count()).toBe(1);
    expect(desk.errors).toEqual([]);
  });
});
