import { describe, expect, it } from 'vitest';
import { explainError, knownErrorCodes } from './error-table.ts';

const documented = [
  0, 2, 3, 4, 10, 100, 190, 368, 80007, 130403, 130429, 130472, 130497, 131000, 131005, 131008, 131009, 131016, 131021,
  131026, 131030, 131031, 131042, 131047, 131048, 131049, 131050, 131051, 131052, 131053, 131055, 131056, 131057,
  131060, 131062, 131063, 131064, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 132068, 132069,
  133004, 133010, 134100, 134101, 134102, 137000, 138006, 138009, 138012, 139100, 139101, 139102, 139103,
];

describe('the error table', () => {
  it('knows every code Meta documents for sends', () => {
    expect(knownErrorCodes()).toEqual(documented);
  });

  it.each(knownErrorCodes())('%i tells an agent what happened and what to do, without backend words', (code) => {
    const { agent, source, kind } = explainError(code);
    expect(agent).toMatch(/^[A-Z][^\n]+\.$/);
    expect(agent).not.toMatch(/BSUID|wamid|user_id|\bAPI\b|\d{5}/);
    expect(agent.split('. ').length).toBeGreaterThan(1);
    expect(source).toMatch(/20\d\d/);
    expect(kind).not.toBe('unknown');
  });

  it.each([
    [131047, 'window', 'never'],
    [131062, 'address', 'never'],
    [131009, 'address', 'reresolve'],
    [131026, 'recipient', 'reresolve'],
    [131056, 'rate', 'backoff'],
    [131049, 'consent', 'wait_a_day'],
    [205, 'access', 'never'],
    [138017, 'call', 'never'],
    [139100, 'recipient', 'never'],
    [139101, 'account', 'never'],
    [139103, 'temporary', 'backoff'],
    [139999, 'recipient', 'never'],
    [132999, 'template', 'never'],
    [987654, 'unknown', 'never'],
    [Number.NaN, 'unknown', 'never'],
  ])('%i is about %s, and is retried: %s', (code, kind, retry) => {
    expect(explainError(code)).toMatchObject({ code, kind, retry });
  });
});
