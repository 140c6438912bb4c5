// What is watched inside a page: each frame's length while somebody scrolls, and when which text was painted.

import type { Page } from 'playwright-core';
import { quantile } from './figures.ts';

export interface Frames {
  p50: number;
  p95: number;
  worst: number;
  /** Percent of the frames that took longer than two at 60 a second: what an eye sees as a stutter. */
  late: number;
  count: number;
}

interface Watching {
  frames: number[];
  watching: boolean;
  seen: Record<string, number>;
}

const lateMs = 33.4;
const betweenWheelsMs = 12;

/** Scrolls with the wheel for so long, over what `target` matches. Positive: down. */
export async function scrollFrames(
  page: Page,
  target: string,
  { seconds, step }: { seconds: number; step: number },
): Promise<Frames> {
  const box = await page.locator(target).first().boundingBox();
  if (!box) throw new Error(`There is nothing to scroll at ${target}.`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => {
    const here = globalThis as unknown as Watching;
    here.frames = [];
    here.watching = true;
    let before = performance.now();
    const tick = (now: number) => {
      here.frames.push(now - before);
      before = now;
      if (here.watching) requestAnimationFrame(tick);
    };
    requestAnimationFrame((now) => {
      before = now;
      requestAnimationFrame(tick);
    });
  });
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    await page.mouse.wheel(0, step);
    await new Promise((resolve) => setTimeout(resolve, betweenWheelsMs));
  }
  const frames = await page.evaluate(() => {
    const here = globalThis as unknown as Watching;
    here.watching = false;
    return here.frames;
  });
  return {
    p50: quantile(frames, 0.5),
    p95: quantile(frames, 0.95),
    worst: Math.max(...frames),
    late: (100 * frames.filter((ms) => ms > lateMs).length) / frames.length,
    count: frames.length,
  };
}

/** Notes from now on when the text `message NAME-N.` is painted, by where it stands: `where` names the places by selector. */
export async function watchTexts(page: Page, where: Record<string, string>): Promise<void> {
  await page.evaluate((places) => {
    const here = globalThis as unknown as Watching;
    here.seen = {};
    const noted = new Set<string>();
    let fresh: string[] = [];
    const painted = () => {
      const names = fresh;
      fresh = [];
      // A task after the frame: by then it has been handed on to be shown.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const now = Date.now();
        for (const name of names) here.seen[name] = now;
      };
      port2.postMessage(0);
    };
    const look = (node: Node) => {
      for (const [, name] of (node.textContent ?? '').matchAll(/message ([a-z]+-\d+)\./g)) {
        const element = node instanceof Element ? node : node.parentElement;
        for (const [place, selector] of Object.entries(places)) {
          if (!element?.closest(selector) && !(element?.querySelector(selector) ?? null)) continue;
          const key = `${place} ${name}`;
          if (noted.has(key)) continue;
          noted.add(key);
          fresh.push(key);
          if (fresh.length === 1) requestAnimationFrame(painted);
        }
      }
    };
    new MutationObserver((mutations) => {
      for (const { type, target, addedNodes } of mutations)
        if (type === 'characterData') look(target);
        else addedNodes.forEach(look);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, where);
}

/** By `place name`: when it was painted, in milliseconds since the epoch. */
export async function seenTexts(page: Page): Promise<Map<string, number>> {
  return new Map(Object.entries(await page.evaluate(() => (globalThis as unknown as Watching).seen)));
}
