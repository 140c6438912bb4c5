// Two agents at one thread: notes and mentions, ready answers, emoji, taking a reply back, and not talking over each other. In two
// browsers' contexts, with the whole service, and the pretend WhatsApp on the other side.

import type { Person } from '@throughline/simulator';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems, contentsOf, type DeskPage, openDesk, photograph } from '../support/desk.ts';
import { addUser, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

const sales = '200000000000002';
const password = 'a long sentence to sign in';
const maya = { email: 'maya@example.com', name: 'Maya', role: 'supervisor' as const, password };
const jonas = { email: 'jonas@example.com', name: 'Jonas Lind', role: 'agent' as const, password };

let browser: Browser;
let town: Town;
let service: TestService;
let desks: DeskPage[];
/** Who wrote in; another one for each test. */
let customer: Person;

describe.skipIf(noBrowser !== undefined)('two agents together', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    town = await startTown();
    service = await startTestService({ graphUrl: town.url });
    town.pointAt({ url: service.webhookUrl });
    await addUser(service.db, maya);
    await addUser(service.db, jonas);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.end();
    await town?.close();
  });

  beforeEach(() => {
    desks = [];
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      for (const { page } of desks) console.error(`The screen then: ${await photograph(page)}`);
    for (const { page } of desks) await page.context().close();
  });

  /** Somebody new writes, and the thread is nobody's yet. */
  function writes(name: string, phone: string, where = town): void {
    customer = where.world.addPerson({ name, phone, country: 'US' });
    customer.write(sales, 'Hello, is my bike ready?');
  }

  /** At the desk, with the customer's thread open. */
  async function sit(who: typeof maya | typeof jonas, undoSeconds = 0): Promise<Page> {
    const desk = await openDesk(browser, service.url, { ...who, undoSeconds });
    desks.push(desk);
    await row(desk.page).click();
    await item(desk.page, 'is my bike ready').waitFor();
    town.catchUp();
    return desk.page;
  }
  const row = (page: Page, name = customer.name) => page.getByTestId('conversation-row').filter({ hasText: name });
  const item = (page: Page, words: string): Locator => page.getByTestId('timeline-item').filter({ hasText: words });
  const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' });
  const note = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true });

  it('a note with a mention reaches the colleague, who finds it from the queue; the customer never hears of it', async () => {
    writes('Ana', '+15550106001');
    const [hers, his] = [await sit(maya), await sit(jonas)];
    await his.getByRole('link', { name: /^Inbox/ }).click();
    // N is for a note, wherever the focus is but in a text.
    await row(hers).focus();
    await hers.keyboard.press('n');
    await note(hers).pressSequentially('Held one in the back, tag 2291. @jon');
    await hers.getByRole('option', { name: 'Jonas Lind' }).waitFor();
    expect(await accessibilityProblems(hers)).toEqual([]);
    await hers.keyboard.press('Enter');
    await note(hers).pressSequentially('please confirm');
    await hers.keyboard.press('Enter');
    await item(hers, 'Held one in the back').locator('b', { hasText: '@Jonas Lind' }).waitFor();

    const mentions = his.getByTitle('Mentions');
    await his.getByText('Maya called you in a note.').waitFor();
    await waitFor('the count in the title', async () => (await his.title()).startsWith('(1) '));
    await mentions.click();
    const called = his.getByRole('link', { name: /Maya in the conversation with Ana/ });
    await called.getByText('new').waitFor();
    expect(await accessibilityProblems(his)).toEqual([]);
    await called.click();
    await item(his, 'Note · Maya').getByText('please confirm').waitFor();
    await waitFor('the count to go', async () => !(await his.title()).startsWith('('));
    // It is not his to change.
    expect(await his.getByRole('button', { name: 'Edit the note' }).count()).toBe(0);

    await item(hers, 'Held one').hover();
    await hers.getByRole('button', { name: 'Edit the note' }).click();
    await hers.getByRole('textbox', { name: 'Edit the note' }).fill('Held one in the front.');
    await hers.keyboard.press('Enter');
    await item(his, 'Held one in the front.').getByText('edited').waitFor();
    await item(hers, 'Held one').hover();
    await hers.getByRole('button', { name: 'Delete the note' }).click();
    await hers.getByRole('alertdialog').getByRole('button', { name: 'Delete the note' }).click();
    await item(his, 'Maya deleted this note.').waitFor();

    expect(JSON.stringify(town.outbox)).not.toContain('Held one');
    const canaries = town.canaries();
    expect(canaries.size).toBeGreaterThan(0);
    for (const { heard, page, errors } of desks) {
      expect(sightings(canaries, [...heard, await contentsOf(page)])).toEqual([]);
      expect(errors).toEqual([]);
    }
  });

  it('a ready answer is found by /, shown filled, and sent as it was shown', async () => {
    writes('Ben', '+15550106002');
    const page = await sit(maya);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Ready answers' }).click();
    await page.getByText('No ready answers yet').waitFor();
    for (const [shortcut, title, body] of [
      ['ready', 'It is ready', 'Hi {{contact.name|there}}, it is ready. {{agent.name}}, {{business.name}}'],
      ['call', 'We call', 'We call you on {{contact.phone}}.'],
    ] as const) {
      await page.getByRole('button', { name: 'New answer' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('textbox', { name: 'Shortcut' }).fill(shortcut);
      await form.getByRole('textbox', { name: 'Title' }).fill(title);
      await form.getByRole('textbox', { name: 'Answer' }).fill(body);
      if (shortcut === 'ready') expect(await accessibilityProblems(page)).toEqual([]);
      await form.getByRole('button', { name: 'Keep it' }).click();
      await page.getByRole('listitem').filter({ hasText: title }).waitFor();
    }

    await page.getByRole('link', { name: /^Inbox/ }).click();
    await row(page).click();
    await reply(page).pressSequentially('/rea');
    await page.getByRole('option', { name: /It is ready/ }).waitFor();
    await page.getByText('Hi Ben, it is ready. Maya, Sales').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await waitFor('the answer', async () => (await reply(page).inputValue()) === 'Hi Ben, it is ready. Maya, Sales');
    await page.keyboard.press('Enter');
    await item(page, 'Hi Ben, it is ready. Maya, Sales').waitFor();
    await waitFor('it at WhatsApp', async () => JSON.stringify(town.outbox).includes('Hi Ben, it is ready.'));

    // Somebody without a number: the place stays open and nothing goes until it is written over.
    const hidden = town.world.addPerson({ name: 'Bo', phone: '+15550106003', country: 'US' });
    hidden.adoptUsername('bo.hides');
    hidden.write(sales, 'Can you call me?');
    await row(page, 'Bo').click();
    await item(page, 'Can you call me?').waitFor();
    await reply(page).pressSequentially('/call');
    await page.keyboard.press('Enter');
    await page.getByText('It is not known here: their number.').waitFor();
    expect(await page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '{{contact.phone}}' }).click();
    await page.keyboard.type('your new number');
    expect(await reply(page).inputValue()).toBe('We call you on your new number.');
    expect(await page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(false);
  });

  it('an emoji is found by its name and goes where the caret is; a draft outlives a reload', async () => {
    writes('Cleo', '+15550106004');
    const page = await sit(jonas);
    await reply(page).fill('All good');
    await reply(page).press('Home');
    await page.getByRole('button', { name: 'Emoji' }).click();
    const picker = page.getByRole('dialog', { name: 'Emoji' });
    await picker.getByRole('option', { name: 'grinning face', exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await picker.getByRole('radio', { name: 'Skin tone 3' }).click({ force: true });
    await picker.getByRole('searchbox').fill('thumbs up');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await waitFor('the emoji', async () => (await reply(page).inputValue()) === '👍🏽All good');
    await page.getByRole('tab', { name: 'Note' }).click();
    await note(page).fill('only for us');
    await page.reload();
    await waitFor('the draft', async () => (await reply(page).inputValue()) === '👍🏽All good');
    await page.getByRole('tab', { name: 'Note' }).click();
    expect(await note(page).inputValue()).toBe('only for us');
  });

  it('a reply can be taken back for some seconds, and goes by itself where nobody does, even with the desk closed', async () => {
    writes('Dan', '+15550106005');
    const page = await sit(jonas, 10);
    await reply(page).fill('Too quick');
    await reply(page).press('Enter');
    await item(page, 'Too quick').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await waitFor('the text to be back', async () => (await reply(page).inputValue()) === 'Too quick');
    await item(page, 'Too quick').waitFor({ state: 'detached' });

    await reply(page).fill('Ready at noon');
    await reply(page).press('Enter');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.context().close();
    expect(JSON.stringify(town.outbox)).not.toContain('Ready at noon');
    const sent = () => JSON.stringify(town.outbox).split('Ready at noon').length - 1;
    await waitFor('it at WhatsApp', async () => sent() > 0, 30_000);
    expect(sent()).toBe(1);
    expect(JSON.stringify(town.outbox)).not.toContain('Too quick');
    desks = [];
  });

  it('two agents see each other, and none sends over what the other has just said', async () => {
    writes('Eva', '+15550106006');
    const [hers, his] = [await sit(maya), await sit(jonas)];
    await hers.getByTestId('collision').getByText('Jonas Lind is here too.').waitFor();
    await his.getByTestId('collision').getByText('Maya is here too.').waitFor();
    await reply(his).pressSequentially('I can');
    await hers.getByTestId('collision').getByText('Jonas Lind is writing').waitFor();
    expect(await accessibilityProblems(hers)).toEqual([]);

    await reply(hers).fill('It is ready at noon');
    await reply(hers).press('Enter');
    await his.getByRole('alert').getByText('answered while you were writing').waitFor();
    await reply(his).press('Enter');
    await his.getByText('Press Enter once more').waitFor();
    expect(await reply(his).inputValue()).toBe('I can');
    expect(await accessibilityProblems(his)).toEqual([]);
    await reply(his).press('Enter');
    await item(hers, 'I can').waitFor();

    await his.getByTitle('Mentions').click();
    await hers.getByTestId('collision').waitFor({ state: 'detached' });
  });

  it('a note can be written where the window for replies is closed', async () => {
    const earlier = await startTown({ startsAt: Date.now() - 2 * 86_400_000, seed: 8, webhookUrl: service.webhookUrl });
    writes('Fay', '+15550106007', earlier);
    await earlier.settled();
    await earlier.close();
    const page = await sit(jonas);
    await page.getByText('The reply window closed').waitFor();
    await page.getByRole('tab', { name: 'Note' }).click();
    await note(page).fill('Wait until she writes again');
    await note(page).press('Enter');
    await item(page, 'Wait until she writes again').getByText('Note · Jonas Lind').waitFor();
    await page.getByRole('tab', { name: 'Reply' }).click();
    await page.getByText('The reply window closed').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
