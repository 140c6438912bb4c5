// npm test [-- PATTERN...]: every check of this repository, each counted, and then the tests. With a pattern, only the
// tests whose files match it. The last line is always "Tests: N passed, N failed" (and ", N skipped").

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';
import { buildDesk } from './build-desk.mjs';
import { ensureChromium } from './chromium.mjs';

const report = join(root, '.cache', 'vitest.json');
const modules = join(root, 'node_modules');
const patterns = process.argv.slice(2);
const count = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

const node = await bootstrap();
const env = {
  ...process.env,
  // Every test file is a process, and some start the service as one more: each reads the same modules.
  NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
  ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1', FORCE_COLOR: undefined }),
};

if (patterns.length === 0) {
  await check('format and lint (biome)', [
    join(modules, '@biomejs/biome/bin/biome'),
    'check',
    '--error-on-warnings',
    '.',
  ]);
  await check('types (tsc)', [
    join(modules, 'typescript-native/bin/tsc'),
    '--incremental',
    '--tsBuildInfoFile',
    '.cache/types.tsbuildinfo',
  ]);
  await check('walls (dependency-cruiser)', ['tools/walls.ts']);
  await check('nothing unused (knip)', [join(modules, 'knip/bin/knip.js')]);
}
await prepareBrowser();
await runTests();
closingLine();

async function check(name, args) {
  const startedAt = Date.now();
  const { code, said } = await run(args, true);
  record(name, code === 0, startedAt, said);
}

function record(name, ok, startedAt, said) {
  count[ok ? 'passed' : 'failed'] += 1;
  if (!ok) {
    failures.push(name);
    console.log(said.trim());
  }
  console.log(`${ok ? 'passed' : 'FAILED'}  ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
}

/** The browser tests want the desk built and a browser; without a browser they skip themselves, saying why. */
async function prepareBrowser() {
  const startedAt = Date.now();
  try {
    const result = await buildDesk(node);
    if (patterns.length === 0) record(`the desk is built (${result})`, true, startedAt, '');
  } catch (error) {
    record('the desk is built', false, startedAt, error.message);
  }
  const browser = await ensureChromium();
  if (browser.path !== undefined) env.CHROMIUM_PATH = browser.path;
  else {
    env.THROUGHLINE_NO_BROWSER = browser.reason;
    console.log(`Browser tests are skipped: ${browser.reason}`);
  }
}

async function runTests() {
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run([join(modules, 'vitest/vitest.mjs'), 'run', ...reporters, ...patterns], false);
  const result = readReport();
  if (result === undefined) {
    count.failed += 1;
    failures.push(`vitest wrote no report (it ended with ${code})`);
    return;
  }
  const broken = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  count.passed += result.numPassedTests;
  count.failed += result.numFailedTests + broken.length;
  count.skipped += result.numPendingTests + result.numTodoTests;
  for (const file of result.testResults) {
    for (const { status, fullName } of file.assertionResults) if (status === 'failed') failures.push(fullName);
  }
  for (const { name } of broken) failures.push(`${name} could not be run`);
  if (result.numPassedTests + result.numFailedTests === 0) {
    count.failed += 1;
    failures.push('no test was run');
  } else if (code !== 0 && result.numFailedTests + broken.length === 0) {
    count.failed += 1;
    failures.push(`vitest ended with ${code}: see above for an error outside of any test`);
  }
}

function readReport() {
  if (!existsSync(report)) return undefined;
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}

function closingLine() {
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  process.exitCode = count.failed > 0 ? 1 : 0;
  console.log(`Tests: ${count.passed} passed, ${count.failed} failed${skipped}`);
}

/** `kept`: the output is returned; else it is shown as it comes. */
function run(args, kept) {
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: root,
      env,
      stdio: kept ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    const stop = () => child.kill('SIGTERM');
    process.once('SIGTERM', stop);
    let said = '';
    if (kept) {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (data) => {
          said += data;
        });
      }
    }
    child.once('error', (error) => resolve({ code: 1, said: error.message }));
    child.once('close', (code, signal) => {
      process.removeListener('SIGTERM', stop);
      resolve({ code: code ?? 1, said: signal === null ? said : `${said}\nended by ${signal}` });
    });
  });
}
