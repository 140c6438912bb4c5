// What an agent sees and sends besides words: files both ways, places, cards, choices, reactions, quotes, edits and deletions,
// what failed and is sent again. In a browser, with the whole service, and the pretend WhatsApp on the other side.

import type { Person } from '@throughline/simulator';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { accessibilityProblems, contentsOf, type DeskPage, openDesk, photograph } from '../support/desk.ts';
import { pdf, png, voiceNote } from '../support/files.ts';
import { addUser, startTestService, type TestService } from '../support/service.ts';
import { sightings, startTown, type Town } from '../support/town.ts';
import { waitFor } from '../support/waiting.ts';

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
let desk: DeskPage;
/** Who wrote in; another one for each test. */
let customer: Person;
/** How many messages had been sent when its thread was opened. */
let sentBefore: number;

describe.skipIf(noBrowser !== undefined)('messages in the desk', () => {
  beforeAll(async () => {
    browser = await openBrowser();
    town = await startTown();
    service = await startTestService({ graphUrl: town.url });
    town.pointAt({ url: service.webhookUrl });
    await addUser(service.db, maya);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.end();
    await town?.close();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && desk) console.error(`The screen then: ${await photograph(desk.page)}`);
    await desk?.page.context().close();
  });

  /** Somebody new writes, and the desk is open at the thread. */
  async function openThreadOf(name: string, phone: string): Promise<void> {
    customer = town.world.addPerson({ name, phone, country: 'US' });
    customer.write(sales, 'Hello, is my bike ready?');
    desk = await openDesk(browser, service.url, maya);
    await desk.page.getByTestId('conversation-row').filter({ hasText: name }).click();
    await message('is my bike ready').waitFor();
    town.catchUp();
    sentBefore = town.outbox.length;
  }

  it('shows what customers send, whatever it is, and nothing of the wire', async () => {
    await openThreadOf('Ana', '+15550106001');
    const { page } = desk;
    customer.sendMedia(sales, { type: 'image', bytes: png(640, 400), mimeType: 'image/png', caption: 'the receipt' });
    const picture = page.getByRole('img', { name: 'the receipt' });
    await picture.waitFor();
    // The box is the picture's own shape before the picture is there.
    const box = await picture.boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1.6, 1);

    customer.sendMedia(sales, { type: 'audio', bytes: voiceNote(), mimeType: 'audio/ogg; codecs=opus', voice: true });
    await page.getByRole('button', { name: 'Play the voice message' }).waitFor();

    customer.sendMedia(sales, {
      type: 'document',
      bytes: pdf(),
      mimeType: 'application/pdf',
      filename: 'Invoice 88.pdf',
    });
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Save Invoice 88.pdf\s*PDF/ }).click();
    expect((await saved).suggestedFilename()).toBe('Invoice 88.pdf');

    customer.write(sales, { type: 'location', location: { latitude: 6.45407, longitude: 3.39467, name: 'The shop' } });
    await message('The shop').getByText('6.45407, 3.39467').waitFor();
    const map = message('The shop').getByRole('link', { name: 'Open in' });
    expect(await map.getAttribute('href')).toContain('openstreetmap.org');
    expect(await map.getAttribute('rel')).toContain('noopener');

    customer.shareCard(sales, { name: 'Otra Persona', phone: '+4915155501177' });
    await page.getByRole('article', { name: 'Card of Otra Persona' }).getByText('+49 1515 5501177').waitFor();

    const wrong = customer.write(sales, 'The front wheel');
    await message('The front wheel').waitFor();
    town.pass(5);
    customer.edit(wrong, 'The rear wheel');
    const edited = message('The rear wheel');
    await edited.getByRole('button', { name: 'What it said before' }).click();
    await edited.getByText('The front wheel').waitFor();

    const regretted = customer.write(sales, 'Never mind this');
    await message('Never mind this').waitFor();
    town.pass(5);
    customer.revoke(regretted);
    await message('deleted this message').waitFor();
    expect(await messages().textContent()).not.toContain('Never mind this');

    // Where a link has run out, a new one is asked for.
    let refused = false;
    await page.route('**/media/*', (route) => {
      if (refused || route.request().url().includes('/api/')) return route.continue();
      refused = true;
      return route.fulfill({ status: 403, body: '' });
    });
    await page.reload();
    await picture.waitFor();
    await waitFor('the picture after a refusal', () =>
      picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
    );
    expect(refused).toBe(true);

    await picture.click();
    const viewer = page.getByRole('dialog', { name: /^Pictures/ });
    await viewer.getByRole('paragraph').filter({ hasText: 'the receipt' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });

    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.locator(`html[data-theme=${scheme}]`).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    }
    expect(sightings(town.canaries(), [...desk.heard, await contentsOf(page)])).toEqual([]);
    expect(desk.errors).toEqual([]);
  });

  it('sends files, places, cards, choices, quotes and reactions as WhatsApp wants them', async () => {
    await openThreadOf('Bea', '+15550106002');
    const { page } = desk;
    const files = page.getByTestId('file-input');
    await files.setInputFiles([
      { name: 'shop.png', mimeType: 'image/png', buffer: png(60, 40) },
      { name: 'prices.pdf', mimeType: 'application/pdf', buffer: pdf() },
      { name: 'huge.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(5_000_001) },
    ]);
    const tray = page.getByRole('list', { name: 'Attached files' });
    await tray.getByText('A picture may be up to 5 MB.', { exact: false }).waitFor();
    await tray.getByRole('button', { name: 'Take huge.jpg out' }).click();
    await tray.locator('[data-state=ready]').nth(1).waitFor();
    // Uploaded files outlive the page.
    await page.getByRole('textbox', { name: 'Reply' }).fill('Here we are');
    await page.reload();
    await tray.locator('[data-state=ready]').nth(1).waitFor();

    await message('is my bike ready').hover();
    await message('is my bike ready')
      .getByRole('button', { name: /^Answer this/ })
      .click();
    await page.getByRole('group', { name: 'Answering' }).getByText('is my bike ready').waitFor();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await accepted(2);
    expect(sent(0)).toMatchObject({ type: 'image', image: { caption: 'Here we are' } });
    expect(sent(0)).toHaveProperty('context.message_id');
    expect(sent(1)).toMatchObject({ type: 'document', document: { filename: 'prices.pdf' } });

    await somethingElse('A place');
    await page.getByLabel('Where', { exact: true }).fill('6.45407, 3.39467');
    await page.getByLabel('Name', { exact: true }).fill('The shop');
    await page.getByRole('button', { name: 'Send the place' }).click();
    await accepted(3);
    expect(sent(2)).toMatchObject({ type: 'location', location: { name: 'The shop' } });

    await somethingElse('Buttons or a list');
    await page.getByLabel('What you write', { exact: true }).fill('Which day?');
    await page.getByLabel('Answer 1', { exact: true }).fill('Friday');
    await page.getByRole('button', { name: 'Another answer' }).click();
    await page.getByLabel('Answer 2', { exact: true }).fill('Saturday');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    await accepted(4);
    expect(sent(3)).toMatchObject({ type: 'interactive', interactive: { type: 'button' } });

    await somethingElse('A contact card');
    await page.getByLabel('Search people').fill('Bea');
    await page.getByTestId('person').filter({ hasText: 'Bea' }).click();
    await page.getByRole('button', { name: 'Send the card' }).click();
    await accepted(5);
    expect(sent(4)).toMatchObject({ type: 'contacts', contacts: [{ name: { formatted_name: 'Bea' } }] });

    const asked = message('is my bike ready').first();
    await asked.hover();
    await asked.getByRole('button', { name: 'React', exact: true }).click();
    await page.getByRole('button', { name: '👍', exact: true }).click();
    await asked.getByRole('img', { name: /^Reactions: 👍/ }).waitFor();
    await accepted(6);
    expect(sent(5)).toMatchObject({ type: 'reaction', reaction: { emoji: '👍' } });
    expect(desk.errors).toEqual([]);
  });

  it('says why a message failed, and sends it again when somebody decides so', async () => {
    await openThreadOf('Cora', '+15550106003');
    const { page } = desk;
    customer.fails(131026);
    await page.getByRole('textbox', { name: 'Reply' }).fill('Come by at noon');
    await page.getByRole('textbox', { name: 'Reply' }).press('Enter');
    const first = message('Come by at noon').first();
    await first.getByText('not delivered').waitFor();
    customer.fails(null);
    await first.getByRole('button', { name: 'Send again' }).click();
    await first.getByRole('button', { name: 'It was sent again' }).waitFor();
    await message('Come by at noon').locator('[data-status=delivered]').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(desk.errors).toEqual([]);
  });
});

function messages(): Locator {
  return desk.page.getByRole('region', { name: 'Messages' });
}

function message(text: string): Locator {
  return desk.page.locator('[data-kind=message]', { hasText: text });
}

async function somethingElse(label: string): Promise<void> {
  await desk.page.getByRole('button', { name: 'Send something else' }).click();
  await desk.page.getByRole('menuitem', { name: label }).click();
}

async function accepted(count: number): Promise<void> {
  await waitFor(`${count} messages at WhatsApp`, async () => town.outbox.length - sentBefore >= count);
}

function sent(index: number): Record<string, unknown> | undefined {
  return town.outbox[sentBefore + index]?.body;
}
