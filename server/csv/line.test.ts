import { describe, expect, it } from 'vitest';
import { csvLine } from './line.ts';

describe('a line of a table', () => {
  it('is what spreadsheets read', () => {
    expect(csvLine([2, 'Ana "the" Prueba', null, 'a,b', 'two\nlines', '+15550102001'])).toBe(
      '2,"Ana ""the"" Prueba",,"a,b","two\nlines",+15550102001\r\n',
    );
  });

  it.each(['=1+1', '+1+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])('never runs: %j', (cell) => {
    expect(csvLine([cell]).replace(/^"/, '')).toMatch(/^'/);
  });
});
