// Lists out and in: a supervisor has files made, once and every night, and brings a list of people that is looked at before it is carried out.

import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message, text } from '../../server/testing/webhooks.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems, type DeskPage, openDesk } from '../support/desk.ts';
import { addUser, inboxEmpty, startTestService, type TestService } from '../support/service.ts';
import { startTown, type Town } from '../support/town.ts';
import { postWebhook } from '../support/webhooks.ts';

const sue = {
  email: 'sue@example.com',
  name: 'Sue',
  role: 'supervisor' as const,
  password: 'a long sentence to sign in',
};
const hidden = { bsuid: 'US.8001', name: 'Bea Hidden', username: 'bea.hidden' };
const list = 'Customer,Phone,Segment\nNova,912 000 001,VIP\nNova again,+351912000001,\nWrong,12,\n';
let browser: Browser;
let town: Town;
let service: TestService;
let desk: DeskPage;

describe.skipIf(noBrowser !== undefined)('lists', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    town = await startTown();
    service = await startTestService({ graphUrl: town.url });
    await addUser(service.db, sue);
    const hello = message(hidden, { at: -60, id: 'wamid.l1' }, text('Is the bike ready?'));
    expect(await postWebhook(service.webhookUrl, JSON.stringify(hello))).toBe(200);
    await inboxEmpty(service.db);
    desk = await openDesk(browser, service.url, sue);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.end();
    await town?.close();
  });

  it('go out as files, with whoever hides the number, and are destroyed for good', async () => {
    const { page } = desk;
    await page.goto(`${service.url}/settings/exports`);
    await page.getByText('No files yet').waitFor();
    await page.getByRole('button', { name: 'New export' }).click();
    const form = page.getByRole('dialog', { name: 'New export' });
    expect(await form.getByText('WhatsApp’s own ids go along').count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await form.getByRole('button', { name: 'Make the file' }).click();
    const row = page.getByRole('row', { name: /Contacts/ });
    await row.getByText('Ready').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('link', { name: 'Download' }).click(),
    ]);
    const rows = parse(readFileSync(await download.path()), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toMatchObject([{ name: 'Bea Hidden', phone: '', phone_hidden: 'yes', username: 'bea.hidden' }]);
    expect(await accessibilityProblems(page)).toEqual([]);
    await row.getByRole('button', { name: 'Destroy' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Destroy' }).click();
    await row.getByText('Called off').waitFor();
    expect(await row.getByRole('link', { name: 'Download' }).count()).toBe(0);
  });

  it('go out again and again, until that is paused or deleted', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'New export' }).click();
    const form = page.getByRole('dialog', { name: 'New export' });
    await form.getByRole('radio', { name: /Messages/ }).check({ force: true });
    await form.getByRole('button', { name: /How often/ }).click();
    await page.getByRole('option', { name: 'Every week' }).click();
    await form.getByRole('textbox', { name: 'Name' }).fill('For the warehouse');
    await form.getByRole('button', { name: 'Save the schedule' }).click();
    const row = page.getByRole('row', { name: /For the warehouse/ });
    await row.getByText('Every Monday at').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await row.getByRole('button', { name: 'Pause' }).click();
    await row.getByText('Paused', { exact: true }).waitFor();
    await row.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Nothing is made again and again').waitFor();
  });

  it('come in after they were looked at, and say what became of each row', async () => {
    const { page } = desk;
    await page.goto(`${service.url}/settings/imports`);
    await page.getByText('No lists yet').waitFor();
    await page.setInputFiles('input[type=file]', { name: 'crm.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await page.getByRole('heading', { name: 'What the columns are' }).waitFor();
    await page.getByRole('button', { name: /Customer/ }).click();
    await page.getByRole('option', { name: 'Name', exact: true }).click();
    await page.getByRole('combobox', { name: 'Numbers without a country code are from' }).fill('Portug');
    await page.getByRole('option', { name: 'Portugal' }).click();
    await page.getByRole('checkbox', { name: 'Make tags that are not there yet' }).press('Space');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Look what would happen' }).click();
    await page.getByText('Ready to run').waitFor();
    await page
      .getByRole('row', { name: /Nova again/ })
      .getByText('The same as an earlier line · Line 2')
      .waitFor();
    await page.getByRole('row', { name: /Wrong/ }).getByText('Not a number WhatsApp knows').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Run the import' }).click();
    const asks = page.getByRole('alertdialog');
    await asks.getByText('1 new person comes in, and something is noted of 0 who are known.').waitFor();
    await asks.getByRole('button', { name: 'Run the import' }).click();
    await page.getByText('Done', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'New people' }).click();
    await page.getByRole('heading', { name: 'Nova' }).first().waitFor();
  });
});
