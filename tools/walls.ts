// The wall checker: dependency-cruiser with our rules, and what it cannot say. Guards itself against seeing nothing:
// with a TypeScript it cannot read, dependency-cruiser finds no modules and is content.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string; readonly dependencyTypes: readonly string[] }[];
  }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

const repository = join(import.meta.dirname, '..');
const folders = ['identity', 'whatsapp', 'simulator', 'contract', 'server', 'desk', 'tests', 'tools'];
const room =
  /^server\/(inbox|contacts|conversations|outbound|campaigns|calls|media|downstream|privacy|access|changes|numbers|templates|asks|errands|teams|notes|canned-replies|drafts|labels|audit|presence|reports|readiness|exports|imports)\//;
const fewestModules = 20;

/** Checks the tree at `root`, which must have a tsconfig.json. `modules`: how many of ours were seen. */
export function checkWalls(root: string): { modules: number; violations: Violation[] } {
  const cruiser = join(repository, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const config = join(repository, '.dependency-cruiser.cjs');
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  const run = spawnSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', ...present], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!run.stdout.startsWith('{'))
    throw new Error(`dependency-cruiser failed (${run.status}):\n${run.stderr}${run.stdout}`);
  const cruise: Cruise = JSON.parse(run.stdout);
  const ours = cruise.modules.filter(({ source }) => folders.some((folder) => source.startsWith(`${folder}/`)));
  const found = cruise.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { modules: ours.length, violations: [...found, ...doorsToSeveralRooms(ours)] };
}

/** A door may call one room directly; with two, it is deciding, and that is a flow's work. */
function doorsToSeveralRooms(modules: Cruise['modules']): Violation[] {
  return modules
    .filter(({ source }) => /^server\/(http|jobs)\//.test(source) && !/\.(test|e2e)\.ts$/.test(source))
    .map(({ source, dependencies }) => {
      const called = dependencies.filter(({ dependencyTypes }) => !dependencyTypes.includes('type-only'));
      return { source, rooms: new Set(called.flatMap(({ resolved }) => room.exec(resolved)?.[1] ?? [])) };
    })
    .filter(({ rooms }) => rooms.size > 1)
    .map(({ source, rooms }) => ({ rule: 'one-room-per-door', from: source, to: [...rooms].join(', ') }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { modules, violations } = checkWalls(repository);
  for (const { rule, from, to } of violations) console.error(`${rule}: ${from} -> ${to}`);
  if (modules < fewestModules) console.error(`Only ${modules} modules were seen: the checker cannot read the sources.`);
  else console.log(`${modules} modules, ${violations.length} violations`);
  process.exitCode = violations.length > 0 || modules < fewestModules ? 1 : 0;
}
