// The desk as an agent has it: a real browser, the real service, a full database. How soon it opens and how much it loads, whether
// scrolling a long conversation and a long list is smooth, and how long an inbound message takes to the screen; each beside a bare
// page in the same browser.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createUser } from '../../server/access/people.ts';
import { inTransaction } from '../../server/db/connect.ts';
import { openBrowser } from '../../tests/support/browser.ts';
import { buildDesk } from '../../tests/support/desk.ts';
import { freePort } from '../../tests/support/service.ts';
import { type Child, startChild, startService } from './children.ts';
import { fillConversations, fillLongThread, longPerson } from './desk-fill.ts';
import { type Inbound, measureInbound } from './desk-inbound.ts';
import { type Frames, scrollFrames } from './desk-page.ts';
import type { Figure } from './figures.ts';
import { fillContacts } from './fill-contacts.ts';
import type { LoadResult } from './generator.ts';
import type { Settings } from './settings.ts';
import type { Stage, StageDatabase } from './stage.ts';
import { appSecret } from './webhooks.ts';

const agent = {
  email: 'bench@example.com',
  name: 'Bench',
  role: 'admin' as const,
  password: 'the bench signs in with this',
};
const viewport = { width: 1440, height: 900 };
const quietMs = 1_500;
const listRow = '[data-testid=conversation-row]';
const listPane = 'section[aria-label="Conversations"]';
const thread = '[data-testid=timeline-item]';
const messages = 'section[aria-label="Messages"]';
/** Pages of the list, all of them fetched: no list may take longer. */
const wholeListMs = 180_000;
/** Of a row in the desk's list and, on average, in a thread. */
const rowHeights = { list: 84, thread: 90 };

interface Round {
  opening: { scriptKb: number; laterKb: number; usableMs: number };
  thread: Frames;
  bareThread: Frames;
  list: Frames;
  /** While it is fetched to its end, page by page, as fast as it comes. */
  fetching: Frames;
  bareList: Frames;
  inbound: Inbound;
  bareInbound: Inbound;
}

export async function measureDesk(stage: Stage, settings: Settings, say: (line: string) => void): Promise<Figure[]> {
  await buildDesk();
  const db = await stage.database();
  await fill(db, settings, say);
  const port = String(await freePort());
  const service = await startService(db.url, stage.home, appSecret, { PORT: port });
  const bare = await startChild<never>('bare-desk.ts');
  const generator = await startChild<LoadResult>('generator.ts');
  const browser = await openBrowser();
  try {
    const rounds: Round[] = [];
    for (let round = 1; round <= settings.rounds; round++) {
      const parts = { browser, url: service.greeting, bareUrl: bare.greeting, generator, db };
      rounds.push(await measureRound(parts, { ...settings, round }, say));
    }
    return figuresOf(rounds, settings);
  } finally {
    await browser.close();
    for (const child of [generator, bare, service]) await child.stop();
    await db.close();
  }
}

async function fill(db: StageDatabase, settings: Settings, say: (line: string) => void): Promise<void> {
  await fillContacts(db, settings.conversations, say);
  await fillConversations(db, settings.conversations);
  await fillLongThread(db, settings.threadMessages);
  await inTransaction(db, (tx) => createUser(tx, agent));
  await db.sql`vacuum (analyze)`;
  // The filling's own: the next comes a quarter of an hour later, and not in the middle of a flood, where each page is written whole after it.
  await db.sql`checkpoint`;
}

interface Parts {
  browser: Browser;
  url: string;
  bareUrl: string;
  generator: Child<LoadResult>;
  db: StageDatabase;
}

