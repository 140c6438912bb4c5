// What an audit leaves behind besides its words on the terminal: a page to hand over, and its findings with the service.

import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { KeepReadinessRun } from '@throughline/contract';
import { limits } from '../limits.ts';
import { htmlReport, type ReportOf } from '../readiness/report/html.ts';
import { type Call, needed, UsageError } from './command.ts';

/** `--html` and `--report`. `subject`: what was audited, where no `--name` says what it is called. */
export async function leaveReport(call: Call, report: ReportOf, subject: string): Promise<void> {
  const { values, say } = call;
  const at = new Date();
  if (typeof values.html === 'string') {
    await writeFile(values.html, htmlReport(report, nameIn(values.name, subject), at));
    say(`Written to ${values.html}.`);
  }
  if (typeof values.report === 'string') await handIn(call, values.report, runOf(report, needed(values, 'name'), at));
}

/** Before anything is audited: what would only be missed at the end. */
export function assertReport({ values }: Call): void {
  if (typeof values.report !== 'string') return;
  needed(values, 'name');
  if (!URL.canParse(values.report))
    throw new UsageError('--report is the address of the service, such as https://throughline.example.com.');
  if (!process.env.THROUGHLINE_KEY)
    throw new UsageError('THROUGHLINE_KEY is needed with --report: a key of a developer or administrator.');
}

async function handIn({ say }: Call, service: string, run: KeepReadinessRun): Promise<void> {
  const response = await fetch(new URL('/api/v1/readiness/runs', service), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${process.env.THROUGHLINE_KEY}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(run),
    redirect: 'error',
    signal: AbortSignal.timeout(limits.probeTimeoutMs),
  });
  if (response.status !== 201)
    throw new Error(`The service did not take the report: ${response.status} ${(await response.text()).slice(0, 200)}`);
  say(`Handed in as ${run.integration}: Settings → Readiness.`);
}

/** Where and what, without a line of anybody's program. */
function runOf(report: ReportOf, integration: string, at: Date): KeepReadinessRun {
  const handedIn = { integration, at: at.toISOString() };
  if (report.kind === 'endpoint') {
    const shapes = report.verdicts.map(({ trial, outcome, control, tried }) => ({
      ...{ shape: trial, outcome },
      ...{
        control: { ...control, statuses: [...control.statuses] },
        tried: { ...tried, statuses: [...tried.statuses] },
      },
    }));
    return { ...handedIn, kind: 'endpoint', readBack: report.readBack, shapes };
  }
  const places = report.findings.slice(0, limits.readinessPlaces).map(({ rule, file, line }) => ({ rule, file, line }));
  return { ...handedIn, kind: 'code', files: report.files, places, total: report.findings.length };
}

function nameIn(name: unknown, subject: string): string {
  if (typeof name === 'string' && name.trim() !== '') return name.trim();
  return URL.canParse(subject) ? new URL(subject).host : basename(resolve(subject));
}
