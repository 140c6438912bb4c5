// npm run docs: prints the pages that are made from the sources. tools/docs/ has a test that they are as they would be printed.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cases } from '../identity/cases.testing.ts';
import { roomMaps } from '../server/flows/data-map.ts';
import { families } from '../server/readiness/code/catalog/catalog.ts';
import { dataMapPage } from './docs/data-map.ts';
import { identityRules } from './docs/identity-rules.ts';
import { readinessRules } from './docs/readiness-rules.ts';

const root = join(import.meta.dirname, '..');

/** Each page by its path from the root. */
export function pages(): Map<string, string> {
  const preface = readFileSync(join(import.meta.dirname, 'docs/identity-rules-preface.md'), 'utf8');
  const mapPreface = readFileSync(join(import.meta.dirname, 'docs/data-map-preface.md'), 'utf8');
  return new Map([
    ['docs/identity-rules.md', identityRules(cases, preface)],
    ['docs/data-map.md', dataMapPage(roomMaps, mapPreface)],
    ['docs/readiness-rules.md', readinessRules(families)],
  ]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [path, text] of pages()) {
    writeFileSync(join(root, path), text);
    console.log(`${path}: ${text.split('\n').length} lines`);
  }
}
