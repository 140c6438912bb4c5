// Pictures of the desk against approved ones. Kept at half their size: small in the repository, and forgiving of the edges of
// letters, which every machine draws a little differently.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** How much may differ where browser and fonts are those the picture was approved with, and where they are not. */
const tolerated = { same: 0.001, other: 0.06 } as const;

export interface Likeness {
  isAlike: boolean;
  /** What differs, where the pictures are, and how to approve the new one. */
  report: string;
}

/**
 * Compares with the approved picture at `path`, or makes it the approved one where APPROVE_PICTURES is set or there is none.
 * `drawnBy`: browser and fonts, kept beside the picture; where they are others, only a broken page counts as different.
 */
export function compare(png: Buffer, path: string, drawnBy: string): Likeness {
  const actual = halved(PNG.sync.read(png));
  const note = `${path}.txt`;
  if (process.env.APPROVE_PICTURES !== undefined) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, encode(actual));
    writeFileSync(note, `${drawnBy}\n`);
    return { isAlike: true, report: '' };
  }
  if (!existsSync(path)) return { isAlike: false, report: `There is no approved picture ${path}. ${howToApprove}` };
  const approved = PNG.sync.read(readFileSync(path));
  const isSame = readFileSync(note, 'utf8').trim() === drawnBy;
  const { share, diff } = difference(approved, actual);
  if (share <= tolerated[isSame ? 'same' : 'other']) return { isAlike: true, report: '' };
  const folder = mkdtempSync(join(tmpdir(), 'throughline-pictures-'));
  writeFileSync(join(folder, basename(path)), encode(actual));
  writeFileSync(join(folder, `differences-${basename(path)}`), encode(diff));
  const drawn = isSame ? '' : ` (drawn by ${drawnBy}, so only much counts)`;
  return {
    isAlike: false,
    report: `${(share * 100).toFixed(2)} % of ${basename(path)} differs${drawn}: see ${folder}. ${howToApprove}`,
  };
}

/** Names the browser and what it draws letters with, by the widths of words in the scripts the desk is read in. */
export async function drawnBy(page: Page): Promise<string> {
  const version = page.context().browser()?.version() ?? '';
  const widths = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) return '';
    context.font = '40px "Inter Variable", system-ui, sans-serif';
    return ['Throughline', 'رانيا', 'आराध्या'].map((word) => context.measureText(word).width.toFixed(1)).join(' ');
  });
  return `Chromium ${version}, letters ${widths}`;
}

const howToApprove = 'If it is as it should be: APPROVE_PICTURES=1 npm test -- components.e2e';

function difference(approved: PNG, actual: PNG): { share: number; diff: PNG } {
  const width = Math.max(approved.width, actual.width);
  const height = Math.max(approved.height, actual.height);
  const diff = new PNG({ width, height });
  const different = pixelmatch(onto(approved, width, height), onto(actual, width, height), diff.data, width, height, {
    threshold: 0.15,
  });
  return { share: different / (width * height), diff };
}

function onto(picture: PNG, width: number, height: number): Buffer {
  if (picture.width === width && picture.height === height) return picture.data;
  const canvas = new PNG({ width, height });
  PNG.bitblt(picture, canvas, 0, 0, picture.width, picture.height, 0, 0);
  return canvas.data;
}

function halved(picture: PNG): PNG {
  const half = new PNG({ width: picture.width >> 1, height: picture.height >> 1 });
  const at = (x: number, y: number, channel: number) => picture.data[(y * picture.width + x) * 4 + channel] ?? 0;
  for (let y = 0; y < half.height; y += 1)
    for (let x = 0; x < half.width; x += 1)
      for (let channel = 0; channel < 4; channel += 1) {
        const [left, top] = [x * 2, y * 2];
        const sum =
          at(left, top, channel) +
          at(left + 1, top, channel) +
          at(left, top + 1, channel) +
          at(left + 1, top + 1, channel);
        half.data[(y * half.width + x) * 4 + channel] = sum >> 2;
      }
  return half;
}

function encode(picture: PNG): Buffer {
  return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 });
}
