// Whether the database writes down what it is asked with: its log is a file like any other, kept by whoever runs it, and no erasure reaches it.

import type { Reader } from './connect.ts';

/** What to change, in sentences; nothing where no value of ours can come into PostgreSQL's log. */
export async function loggingProblems(db: Reader): Promise<string[]> {
  const rows = await db.sql<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name in ('log_statement', 'log_min_duration_statement', 'log_min_duration_sample',
      'log_transaction_sample_rate', 'log_parameter_max_length', 'log_parameter_max_length_on_error', 'log_error_verbosity',
      'debug_print_parse', 'debug_print_rewritten', 'debug_print_plan', 'auto_explain.log_min_duration', 'pgaudit.log', 'pgaudit.log_parameter')`;
  return problemsOf(new Map(rows.map((row) => [row.name, row.setting])));
}

/** `settings`: as pg_settings gives them; -1 of a duration is off, -1 of a length is no limit. */
export function problemsOf(settings: ReadonlyMap<string, string>): string[] {
  const is = (name: string, value: string) => (settings.get(name) ?? value) === value;
  const logsStatements =
    !is('log_statement', 'none') ||
    !is('log_min_duration_statement', '-1') ||
    !is('log_min_duration_sample', '-1') ||
    Number(settings.get('log_transaction_sample_rate') ?? 0) > 0;
  const on = (name: string) => is(name, 'on') && settings.has(name);
  const printed = ['debug_print_parse', 'debug_print_rewritten', 'debug_print_plan'].filter(on);
  const explains = settings.has('auto_explain.log_min_duration') && !is('auto_explain.log_min_duration', '-1');
  const advice = (what: string, set: string) =>
    `The database's own log gets ${what}, which may be a customer's number or words, and no erasure reaches it: set ${set}.`;
  return [
    ...(logsStatements && !is('log_parameter_max_length', '0')
      ? [advice('the values of statements', 'log_parameter_max_length = 0')]
      : []),
    ...(is('log_parameter_max_length_on_error', '0')
      ? []
      : [advice('the values of statements that fail', 'log_parameter_max_length_on_error = 0')]),
    ...(is('log_error_verbosity', 'terse')
      ? []
      : [advice('the keys of rows that were there already', 'log_error_verbosity = terse')]),
    ...printed.map((name) => advice('the values in plans of statements', `${name} = off`)),
    // A plan that was made for given values has them in its conditions, whatever is done about parameters.
    ...(explains
      ? [advice('plans of slow statements, with the values in them', 'auto_explain.log_min_duration = -1')]
      : []),
    ...(on('pgaudit.log_parameter') && !is('pgaudit.log', 'none')
      ? [advice('the values of audited statements', 'pgaudit.log_parameter = off')]
      : []),
  ];
}