async function measureRound(
  parts: Parts,
  settings: Settings & { round: number },
  say: (line: string) => void,
): Promise<Round> {
  const { browser, url, bareUrl } = parts;
  const seconds = settings.deskSeconds;
  const signedIn = await signIn(browser, url);
  const opening = await measureOpening(browser, url, signedIn);
  say(`  opened: ${opening.scriptKb.toFixed(0)} KB of script, usable after ${opening.usableMs.toFixed(0)} ms`);
  const context = await contextOf(browser, signedIn);
  const page = await context.newPage();
  const barePage = await context.newPage();
  try {
    await barePage.bringToFront();
    const bareOf = async (rows: number, height: number) => {
      await barePage.goto(`${bareUrl}/list?rows=${rows}&height=${height}`);
      return await scrollFrames(barePage, '#s', { seconds, step: 120 });
    };
    const bareThread = await bareOf(settings.threadMessages, rowHeights.thread);
    const bareList = await bareOf(settings.conversations, rowHeights.list);
    await page.bringToFront();
    await page.goto(`${url}/inbox/${longPerson.id}`);
    await page.locator(thread).first().waitFor();
    const threadFrames = await scrollFrames(page, messages, { seconds, step: -120 });
    say(`  thread: ${written(threadFrames)}; bare ${written(bareThread)}`);
    const fetching = await fetchWholeList(page, settings.conversations);
    say(`  list fetched: ${written(fetching)}`);
    const list = await scrollFrames(page, listPane, { seconds, step: -120 });
    say(`  list: ${written(list)}; bare ${written(bareList)}`);
    await page.goto(`${url}/inbox/${longPerson.id}`);
    await page.locator(thread).first().waitFor();
    const inbound = await measureInbound(page, { ...parts, to: url, settings, places: { thread, list: listRow } });
    say(`  inbound: ${inbound.thread.length} in the thread, ${inbound.list.length} in the list`);
    await barePage.bringToFront();
    await barePage.goto(`${bareUrl}/echo`);
    const bareInbound = await measureInbound(barePage, {
      ...parts,
      to: bareUrl,
      settings,
      places: { thread: '[data-place]', list: '[data-place]' },
    });
    return { opening, thread: threadFrames, bareThread, list, fetching, bareList, inbound, bareInbound };
  } finally {
    await context.close();
  }
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

async function signIn(browser: Browser, url: string): Promise<Session> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel('Email').fill(agent.email);
  await page.getByLabel('Password', { exact: true }).fill(agent.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/inbox');
  const session = await context.storageState();
  await context.close();
  return session;
}

function contextOf(browser: Browser, storageState: Session): Promise<BrowserContext> {
  return browser.newContext({ viewport, storageState, reducedMotion: 'reduce' });
}

/** With nothing in the browser's cache. Script as it came over the wire; usable: the list is there. */
async function measureOpening(browser: Browser, url: string, session: Session): Promise<Round['opening']> {
  const context = await contextOf(browser, session);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  wire.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  const started = performance.now();
  await page.goto(`${url}/inbox`, { waitUntil: 'commit' });
  await page.locator(listRow).first().waitFor();
  const usableMs = performance.now() - started;
  const scriptKb = bytes / 1024;
  await page.waitForTimeout(quietMs);
  await context.close();
  return { scriptKb, laterKb: bytes / 1024, usableMs };
}

/** To the end of the list, again and again, until there is no more; the frames meanwhile. */
async function fetchWholeList(page: Page, conversations: number): Promise<Frames> {
  const until = performance.now() + wholeListMs;
  const stretches: Frames[] = [];
  for (;;) {
    stretches.push(await scrollFrames(page, listPane, { seconds: 2, step: 20_000 }));
    const held = await page.locator(`li:has(${listRow})`).last().getAttribute('aria-posinset');
    if (Number(held) >= conversations) break;
    if (performance.now() > until)
      throw new Error(`Only ${held} of ${conversations} conversations were listed in time.`);
  }
  const worst = stretches.toSorted((a, b) => b.p95 - a.p95)[0];
  if (!worst) throw new Error('Nothing was scrolled.');
  return { ...worst, worst: Math.max(...stretches.map((one) => one.worst)) };
}

function written({ p50, p95, worst, late }: Frames): string {
  return `frames p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, worst ${worst.toFixed(0)} ms, ${late.toFixed(1)} % late`;
}

function figuresOf(rounds: readonly Round[], { conversations, threadMessages, deskRate }: Settings): Figure[] {
  const of = (value: (round: Round) => number) => rounds.map(value);
  const frames = (title: string, ours: (round: Round) => Frames, bare: (round: Round) => Frames): Figure[] => {
    const figure = (
      name: string,
      unit: 'ms' | '%',
      value: (frames: Frames) => number,
      goal?: Figure['goal'],
    ): Figure => ({
      name,
      unit,
      values: of((round) => value(ours(round))),
      bare: { name: 'bare list of the same rows', values: of((round) => value(bare(round))) },
      ...(goal && { goal }),
    });
    return [
      figure(`${title}: frames, p50`, 'ms', (one) => one.p50, { most: 17 }),
      figure('  frames, p95', 'ms', (one) => one.p95, { most: 33.4 }),
      figure('  worst frame', 'ms', (one) => one.worst),
      figure('  frames later than 33 ms', '%', (one) => one.late, { most: 5 }),
    ];
  };
  const inbound = (name: string, place: 'thread' | 'list', share: 'p50' | 'p95', goal?: Figure['goal']): Figure => ({
    name,
    unit: 'ms',
    values: of((round) => round.inbound[share](place)),
    bare: { name: 'bare echo by server-sent events', values: of((round) => round.bareInbound[share](place)) },
    ...(goal && { goal }),
  });
  const thousands = (count: number) => count.toLocaleString('en-US');
  return [
    {
      name: 'Desk opened: script until the list is there, compressed',
      unit: 'KB',
      values: of(({ opening }) => opening.scriptKb),
      goal: { most: 200 },
    },
    { name: '  script until the network is still', unit: 'KB', values: of(({ opening }) => opening.laterKb) },
    { name: '  until the list is there', unit: 'ms', values: of(({ opening }) => opening.usableMs) },
    ...frames(
      `Conversation of ${thousands(threadMessages)} messages`,
      (round) => round.thread,
      (round) => round.bareThread,
    ),
    ...frames(
      `List of ${thousands(conversations)} conversations`,
      (round) => round.list,
      (round) => round.bareList,
    ),
    { name: '  while all of it is fetched: frames, p95', unit: 'ms', values: of(({ fetching }) => fetching.p95) },
    { name: '  while all of it is fetched: worst frame', unit: 'ms', values: of(({ fetching }) => fetching.worst) },
    inbound(`Inbound to the open conversation at ${deskRate}/s, p50`, 'thread', 'p50'),
    inbound('  p95', 'thread', 'p95', { most: 500 }),
    inbound('Inbound to the list, p50', 'list', 'p50'),
    inbound('  p95', 'list', 'p95', { most: 500 }),
    {
      name: '  messages not in the open conversation in the end',
      unit: '',
      values: of(({ inbound: { missed } }) => missed),
      goal: { most: 0 },
    },
  ];
}
