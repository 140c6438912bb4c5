// `npm run bench`: what the door and the drain do on this machine, each beside the bare limit measured in the same run.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { measureApply } from './apply.ts';
import { measureDesk } from './desk.ts';
import { measureDoor } from './door.ts';
import { comparisonOf, type Figure, meets, shareOf, spreadOf, tableOf } from './figures.ts';
import { measureIdentity } from './identity.ts';
import { onStage } from './on-stage.ts';
import { measureOutbound } from './outbound.ts';
import { type Part, readSettings, type Settings, usage } from './settings.ts';
import type { Stage } from './stage.ts';
import { measureSustained } from './sustained.ts';

const root = join(import.meta.dirname, '../..');
const say = (line: string) => process.stderr.write(`${line}\n`);
const measures: Record<Part, (stage: Stage, settings: Settings, say: (line: string) => void) => Promise<Figure[]>> = {
  door: measureDoor,
  apply: measureApply,
  sustained: measureSustained,
  identity: measureIdentity,
  outbound: measureOutbound,
  desk: measureDesk,
};

async function bench(settings: Settings): Promise<void> {
  await onStage(say, async (stage, stopped) => {
    const machine = describeMachine(stage.postgres);
    const figures: Figure[] = [];
    try {
      for (const part of settings.parts) {
        say(`Measuring: ${part}`);
        figures.push(...(await Promise.race([measures[part](stage, settings, say), stopped])));
      }
    } finally {
      // Also where a later part failed: minutes of measuring are not thrown away.
      if (figures.length > 0) report(figures, machine, settings);
    }
  });
}

function report(figures: readonly Figure[], machine: ReturnType<typeof describeMachine>, settings: Settings): void {
  const file = resolve(settings.out ?? join(root, 'bench/results/latest.json'));
  const results = figures.map((figure) => ({
    ...figure,
    ...spreadOf(figure.values),
    ...(figure.beside && { beside: figure.beside.map((one) => ({ ...one, ...spreadOf(one.values) })) }),
    ...(figure.bare && { bare: { ...figure.bare, ...spreadOf(figure.bare.values), share: shareOf(figure) } }),
    met: meets(figure),
  }));
  const text = JSON.stringify({ machine, settings, figures: results }, undefined, 2);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
  if (settings.json) {
    process.stdout.write(`${text}\n`);
    return;
  }
  const missed = figures.filter((figure) => meets(figure) === false);
  process.stdout.write(
    `\n${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, load ${machine.loadBefore} before; Node ${machine.node}, PostgreSQL ${machine.postgres}, commit ${machine.commit}\n` +
      `Median of ${settings.rounds} interleaved rounds (least–most); database, service and load share this machine.\n\n${tableOf(figures)}\n\n${comparisonOf(figures)}` +
      `${missed.length === 0 ? 'Everything asked for was met.' : `Missed: ${missed.map((figure) => figure.name.trim()).join('; ')}.`}\n` +
      `Written to ${file}\n`,
  );
}

function describeMachine(postgres: string) {
  return {
    date: new Date().toISOString(),
    commit: commitOf(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    loadBefore: loadavg()[0]?.toFixed(1) ?? '',
    node: process.versions.node,
    postgres,
    platform: `${process.platform} ${process.arch}`,
  };
}

function commitOf(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' with changes');
  } catch {
    return 'unknown';
  }
}

try {
  const settings = readSettings(process.argv.slice(2));
  if (settings === 'help') process.stdout.write(`${usage}\n`);
  else await bench(settings);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
