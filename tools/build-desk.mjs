// Builds the desk where its sources have changed since the last build, each file of text beside its compressed forms.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import { root, showProgress } from './bootstrap.mjs';

const stamp = join(root, '.cache', 'desk-build');
const built = join(root, 'desk', 'dist', 'index.html');
const skipped = new Set(['dist', 'node_modules']);

/** Resolves with 'fresh', 'built', or throws with what vite said. `node`: the path of Node 24. */
export async function buildDesk(node, out = process.stdout) {
  const hash = hashSources();
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return 'fresh';
  const progress = showProgress(out, 'Building the desk');
  try {
    await runVite(node);
    await compress(join(root, 'desk', 'dist'));
  } catch (error) {
    progress.end(false);
    throw error;
  }
  progress.end();
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, hash);
  return 'built';
}

async function runVite(node) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(node, [vite, 'build', 'desk', '--logLevel', 'warn'], {
    cwd: root,
    // Where a test builds it, NODE_ENV is `test`, and React would come with all its checks: three times the size.
    env: { ...process.env, NODE_ENV: 'production', FORCE_COLOR: undefined, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said += data;
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The desk could not be built (vite ended with ${code}):\n${said.trim()}`);
}

const text = /\.(js|css|html|svg|json|webmanifest)$/;
const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/**
 * Once for all readers, at the best quality there is: the service sends the files as they lie. Brotli at 11 takes a second for
 * the whole desk and is a sixth smaller than gzip; compressing at each request would take the event loop's time instead.
 */
async function compress(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => text.test(name));
  await Promise.all(
    files.map(async (name) => {
      const path = join(folder, name);
      const content = await readFile(path);
      const params = { [zlib.BROTLI_PARAM_QUALITY]: 11, [zlib.BROTLI_PARAM_SIZE_HINT]: content.length };
      await writeFile(`${path}.br`, await asBrotli(content, { params }));
      await writeFile(`${path}.gz`, await asGzip(content, { level: 9 }));
    }),
  );
}

function hashSources() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  hash.update(readFileSync(new URL(import.meta.url)));
  for (const folder of ['desk', 'contract']) {
    for (const path of filesUnder(join(root, folder))) {
      hash.update(`\0${relative(root, path).split(sep).join('/')}\0`).update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name) && !/\.(test|e2e)\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]));
}
