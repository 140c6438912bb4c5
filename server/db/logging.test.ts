import { describe, expect, it } from 'vitest';
import { problemsOf } from './logging.ts';

const quiet = {
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '-1',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
};
const problems = (more: Record<string, string>) => problemsOf(new Map(Object.entries({ ...quiet, ...more })));

describe('a database that writes values into its log', () => {
  it('is not one that logs no statements and errors without their detail', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ log_statement: 'all', log_parameter_max_length: '0' })).toEqual([]);
    expect(problems({ 'auto_explain.log_min_duration': '-1', debug_print_plan: 'off' })).toEqual([]);
    expect(problems({ 'pgaudit.log': 'none', 'pgaudit.log_parameter': 'on' })).toEqual([]);
  });

  it.each([
    ['slow statements with their values', { log_min_duration_statement: '200' }, 'log_parameter_max_length = 0'],
    ['statements with their values', { log_statement: 'mod' }, 'log_parameter_max_length = 0'],
    ['values of what fails', { log_parameter_max_length_on_error: '64' }, 'log_parameter_max_length_on_error = 0'],
    ['plans, which hold values', { debug_print_plan: 'on' }, 'debug_print_plan = off'],
    ['plans of what is slow', { 'auto_explain.log_min_duration': '500' }, 'auto_explain.log_min_duration = -1'],
    [
      'what is audited, with its values',
      { 'pgaudit.log': 'write', 'pgaudit.log_parameter': 'on' },
      'pgaudit.log_parameter = off',
    ],
    [
      'keys of rows, which PostgreSQL does by default',
      { log_error_verbosity: 'default' },
      'log_error_verbosity = terse',
    ],
  ])('is named where it logs %s', (_, settings, advice) => {
    expect(problems(settings)).toEqual([expect.stringContaining(advice)]);
  });
});
