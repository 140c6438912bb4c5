// Resident memory of a process, looked at all along.

import { readFileSync } from 'node:fs';

const sampleEveryMs = 50;

/** In MB, from now until `end` is called. */
export function sample({ pid }: { pid: number }): { end(): number[] } {
  const mb: number[] = [];
  const look = () => {
    const [, kb] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    mb.push(Number(kb) / 1024);
  };
  look();
  const timer = setInterval(look, sampleEveryMs);
  return {
    end: () => {
      clearInterval(timer);
      look();
      return mb;
    },
  };
}

/** "310 MB at 0 %, 402 MB at 25 %, ..." */
export function courseOf(mb: readonly number[]): string {
  return [0, 25, 50, 75, 100]
    .map((share) => `${Math.round(mb[Math.round(((mb.length - 1) * share) / 100)] ?? 0)} MB at ${share} %`)
    .join(', ');
}

/** What it grew by from the end of the first quarter to its highest. */
export function growthOf(mb: readonly number[]): number {
  const quarter = Math.round((mb.length - 1) / 4);
  return Math.max(...mb.slice(quarter)) - (mb[quarter] ?? 0);
}
