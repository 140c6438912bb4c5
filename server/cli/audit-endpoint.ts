// `audit endpoint`: an integration is sent webhooks in pairs, with a number and without.

import { setTimeout as wait } from 'node:timers/promises';
import { limits } from '../limits.ts';
import { runProbe } from '../readiness/probe/run-probe.ts';
import { scoreOf, type Verdict } from '../readiness/probe/verdicts.ts';
import { outcomeWords } from '../readiness/probe/words.ts';
import { type Call, UsageError, type Values } from './command.ts';
import { poster, reader } from './probe-calls.ts';

export interface EndpointAudit {
  readonly url: string;
  readonly score: number | undefined;
  /** Whether it could be looked what the integration made of it. */
  readonly readBack: boolean;
  readonly verdicts: readonly Verdict[];
}

/** Answers the exit code: 0 where it holds, 1 where something breaks. */
export async function auditEndpoint({ values, rest, print, say }: Call): Promise<number> {
  const url = addressIn(rest);
  const secret = typeof values.secret === 'string' ? values.secret : process.env.AUDIT_SECRET;
  if (!secret) throw new UsageError('Say by --secret, or AUDIT_SECRET, what the integration checks signatures with.');
  const timeoutMs = numberIn(values, 'timeout', limits.probeTimeoutMs);
  const readBack = typeof values['read-back'] === 'string' ? reader(values['read-back'], timeoutMs) : undefined;
  await readBack?.();
  const verdicts = await runProbe({
    run: String(Date.now() % 10_000_000),
    wabaId: digitsIn(values, 'waba', '100000000000001'),
    phoneNumberId: digitsIn(values, 'phone-number-id', '200000000000002'),
    displayPhone: digitsIn(values, 'display-phone', '15550001111'),
    post: poster(url, secret, timeoutMs),
    readBack,
    now: Date.now,
    wait: async (ms) => await wait(ms),
    settleMs: numberIn(values, 'settle', limits.probeSettleMs),
    told: (verdict) => say(lineOf(verdict)),
  });
  const score = scoreOf(verdicts);
  if (score === undefined)
    throw new Error(
      'Nothing is taken there, with a number or without: is it the right address and secret, and is it up?',
    );
  const audit: EndpointAudit = {
    url: `${url.origin}${url.pathname}`,
    score,
    readBack: readBack !== undefined,
    verdicts,
  };
  print(inWords(audit), audit);
  return verdicts.every(({ outcome }) => outcome === 'held' || outcome === 'not_judged') ? 0 : 1;
}

function addressIn(rest: readonly string[]): URL {
  const [text] = rest;
  const url = text !== undefined && rest.length === 1 && URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new UsageError(
      'Say where: throughline audit endpoint https://staging.example.com/webhooks/whatsapp --secret SECRET',
    );
  return url;
}

function numberIn(values: Values, name: string, otherwise: number): number {
  const value = values[name];
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0) throw new UsageError(`--${name} is a number of milliseconds.`);
  return number;
}

function digitsIn(values: Values, name: string, otherwise: string): string {
  const value = values[name] ?? otherwise;
  if (typeof value !== 'string' || !/^\d{1,30}$/.test(value))
    throw new UsageError(`--${name} must be digits, as Meta shows it.`);
  return value;
}

function lineOf({ title, outcome, control, tried }: Verdict): string {
  const answered = (one: Verdict['control']) =>
    `${one.statuses.map((status) => status ?? '-').join(' ')} in ${one.slowestMs} ms`;
  const both = tried.statuses.length > 0 ? `${answered(control)} / ${answered(tried)}` : answered(control);
  return `${outcome === 'held' ? 'ok  ' : outcome === 'not_judged' ? '-   ' : 'FAIL'}  ${title}: ${outcomeWords[outcome].short}  (${both})`;
}

function inWords({ url, score, readBack, verdicts }: EndpointAudit): string {
  const failing = verdicts.filter(({ outcome }) => outcome !== 'held' && outcome !== 'not_judged');
  const kinds = [...new Set(failing.map(({ outcome }) => outcome))].map((outcome) => {
    const { short, why, fix } = outcomeWords[outcome];
    const titles = failing.filter((one) => one.outcome === outcome).map(({ title }) => `    ${title}`);
    return [`${short}`, `  ${why}`, `  What to do: ${fix}`, ...titles, ''].join('\n');
  });
  const judged = verdicts.filter(({ outcome }) => outcome !== 'not_judged').length;
  const look = readBack ? '' : ' What it made of them could not be looked at: see --read-back.';
  return `${['', ...kinds].join('\n')}\n${url}: ${judged - failing.length} of ${judged} shapes hold, ${score} of 100.${look}`;
}
