// A Chromium for the browser tests: one that is there, else one from the system's package manager.

import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPath = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** `{ path }`, or `{ reason }` where none can be had. Installs one where that is possible. */
export async function ensureChromium(out = process.stdout) {
  const tell = (line) => out.write(`${line}\n`);
  const present = findChromium();
  if (present !== undefined) return { path: present };
  const installers = installersHere();
  if (installers === undefined) return { reason: 'no Chromium found, and no package manager to install one with' };
  if (installers.refusal !== undefined) return { reason: installers.refusal };
  tell(`No Chromium found for the browser tests: installing it with ${installers.name}`);
  for (const command of installers.commands) {
    if ((await run(command, tell)) !== 0) return { reason: `no Chromium found, and \`${command.join(' ')}\` failed` };
  }
  const installed = findChromium();
  return installed === undefined ? { reason: 'the Chromium that was installed does not run' } : { path: installed };
}

/** Tried by running it: on some systems `chromium-browser` is a note that says to install something else. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const candidates = [...names.map(onPath), process.platform === 'darwin' ? macPath : undefined];
  return candidates.find((path) => path !== undefined && isExecutable(path) && runs(path));
}

function installersHere() {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (onPath('brew') !== undefined) return { name: 'brew', commands: [['brew', 'install', '--cask', 'chromium']] };
  const known = [
    [
      'apt-get',
      [
        ['update', '-q'],
        ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
      ],
    ],
    ['dnf', [['install', '-y', '-q', 'chromium']]],
    ['apk', [['add', '--no-progress', 'chromium']]],
  ];
  for (const [name, steps] of known) {
    if (onPath(name) === undefined) continue;
    if (prefix.length > 0 && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) {
      return {
        name,
        refusal: `no Chromium found, and installing one with ${name} needs root (sudo asks for a password)`,
      };
    }
    return { name, commands: steps.map((step) => [...prefix, name, ...step]) };
  }
  return undefined;
}

function run([program, ...args], tell) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const startedAt = Date.now();
    const timer = setInterval(() => tell(`  still at it: ${Math.round((Date.now() - startedAt) / 1000)} s`), 5_000);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        said = (said + data).slice(-2_000);
      });
    }
    const done = (code) => {
      clearInterval(timer);
      if (code !== 0) tell(said.trim());
      resolve(code);
    };
    child.once('error', () => done(1));
    child.once('close', done);
  });
}

function runs(path) {
  const version = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 15_000 });
  return version.status === 0 && /Chrom(e|ium) \d+/.test(version.stdout);
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
