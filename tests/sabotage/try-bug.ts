// Runs the test that is to catch a bug, with the bug planted, in a vitest of its own.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bug } from './bugs.ts';

const root = join(import.meta.dirname, '../..');

/** caught: a test failed. survived: none did. broken: no test could be run, which says nothing about the tests. */
export type Verdict = 'caught' | 'survived' | 'broken';

export async function tryBug(bug: Bug): Promise<{ verdict: Verdict; said: string }> {
  return runTests([bug.caughtBy], bug);
}

/** Without `bug` the tests are run as they are. */
export async function runTests(caughtBy: readonly string[], bug?: Bug): Promise<{ verdict: Verdict; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-sabotage-'));
  const report = join(folder, 'report.json');
  try {
    const said = await vitest(['--reporter=json', `--outputFile=${report}`], { caughtBy, bug });
    return { verdict: verdictIn(report), said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How often a bug's text stands in its file: it must be once, or the list has gone stale. */
export function occurrencesOf({ file, find }: Bug): number {
  return readFileSync(join(root, file), 'utf8').split(find).length - 1;
}

/** Runs `work` over all, two at a time: the machines this must pass on have two cores. */
export async function twoAtATime<T>(all: readonly T[], work: (one: T, i: number) => Promise<void>): Promise<void> {
  const queue = all.map((one, i) => [one, i] as const).values();
  const take = async () => {
    for (const [one, i] of queue) await work(one, i);
  };
  await Promise.all([take(), take()]);
}

function vitest(args: string[], sabotage: { caughtBy: readonly string[]; bug: Bug | undefined }): Promise<string> {
  const own = Object.entries(process.env).filter(([name]) => !/^(VITEST|THROUGHLINE_SABOTAGE)/.test(name));
  const env = { ...Object.fromEntries(own), NODE_ENV: 'test', THROUGHLINE_SABOTAGE: JSON.stringify(sabotage) };
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const config = join(import.meta.dirname, 'vitest.config.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'run', '--config', config, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        said += data;
      });
    }
    child.once('error', reject);
    child.once('close', () => resolve(said));
  });
}

function verdictIn(report: string): Verdict {
  let told: { numPassedTests: number; numFailedTests: number };
  try {
    told = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return 'broken';
  }
  if (told.numFailedTests > 0) return 'caught';
  return told.numPassedTests > 0 ? 'survived' : 'broken';
}
