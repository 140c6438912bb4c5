import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import type { Figure } from './figures.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-test-'));
const program = join(import.meta.dirname, 'main.ts');
const run = promisify(execFile);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the bench', () => {
  // Not the desk: it wants a browser, and half a minute for each of its lists.
  it('measures every part of the service on a durable database of its own, each beside its bare limit, and writes what it found', async () => {
    const out = join(folder, 'report.json');
    const small = [
      ...['door', 'apply', 'sustained', 'identity', 'outbound'],
      '--rounds',
      '1',
      '--seconds',
      '1',
      '--door-seconds',
      '1',
      '--messages',
      '40',
      '--rate',
      '40',
      '--people',
      '60',
      '--contacts',
      '200,400',
      '--lookups',
      '100',
      '--sends',
      '60',
    ];
    const { stdout } = await run(process.execPath, [program, '--json', '--out', out, ...small]);
    const report: { figures: Figure[]; machine: { postgres: string } } = JSON.parse(readFileSync(out, 'utf8'));

    expect(JSON.parse(stdout)).toEqual(report);
    expect(report.machine.postgres).toMatch(/^\d+/);
    const figureOf = (start: string) => report.figures.filter(({ name }) => name.startsWith(start));
    expect(figureOf('Durable acknowledgements')).toHaveLength(2);
    expect(figureOf('Messages fully applied')).toHaveLength(4);
    expect(figureOf('40/s for 1 s')).toHaveLength(1);
    for (const start of ['Durable acknowledgements', 'Messages fully applied', '40/s for 1 s'])
      for (const figure of figureOf(start)) {
        expect(figure.values[0]).toBeGreaterThan(0);
        expect(figure.bare?.values[0]).toBeGreaterThan(0);
      }
    for (const start of ['Messages sent', 'One send']) {
      expect(figureOf(start)).toHaveLength(2);
      for (const figure of figureOf(start)) {
        expect(figure.values[0]).toBeGreaterThan(0);
        expect(figure.bare?.values[0]).toBeGreaterThan(0);
      }
    }
    for (const figure of figureOf('Memory of the service')) expect(figure.values[0]).toBeGreaterThan(20);
    for (const start of ['Looked up, p50', 'Looked up, p99', 'Looked up, database pages', 'Resolved and saved'])
      for (const contacts of ['200 contacts', '400 contacts']) {
        const [figure] = figureOf(`${start}: ${contacts}`);
        expect(figure?.values[0]).toBeGreaterThan(0);
        expect(figure?.bare?.values[0]).toBeGreaterThan(0);
      }
    expect(figureOf('Looked up, 400 contacts against 200')).toHaveLength(2);
    expect(figureOf('Town: avoidable merges')[0]?.values).toEqual([0]);
    expect(figureOf('Town: pairs found')[0]?.beside?.map(({ name }) => name)).toHaveLength(3);
  }, 400_000);

  it('says what is wrong with an argument', async () => {
    await expect(run(process.execPath, [program, '--rounds', 'many'])).rejects.toMatchObject({
      stderr: expect.stringContaining('--rounds is a whole number from 1 to 50'),
    });
    await expect(run(process.execPath, [program, 'windows'])).rejects.toMatchObject({
      stderr: expect.stringContaining('There is no part "windows"'),
    });
  });
});
