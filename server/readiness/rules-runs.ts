// What a kept audit comes to: counts, the systems there are, and what was found in the audit's own words.

import type { KeepReadinessRun, ReadinessDetail, ReadinessIntegration, ReadinessRun } from '@throughline/contract';
import { knownRule } from './code/catalog/catalog.ts';
import { trials } from './probe/trials.ts';
import { scoreOf } from './probe/verdicts.ts';
import type { ReportOf } from './report/html.ts';
import type { Found, RunRow } from './shapes.ts';

/** Counted here, not taken on trust. */
export function countsOf(run: KeepReadinessRun): Pick<RunRow, 'score' | 'failing' | 'lookedAt'> {
  if (run.kind === 'code') return { score: null, failing: Math.max(run.total, run.places.length), lookedAt: run.files };
  const judged = run.shapes.filter(({ outcome }) => outcome !== 'not_judged');
  const failing = judged.filter(({ outcome }) => outcome !== 'held').length;
  return { score: scoreOf(run.shapes) ?? null, failing, lookedAt: judged.length };
}

export function runView({ portfolioId, id, integration, kind, at, score, failing, lookedAt }: RunRow): ReadinessRun {
  return { id, portfolioId, integration, kind, at: at.toISOString(), score, failing, lookedAt };
}

/** `rows`: the latest two of each system and kind, as the store has them. */
export function integrationsIn(rows: readonly RunRow[]): ReadinessIntegration[] {
  const found = new Map<string, ReadinessIntegration>();
  for (const row of rows) {
    const key = JSON.stringify([row.portfolioId, row.integration]);
    const before = { code: null, endpoint: null };
    const one = found.get(key) ?? {
      portfolioId: row.portfolioId,
      name: row.integration,
      code: null,
      endpoint: null,
      before,
    };
    found.set(key, one);
    if (one[row.kind]) one.before[row.kind] = row.failing;
    else one[row.kind] = runView(row);
  }
  return [...found.values()];
}

export function detailView(row: RunRow & { found: Found }): ReadinessDetail {
  const { found } = row;
  if (found.kind === 'endpoint') return { ...runView(row), readBack: found.readBack, shapes: found.shapes, rules: [] };
  const rules = new Map<string, { file: string; line: number }[]>();
  for (const { rule, file, line } of found.places) rules.set(rule, [...(rules.get(rule) ?? []), { file, line }]);
  return {
    ...runView(row),
    readBack: null,
    shapes: [],
    rules: [...rules].map(([rule, places]) => {
      const { family = null, title = null, why = null, fix = null } = knownRule(rule) ?? {};
      return { rule, family, title, why, fix, places };
    }),
  };
}

/** What a report to hand over is made of. Lines of programs were never handed in, so it has none. */
export function reportOf(row: RunRow & { found: Found }): ReportOf {
  const { found } = row;
  if (found.kind === 'endpoint') {
    const titles = new Map(trials.map(({ id, title }) => [id, title]));
    const verdicts = found.shapes.map(({ shape, ...rest }) => ({
      trial: shape,
      title: titles.get(shape) ?? shape,
      ...rest,
    }));
    return { kind: 'endpoint', url: '', score: row.score ?? 0, readBack: found.readBack, verdicts };
  }
  const findings = found.places
    .filter(({ rule }) => knownRule(rule))
    .map((one) => ({ ...one, column: 1, endLine: one.line, endColumn: 1, excerpt: '' }));
  return { kind: 'code', files: found.files, findings, unread: [] };
}
