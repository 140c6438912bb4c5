// What somebody has who installs the package and nothing else: no workspace, no TypeScript at run time, any Node from 20 on.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pack } from '../../tools/pack.ts';

const repository = join(import.meta.dirname, '../..');
const readme = readFileSync(join(repository, 'identity/README.md'), 'utf8');
const limitMs = 60_000;

let folder: string;
let installed: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-package-'));
  installed = join(folder, 'node_modules/@throughline/identity');
  writeFileSync(join(folder, 'package.json'), '{ "name": "somebody", "private": true, "type": "module" }');
  install(pack(join(folder, 'tarballs')));
}, 2 * limitMs);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the identity package, installed from its tarball', () => {
  it(
    'type-checks its complete example against the declarations, then prints what its README says',
    () => {
      writeFileSync(join(folder, 'example.ts'), exampleIn(readme));
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(strictest));
      run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', folder]);
      for (const node of nodes()) expect(run(node, ['example.js']).trim(), node).toBe(outputIn(readme));
    },
    3 * limitMs,
  );

  it(
    'does not let through an example that misuses it',
    () => {
      mkdirSync(join(folder, 'wrong'), { recursive: true });
      const wrong = "import { replyAddress } from '@throughline/identity';\nreplyAddress('nobody');\n";
      writeFileSync(join(folder, 'wrong/example.ts'), wrong);
      writeFileSync(join(folder, 'wrong/tsconfig.json'), JSON.stringify(strictest));
      const compile = () => run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', 'wrong']);
      expect(compile).toThrow(/Expected 2 arguments/);
    },
    limitMs,
  );

  it('imports nothing but its own files', () => {
    const files = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => /\.(js|d\.ts)$/.test(file));
    expect(sources.length).toBeGreaterThan(20);
    for (const file of sources) {
      const text = readFileSync(join(installed, 'dist', file), 'utf8');
      for (const target of importsOf(text)) {
        expect(target, file).toMatch(/^\.{1,2}\/.+\.js$/);
        expect(existsSync(normalize(join(installed, 'dist', dirname(file), target))), `${file} -> ${target}`).toBe(
          true,
        );
      }
    }
  });

  it('has a manifest to publish: not private, no dependencies, everything it names is there', () => {
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('private');
    expect(Object.keys(manifest).filter((key) => /dependencies|scripts/i.test(key))).toEqual([]);
    expect(manifest).toMatchObject({ name: '@throughline/identity', license: 'Apache-2.0', engines: { node: '>=20' } });
    for (const path of Object.values<string>(manifest.exports['.']))
      expect(existsSync(join(installed, path))).toBe(true);
    expect(existsSync(join(installed, 'LICENSE'))).toBe(true);
    expect(readdirSync(join(installed, 'dist')).filter((file) => /\.test|\.testing/.test(file))).toEqual([]);
  });

  it('has pages whose links lead somewhere in the package', () => {
    for (const page of readdirSync(installed).filter((file) => file.endsWith('.md'))) {
      const links = [...readFileSync(join(installed, page), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)];
      for (const [, link = ''] of links) expect(existsSync(join(installed, link)), `${page} -> ${link}`).toBe(true);
    }
  });
});

describe('the workspace', () => {
  it('stays private', () => {
    for (const manifest of ['package.json', 'identity/package.json'])
      expect(JSON.parse(readFileSync(join(repository, manifest), 'utf8'))).toMatchObject({ private: true });
  });
});

/** No type of Node: the example and the declarations need what every runtime has, and `console`. */
const strictest = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
  },
  include: ['*.ts'],
};

function exampleIn(text: string): string {
  return blockAfter(text, '## A complete example', /```ts\n([\s\S]*?)```/);
}

function outputIn(text: string): string {
  return blockAfter(text, '\nprints\n', /```\n([\s\S]*?)```/).trim();
}

function blockAfter(text: string, mark: string, fence: RegExp): string {
  const [, block] = fence.exec(text.slice(text.indexOf(mark))) ?? [];
  if (!text.includes(mark) || !block) throw new Error(`identity/README.md has no code after "${mark.trim()}".`);
  return block;
}

function importsOf(text: string): string[] {
  const forms = [/^\s*(?:import|export)\b[^;]*?\bfrom\s*['"]([^'"]+)['"]/gm, /\bimport\s*\(?\s*['"]([^'"]+)['"]/g];
  return [...forms, /\brequire\s*\(\s*['"]([^'"]+)['"]/g].flatMap((form) =>
    [...text.matchAll(form)].map(([, target]) => target ?? ''),
  );
}

/** The Node these tests run on, and the one a person at this machine would call, which may be older. */
function nodes(): string[] {
  const path = (process.env.PATH ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const plain = path.map((entry) => join(entry, name)).find((file) => existsSync(file));
  const isSupported = plain && Number(run(plain, ['-p', 'process.versions.node']).split('.')[0]) >= 20;
  return [process.execPath, ...(isSupported ? [plain] : [])];
}

function install(tarball: string): void {
  const args = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball];
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) run(process.execPath, [own, ...args]);
  else run('npm', args);
}

/** Throws where the program fails, with what it said. */
function run(command: string, args: string[]): string {
  const shell = process.platform === 'win32' && command === 'npm';
  const options = { cwd: folder, encoding: 'utf8', timeout: limitMs, shell, env: plainEnvironment() } as const;
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout;
}

/** Colors would be part of what is printed. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...rest } = process.env;
  return { ...rest, NO_COLOR: '1' };
}
