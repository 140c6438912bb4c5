// What was chosen last, for as long as the window is open: names of people are not left in the browser.

import type { Entry } from './entry.ts';

const most = 8;
let used: Entry[] = [];

export function recentIds(): string[] {
  return used.map(({ id }) => id);
}

/** People and conversations opened lately, the last first. */
export function recentPlaces(): Entry[] {
  return used.filter(({ isPlace }) => isPlace);
}

/** Does what an entry is for, and remembers it. */
export function takeEntry(entry: Entry): void {
  used = [entry, ...used.filter(({ id }) => id !== entry.id)].slice(0, most);
  entry.run();
}
