// The browser of the browser tests. `npm test` says where it is, or why there is none.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const executable =
  process.env.CHROMIUM_PATH ?? onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome');

/** Why browser tests cannot run; undefined where they can. For `describe.skipIf(noBrowser !== undefined)`. */
export const noBrowser: string | undefined =
  process.env.THROUGHLINE_NO_BROWSER ??
  (executable === undefined ? 'no Chromium found (set CHROMIUM_PATH)' : undefined);

/** A Chromium with a fresh profile. Close it when done. */
export function openBrowser(): Promise<Browser> {
  if (executable === undefined) throw new Error(noBrowser);
  return chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
