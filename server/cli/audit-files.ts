// The files an audit of code looks at.

import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { limits } from '../limits.ts';
import { auditedNames } from '../readiness/code/audit-text.ts';
import type { SourceText } from '../readiness/code/finding.ts';

/** A file to audit, or why it is not read. */
export type Taken = { kind: 'text'; source: SourceText } | { kind: 'passed_over'; path: string; why: string };

/** What others wrote, and what is made from what is there. */
const notOurs = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'dist',
  'build',
  'out',
  'coverage',
  '.next',
  '.nuxt',
]);
const locks = /^(package-lock|npm-shrinkwrap|composer)\.json$|^pnpm-lock\.yaml$|\.min\.[cm]?js$/;

/** `root`: a folder or one file. `all`: also built files and those of others. Links are not followed. */
export async function* filesUnder(root: string, all: boolean): AsyncGenerator<Taken> {
  const about = await stat(root);
  if (about.isFile()) yield await take(root, basename(root));
  let files = 0;
  for await (const path of about.isFile() ? [] : namesUnder(root, all)) {
    files++;
    if (files > limits.auditedFiles)
      throw new Error(`There are more than ${limits.auditedFiles} files under ${root}. Audit its parts.`);
    yield await take(path, relative(root, path).split(sep).join('/'));
  }
}

async function* namesUnder(folder: string, all: boolean): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory() && isWanted(entry, all)) yield* namesUnder(join(folder, entry.name), all);
    if (entry.isFile() && auditedNames.test(entry.name) && !locks.test(entry.name)) yield join(folder, entry.name);
  }
}

function isWanted({ name }: Dirent, all: boolean): boolean {
  return name !== '.git' && name !== 'node_modules' && (all || (!notOurs.has(name) && !name.startsWith('.')));
}

async function take(path: string, name: string): Promise<Taken> {
  const { size } = await stat(path);
  if (size > limits.auditedFileBytes)
    return { kind: 'passed_over', path: name, why: `It is larger than ${limits.auditedFileBytes} bytes.` };
  const text = await readFile(path, 'utf8');
  const isPacked = /\.[cm]?jsx?$/.test(path) && text.length / (text.split('\n').length + 1) > limits.auditedLineLength;
  if (isPacked)
    return { kind: 'passed_over', path: name, why: 'It is packed: its lines are too long to be written by a person.' };
  return { kind: 'text', source: { path: name, text } };
}
