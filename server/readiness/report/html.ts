// A report to hand over: one page that needs nothing else, to be read, printed and sent on. In plain words, since whoever it is for may not
// know Meta's.

import { ruleOf } from '../code/catalog/catalog.ts';
import type { Finding } from '../code/finding.ts';
import type { Verdict } from '../probe/verdicts.ts';
import { outcomeWords } from '../probe/words.ts';

export type ReportOf =
  | {
      readonly kind: 'code';
      readonly files: number;
      readonly findings: readonly Finding[];
      readonly unread: readonly { path: string; why: string }[];
    }
  | {
      readonly kind: 'endpoint';
      readonly url: string;
      readonly score: number;
      readonly readBack: boolean;
      readonly verdicts: readonly Verdict[];
    };

/** `name`: of the integration. `at`: when it was audited. */
export function htmlReport(report: ReportOf, name: string, at: Date): string {
  const body = report.kind === 'code' ? codeBody(report) : endpointBody(report);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Readiness of ${safe(name)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="kind">Readiness report</p>
<h1>${safe(name)}</h1>
<p>${report.kind === 'code' ? 'What its files say' : 'What it does on staging'}, on <time datetime="${at.toISOString()}">${at.toISOString().slice(0, 16).replace('T', ' ')} UTC</time>.</p>
</header>
<main>
<p class="why">WhatsApp customers can hide their phone number. They write under an account id and, if they like, a username. Systems that count on a number then lose
messages, take one person for another, or answer nobody. This report says where.</p>
${body}
</main>
</body>
</html>
`;
}

function codeBody({ files, findings, unread }: ReportOf & { kind: 'code' }): string {
  const kinds = new Map<string, Finding[]>();
  for (const one of findings) kinds.set(one.rule, [...(kinds.get(one.rule) ?? []), one]);
  const ofFiles = new Set(findings.map(({ file }) => file)).size;
  const result =
    findings.length === 0
      ? `<p class="result good">Nothing was found in ${files === 1 ? 'one file' : `${files} files`}.</p>`
      : `<p class="result bad">${findings.length === 1 ? 'One place' : `${findings.length} places`} in ${ofFiles} of ${files} files.</p>`;
  const parts = [...kinds].map(([id, found]) => {
    const { title, why, fix, page, checked } = ruleOf(id);
    const source =
      page === undefined
        ? ''
        : `<p class="source">Meta: <a href="${safe(page)}">${safe(page)}</a>, revision ${checked}</p>`;
    const places = found.map(
      ({ file, line, excerpt }) =>
        `<li><code class="place">${safe(file)}:${line}</code> ${excerpt === '' ? '' : `<code>${safe(excerpt)}</code>`}</li>`,
    );
    return `<section><h2>${marked(title)}</h2><p>${marked(why)}</p><p><b>What to do.</b> ${marked(fix)}</p>${source}<ul>${places.join('')}</ul></section>`;
  });
  const passed = unread.map(({ path, why }) => `<li><code>${safe(path)}</code> ${safe(why)}</li>`);
  const over = passed.length > 0 ? `<section><h2>Not read</h2><ul>${passed.join('')}</ul></section>` : '';
  return `${result}${parts.join('')}${over}`;
}

function endpointBody({ url, score, readBack, verdicts }: ReportOf & { kind: 'endpoint' }): string {
  const failing = verdicts.filter(({ outcome }) => outcome !== 'held' && outcome !== 'not_judged');
  const judged = verdicts.filter(({ outcome }) => outcome !== 'not_judged').length;
  const result = `<p class="result ${failing.length === 0 ? 'good' : 'bad'}"><span class="score">${score}</span> of 100. ${judged - failing.length} of ${judged} kinds of webhooks are taken without a number as they are with one.</p>`;
  const note = readBack
    ? '<p>What it made of the webhooks was read back and compared.</p>'
    : '<p>What it made of the webhooks could not be read back: messages that were taken and lost do not show here.</p>';
  const parts = [...new Set(failing.map(({ outcome }) => outcome))].map((outcome) => {
    const { short, why, fix } = outcomeWords[outcome];
    const shapes = failing.filter((one) => one.outcome === outcome).map(({ title }) => `<li>${safe(title)}</li>`);
    return `<section><h2>${safe(capital(short))}</h2><p>${marked(why)}</p><p><b>What to do.</b> ${marked(fix)}</p><ul>${shapes.join('')}</ul></section>`;
  });
  const rows = verdicts.map(({ title, outcome, control, tried }) => {
    const mood = outcome === 'held' ? 'good' : outcome === 'not_judged' ? '' : 'bad';
    return `<tr><td>${safe(title)}</td><td>${answered(control)}</td><td>${answered(tried)}</td><td class="${mood}">${safe(outcomeWords[outcome].short)}</td></tr>`;
  });
  return `${url === '' ? '' : `<p><code>${safe(url)}</code></p>`}${result}${note}${parts.join('')}
<section><h2>Everything that was sent</h2><table><thead><tr><th>What came in</th><th>With a number</th><th>Without</th><th>Result</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function answered({ statuses, slowestMs }: Verdict['tried']): string {
  return statuses.length === 0 ? '' : `${statuses.map((status) => status ?? 'nothing').join(', ')} in ${slowestMs} ms`;
}

function capital(text: string): string {
  return text.replace(/^\w/, (letter) => letter.toUpperCase());
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Names of fields stand between back ticks in our own sentences. */
function marked(text: string): string {
  return safe(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

const style = `
:root { color-scheme: light dark; --ink: light-dark(#1c1e21, #e8e8e6); --soft: light-dark(#5c6167, #a8adb3); --line: light-dark(#dcdfe3, #3a3e44);
  --good: light-dark(#13693a, #6fd39b); --bad: light-dark(#a3261c, #ff9a8f); --page: light-dark(#fff, #17191c); --code: light-dark(#f3f4f6, #22262b); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 2.5rem 1.25rem 4rem; background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 0 0 .5rem; font-size: 1.15rem; }
.kind { margin: 0; color: var(--soft); font-size: .85rem; letter-spacing: .04em; text-transform: uppercase; }
header p:last-child, .why, .source { color: var(--soft); }
.result { font-size: 1.15rem; font-weight: 600; }
.score { font-size: 2rem; }
.good { color: var(--good); } .bad { color: var(--bad); }
section { margin-top: 1.75rem; padding-top: 1.25rem; border-top: 1px solid var(--line); break-inside: avoid-page; }
section p { margin: .35rem 0; }
ul { padding-inline-start: 1.2rem; } li { margin: .3rem 0; overflow-wrap: anywhere; }
code { padding: .1em .3em; border-radius: .25em; background: var(--code); font: .86em ui-monospace, monospace; overflow-wrap: anywhere; }
.place { font-weight: 600; }
.source { font-size: .85rem; overflow-wrap: anywhere; } a { color: inherit; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; } th { text-align: start; } th, td { padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
@media (max-width: 34rem) { body { padding-top: 1.5rem; } table { font-size: .8rem; } }
@media print { :root { color-scheme: light; } body { padding: 0; max-width: none; font-size: 10pt; } a { text-decoration: none; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;
