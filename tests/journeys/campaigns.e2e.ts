// Templates and campaigns as a supervisor sees them: a template is found and previewed, a list is dropped in, checked, sent and
// watched, and an answer to it is found in the inbox. The real service, the pretend Meta on the other side.

import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { approvedTemplate } from '../support/campaigns.ts';
import { accessibilityProblems, contentsOf, type DeskPage, openDesk, photograph } from '../support/desk.ts';
import { addUser, apiOf, inboxEmpty, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';
const supervisor = {
  email: 'sade@example.com',
  name: 'Sade',
  role: 'supervisor' as const,
  password: 'a long sentence to sign in',
};

let browser: Browser;
let town: Town;
let service: TestService;
let desk: DeskPage;

describe.skipIf(noBrowser !== undefined)('templates and campaigns in the desk', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    town = await startTown({ knobs: { templateReviewMs: null } });
    town.catchUp();
    service = await startTestService({ graphUrl: town.url });
    town.pointAt({ url: service.webhookUrl });
    await addUser(service.db, supervisor);
    const api = await apiOf(service, 'supervisor');
    await approvedTemplate(town, api, 'spring_offer', 'Hello {{1}}, {{2}} off until Friday.', ['Ana', '10 %']);
    desk = await openDesk(browser, service.url, supervisor);
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

  const clean = async () => {
    for (const scheme of ['light', 'dark'] as const) {
      await desk.page.emulateMedia({ colorScheme: scheme });
      await desk.page.locator(`html[data-theme=${scheme}]`).waitFor();
      expect(await accessibilityProblems(desk.page)).toEqual([]);
    }
  };

  it('shows a template as the customer sees it, and that it was paused, as it happens', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: 'Templates' }).click();
    await page.getByRole('button', { name: /spring_offer/ }).click();
    const bubble = page.getByRole('region', { name: 'spring_offer, as the customer sees it' });
    await bubble.getByText('Hello {{1}}, {{2}} off until Friday.').waitFor();
    await page.getByText('such as Ana').waitFor();
    await clean();
    const atMeta = town.world.catalog.named('100000000000001', 'spring_offer')[0];
    if (!atMeta) throw new Error('Meta has no such template.');
    town.catchUp();
    town.world.catalog.setStatus(atMeta, 'PAUSED');
    await page.getByText(/WhatsApp paused it on .*3 hours/).waitFor();
    town.pass(5);
    town.world.catalog.setStatus(atMeta, 'APPROVED');
    await page.getByText('Approved').first().waitFor();
    await page.getByLabel('Search templates').fill('nothing like it');
    await page.getByText('No template fits').waitFor();
  });

  it('sends a template, filled in, where the window has closed', async () => {
    const { page } = desk;
    const zoe = town.world.addPerson({ name: 'Zoe Marsh', phone: '+15550210009', country: 'US' });
    town.world.at(town.world.now() - 2 * 86_400_000, () => zoe.write(sales, 'Is there an offer?'));
    await town.settled();
    await page.getByRole('link', { name: 'Inbox' }).click();
    await page.getByRole('link', { name: /Zoe Marsh/ }).click();
    await page.getByRole('button', { name: 'Send a template' }).click();
    await page.getByRole('option', { name: /spring_offer/ }).click();
    await page.getByLabel('Body, 1').fill('Zoe');
    await page.getByLabel('Body, 2').fill('10 %');
    await clean();
    // Before the last letters have been looked at: it goes once they have.
    await page.getByLabel('Body, 2').fill('15 %');
    await page.getByRole('button', { name: 'Send template' }).click();
    await page.getByText('Hello Zoe, 15 % off until Friday.').last().waitFor();
    const sent = () => town.outbox.filter(({ personId }) => personId === zoe.id);
    await waitFor('the template is at WhatsApp', () => sent().length > 0);
    expect(sent().map(({ body }) => JSON.stringify(body).includes('15 %'))).toEqual([true]);
  });

  it('takes a campaign from a name to its answers', async () => {
    const { page } = desk;
    const people = ['Ana Okafor', 'Ben Diaz', 'Cleo Sato', 'Dan Weiss'].map((name, i) =>
      town.world.addPerson({ name, phone: `+1555021000${i + 1}`, country: 'US' }),
    );
    await page.getByRole('link', { name: 'Campaigns' }).click();
    await page.getByText('No campaign yet').waitFor();
    await page.getByRole('button', { name: 'New campaign' }).click();
    await page.getByLabel('Name').fill('Spring');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('heading', { name: 'Spring' }).waitFor();
    await page.getByRole('listbox', { name: 'Templates' }).getByText('spring_offer').click();
    await page.getByRole('button', { name: 'Choose another' }).waitFor();
    const time = page.getByRole('region', { name: 'Time and pace' });
    await time.getByRole('radio', { name: 'At a time' }).press('Space');
    await time.getByLabel('Time zone').selectOption('America/Bogota');
    const when = time.getByRole('group', { name: 'Day and time there' });
    await when.getByRole('spinbutton', { name: /^day/ }).focus();
    await page.keyboard.type('241220200930');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await when
      .or(time)
      .getByText(/^The earliest is /)
      .waitFor();
    await when.getByRole('spinbutton', { name: /^year/ }).focus();
    await page.keyboard.type('2040');
    await page.keyboard.press('Enter');
    await time.getByText(/24 December 2040.*09:30.*Bogota/).waitFor();
    await time.getByText(/^On your own clock that is /).waitFor();
    await clean();
    await time.getByRole('radio', { name: 'When I start it' }).press('Space');
    await time.getByText(/^Starts when you start it/).waitFor();

    const lines = people.map(({ name, phone }) => `${name},+${phone},10 %`);
    const list = ['Name,Mobile,Reduction', ...lines, 'Nobody,call me,10 %', `Ana again,+${people[0]?.phone},5 %`];
    const file = { name: 'spring.csv', mimeType: 'text/csv', buffer: Buffer.from(list.join('\n')) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('spring.csv, 6 rows').waitFor();
    await page
      .getByText('NumberColumn')
      .or(page.getByRole('columnheader', { name: /Mobile/ }).getByText('Number'))
      .waitFor();
    const values = page.getByRole('region', { name: 'Values' });
    await values.getByRole('button', { name: 'Fill them in' }).click();
    await values.getByLabel('Body, 2', { exact: true }).selectOption({ label: 'Column “Reduction”' });
    await values.getByText('Everything is filled in').waitFor();
    await clean();

    await page.getByRole('button', { name: 'Check all rows' }).click();
    await page.getByText('4 people will get it, 2 will not').waitFor();
    await page.getByRole('button', { name: 'Not a phone number' }).click();
    await page.getByRole('row', { name: /call me/ }).waitFor();
    // The rows from before stay in sight until the others are here.
    await waitFor(
      'the heading and the one row',
      async () => (await page.getByRole('region', { name: 'Rows', exact: true }).getByRole('row').count()) === 2,
    );
    await clean();

    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const asked = page.getByRole('alertdialog', { name: 'Start the campaign now?' });
    await asked.getByText(/4 people will get “spring_offer” from Sales/).waitFor();
    await asked.getByText('2 rows are left out.').waitFor();
    town.catchUp();
    town.pass(2);
    await asked.getByRole('button', { name: 'Send to 4 people' }).click();
    await page.getByRole('heading', { name: 'Results' }).waitFor();
    await page.getByText(/^100\s?% done/).waitFor();
    await waitFor(
      'four templates are at WhatsApp',
      () => town.outbox.filter(({ personId }) => people.some(({ id }) => id === personId)).length === 4,
    );

    const [ana] = people;
    town.catchUp();
    ana?.adoptUsername('ana.okafor');
    town.pass(30);
    ana?.write(sales, 'Yes please, the blue one');
    await town.settled();
    await inboxEmpty(service.db);
    await page.getByText('1 person wrote back').waitFor({ timeout: 20_000 });
    await clean();
    await page
      .getByRole('row', { name: /Ana Okafor/ })
      .getByRole('link')
      .click();
    await page.getByRole('region', { name: 'Messages' }).getByText('Yes please, the blue one').waitFor();
    await page
      .getByRole('region', { name: 'Messages' })
      .getByText('Hello Ana Okafor, 10 % off until Friday.')
      .waitFor();

    expect(sightings(town.canaries(), [...desk.heard, await contentsOf(page)])).toEqual([]);
    expect(desk.errors).toEqual([]);
  });
});
