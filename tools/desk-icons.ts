// node tools/run.mjs tools/desk-icons.ts: draws the desk's icons for home screens from desk/public/icon.svg. Run it after a
// change to that picture, and commit what it draws.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../tests/support/browser.ts';

const folder = join(import.meta.dirname, '..', 'desk', 'public');

/** `room`: the share of the side left free on each edge, where a system cuts its own shape out of the picture. */
const icons = [
  { name: 'icon-192', side: 192, room: 0 },
  { name: 'icon-512', side: 512, room: 0 },
  { name: 'maskable-192', side: 192, room: 0.14 },
  { name: 'maskable-512', side: 512, room: 0.14 },
  { name: 'apple-touch-icon', side: 180, room: 0.08 },
] as const;

const svg = await readFile(join(folder, 'icon.svg'), 'utf8');
const ground = /<rect[^>]*fill="(#[0-9a-f]{6})"/.exec(svg)?.[1];
if (ground === undefined) throw new Error('icon.svg has no ground to take the color of.');
const browser = await openBrowser();
const page = await browser.newPage();
for (const icon of icons) await writeFile(join(folder, 'icons', `${icon.name}.png`), await draw(page, icon));
await browser.close();

async function draw(page: Page, { side, room }: (typeof icons)[number]): Promise<Buffer> {
  const inner = Math.round(side * (1 - 2 * room));
  await page.setViewportSize({ width: side, height: side });
  await page.setContent(
    `<style>body{margin:0;width:${side}px;height:${side}px;display:grid;place-items:center;` +
      `background:${room > 0 ? ground : 'transparent'}}svg{width:${inner}px;height:${inner}px}</style>${svg}`,
  );
  return await page.screenshot({ omitBackground: true });
}
