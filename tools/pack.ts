// npm run pack -- FOLDER: makes identity/ and the client of contract/ into packages for npm, and puts their tarballs into FOLDER.
//
// The workspace itself stays private and runs as TypeScript. Node reads no TypeScript under node_modules, so what is published
// is JavaScript with declarations, compiled for the oldest Node that is supported.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const limitMs = 60_000;

interface Package {
  /** As it is published. */
  name: string;
  /** Where it is in the workspace. */
  source: string;
  /** What may be imported of it, and the file that is it, without its ending. */
  exports: Readonly<Record<string, string>>;
}

export const packages = {
  identity: { name: '@throughline/identity', source: 'identity', exports: { '.': 'index' } },
  client: {
    name: '@throughline/client',
    source: 'contract',
    exports: { '.': 'client/index', './schemas': 'index' },
  },
} as const satisfies Record<string, Package>;

/** Answers the path of the tarball. Throws with what the compiler or npm said. */
export function pack(folder: string, one: Package = packages.identity): string {
  compile(one);
  const into = resolve(folder);
  mkdirSync(into, { recursive: true });
  const staged = mkdtempSync(join(tmpdir(), 'throughline-pack-'));
  try {
    stage(staged, one);
    const said = npm(['pack', '--json', '--offline', '--ignore-scripts', '--pack-destination', into], staged);
    const [packed]: { filename: string }[] = JSON.parse(said);
    if (!packed) throw new Error(`npm packed nothing: ${said}`);
    return join(into, packed.filename);
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

const distOf = ({ source }: Package) => join(root, source, 'dist');

function compile(one: Package): void {
  const dist = distOf(one);
  rmSync(dist, { recursive: true, force: true });
  run(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, one.source, 'tsconfig.build.json')],
    root,
  );
  // The compiler renames imports in JavaScript only; what declarations import must be named as it is published, too.
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue;
    const text = readFileSync(join(dist, file), 'utf8');
    writeFileSync(join(dist, file), text.replaceAll(/(from\s+'\.{1,2}\/[^']+)\.ts'/g, "$1.js'"));
  }
}

function stage(folder: string, one: Package): void {
  cpSync(distOf(one), join(folder, 'dist'), { recursive: true });
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(one), null, 2)}\n`);
  writeFileSync(join(folder, 'README.md'), readme(folder, one));
}

/** What is said of the package in the workspace, without what holds there only. */
function manifest({ name, source, exports }: Package) {
  const { version, description, license, type, dependencies } = JSON.parse(
    readFileSync(join(root, source, 'package.json'), 'utf8'),
  );
  return {
    name,
    version,
    description,
    license,
    type,
    engines: { node: '>=20' },
    sideEffects: false,
    exports: Object.fromEntries(
      Object.entries(exports).map(([path, file]) => [
        path,
        { types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` },
      ]),
    ),
    files: ['dist', '*.md'],
    ...(dependencies && { dependencies }),
  };
}

/** Links lead to what the package holds: sources to what became of them, pages of the repository to a copy beside it. */
function readme(folder: string, { source }: Package): string {
  const text = readFileSync(join(root, source, 'README.md'), 'utf8');
  return text
    .replaceAll(/\]\(([\w-]+)\.ts\)/g, '](dist/$1.js)')
    .replaceAll(/\]\((\.\.\/[\w/-]+\.md)\)/g, (_, page: string) => {
      cpSync(join(root, source, page), join(folder, basename(page)));
      return `](${basename(page)})`;
    });
}

/** The npm that called us, where one did. */
function npm(args: string[], cwd: string): string {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args], cwd) : run('npm', args, cwd);
}

function run(command: string, args: string[], cwd: string): string {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: limitMs,
    shell,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder] = process.argv.slice(2);
  if (folder) for (const one of Object.values(packages)) console.log(pack(folder, one));
  else {
    console.error('Usage: npm run pack -- FOLDER');
    process.exitCode = 2;
  }
}
