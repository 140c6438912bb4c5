// Before the browser tests: the desk as it is served, built once for all of them.

import { noBrowser } from './browser.ts';
import { buildDesk } from './desk.ts';

export default async function setup(): Promise<void> {
  if (noBrowser === undefined) await buildDesk();
}
