// How rules are tried: one text that breaks, several that do not.

import { expect, it } from 'vitest';
import { auditText } from './audit-text.ts';

export interface Case {
  readonly rule: string;
  readonly breaks: string;
  readonly innocent: readonly string[];
}

/** What makes a program one that speaks Meta's format. */
const cloud = "const body = { messaging_product: 'whatsapp' };\n";

async function rulesIn(path: string, text: string): Promise<string[]> {
  const { findings, unread } = await auditText({ path, text });
  expect(unread, text).toBeUndefined();
  return [...new Set(findings.map(({ rule }) => rule))];
}

/** `path`: gives the kind of file. `cloud`: whether the texts are programs that speak Meta's format. */
export function tryCases(path: string, cases: readonly Case[], isCloud = /\.[jt]s$/.test(path)): void {
  const before = isCloud ? cloud : '';
  it.each(cases.map((one) => [one.rule, one] as const))('%s', async (rule, { breaks, innocent }) => {
    expect(await rulesIn(path, before + breaks)).toContain(rule);
    expect(innocent.length).toBeGreaterThanOrEqual(2);
    for (const text of innocent) expect(await rulesIn(path, before + text), text).not.toContain(rule);
  });
}
