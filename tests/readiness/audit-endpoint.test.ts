import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifySignature } from '@throughline/whatsapp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditCommand } from '../../server/cli/audit.ts';
import { runCommand } from '../../server/cli/command.ts';
import { runProbe } from '../../server/readiness/probe/run-probe.ts';
import { trials } from '../../server/readiness/probe/trials.ts';
import { type Answer, scoreOf, type Verdict } from '../../server/readiness/probe/verdicts.ts';
import { type Habit, integration } from './integration.ts';

/** Nothing is waited for: whatever an integration does not do at once, it does not do. */
async function probe(
  habits: readonly Habit[],
  { canRead = true, changed = (answer: Answer) => answer } = {},
): Promise<Verdict[]> {
  const { handle, state } = integration(habits);
  const hung: Answer = { status: undefined, ms: 10_000, body: '', trouble: 'timeout' };
  let time = 0;
  return await runProbe({
    run: '42',
    wabaId: '100000000000001',
    phoneNumberId: '200000000000002',
    displayPhone: '15550001111',
    post: async (webhook) => {
      const answer = await Promise.race([
        handle(webhook),
        new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined))),
      ]);
      return answer ? changed({ ...answer, ms: 5 }) : hung;
    },
    readBack: canRead ? async () => JSON.parse(JSON.stringify(state())) : undefined,
    now: () => time++ * 1_000,
    wait: async () => {},
    settleMs: 0,
    told: () => {},
  });
}

const outcomes = (verdicts: readonly Verdict[]) =>
  Object.fromEntries(verdicts.map(({ trial, outcome }) => [trial, outcome]));

describe('the probe of an integration', () => {
  it('has nothing to say of one that knows people by account id', async () => {
    const verdicts = await probe([]);
    expect(verdicts.filter(({ outcome }) => outcome !== 'held')).toEqual([]);
    expect(verdicts).toHaveLength(trials.length);
    expect(scoreOf(verdicts)).toBe(100);
  });

  it('sees what is refused, of which kinds', async () => {
    const verdicts = outcomes(await probe(['throws without a number']));
    expect(verdicts).toMatchObject({
      'text-hidden': 'refused',
      image: 'refused',
      'text-both': 'held',
      'status-read': 'held',
      batch: 'refused',
    });
  });

  it('sees what is taken and lost, which no status code tells', async () => {
    const found = outcomes(await probe(['drops without a number']));
    expect(found).toMatchObject({ 'text-hidden': 'lost', audio: 'lost', batch: 'lost', 'text-alias': 'held' });
    const blind = outcomes(await probe(['drops without a number'], { canRead: false }));
    expect(blind['text-hidden']).toBe('held');
  });

  it('sees two people without a number become one, under the word “undefined”', async () => {
    const found = outcomes(await probe(['keys by number']));
    expect(found['text-hidden']).toBe('wrote_undefined');
    expect(['wrote_undefined', 'mixed']).toContain(found['two-hidden']);
  });

  it('sees one person become two, when their number goes or their account changes', async () => {
    expect(outcomes(await probe(['number first']))).toMatchObject({
      'hides-later': 'split',
      'shows-later': 'split',
      'two-hidden': 'held',
    });
    expect(outcomes(await probe(['forgets changes of account']))).toMatchObject({
      'account-changed': 'split',
      'hides-later': 'held',
    });
  });

  it('sees account ids cut to their digits', async () => {
    expect(outcomes(await probe(['digits only']))['text-hidden']).toBe('cut_id');
  });

  it('sees a username’s new holder taken for the old one', async () => {
    expect(outcomes(await probe(['keys by username']))['username-passed-on']).toBe('mixed');
  });

  it('sees what gets no answer, and what is not taken with a number either', async () => {
    const found = outcomes(await probe(['hangs without a number', 'knows no calls']));
    expect(found).toMatchObject({ 'text-hidden': 'no_answer', 'call-connect': 'not_judged', 'text-both': 'held' });
  });

  it('sees an answer that says nothing was done, and one that takes much longer', async () => {
    const found = outcomes(await probe(['drops without a number', 'answers what it did'], { canRead: false }));
    expect(found).toMatchObject({ 'text-hidden': 'answered_otherwise', 'text-both': 'held' });
    const isTrial = (answer: Answer) => ({ ...answer, ms: answer.body === '{"messages":0}' ? 4_000 : 20 });
    const slow = await probe(['drops without a number', 'answers what it did'], { canRead: false, changed: isTrial });
    expect(outcomes(slow)['text-hidden']).toBe('slow');
  });

  it('sees a failed status that names no number break the reader', async () => {
    expect(outcomes(await probe(['reads the contact of a failed status']))).toMatchObject({
      'status-failed': 'refused',
      'status-sent': 'held',
    });
  });

  it('sends nothing of anybody who might be real', async () => {
    const sent: string[] = [];
    const { handle } = integration([]);
    await runProbe({
      run: '7',
      wabaId: '1',
      phoneNumberId: '2',
      displayPhone: '15550001111',
      post: async (webhook) => {
        sent.push(JSON.stringify(webhook));
        return { ...(await handle(webhook)), ms: 1 };
      },
      readBack: undefined,
      now: () => 0,
      wait: async () => {},
      settleMs: 0,
      told: () => {},
    });
    const numbers = sent.flatMap((one) => one.match(/"(from|wa_id|recipient_id)":"\d+"/g) ?? []);
    expect(numbers.length).toBeGreaterThan(20);
    for (const number of numbers) expect(number).toMatch(/"(1\d{3}55501\d\d|899\d{10}|12025550199)"$/);
    for (const one of sent) if (one.includes('"profile"')) expect(one).toContain('Throughline Test 7-');
  });
});

describe('audit endpoint', () => {
  const secret = 'a-secret-of-staging';
  const { handle, state } = integration(['drops without a number']);
  let server: Server;
  let url = '';
  let refusals = 0;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      if (request.method === 'GET') return response.end(JSON.stringify(state()));
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const bytes = Buffer.concat(parts);
      const isSigned = verifySignature(bytes, String(request.headers['x-hub-signature-256']), [secret]);
      if (!isSigned) refusals++;
      const answer = isSigned ? await handle(JSON.parse(bytes.toString())) : { status: 401, body: '' };
      return response.writeHead(answer.status).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });

  afterAll(() => server.close());

  async function audit(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const [out, err]: [string[], string[]] = [[], []];
    const [stdout, stderr] = [process.stdout.write, process.stderr.write];
    process.stdout.write = (text) => out.push(String(text)) > 0;
    process.stderr.write = (text) => err.push(String(text)) > 0;
    try {
      const code = await runCommand(auditCommand, args, { name: 'audit', summary: 'find what assumes a phone number' });
      return { code, out: out.join(''), err: err.join('') };
    } finally {
      process.stdout.write = stdout;
      process.stderr.write = stderr;
    }
  }

  it('signs as Meta does, reads back, answers 1 and names what failed', async () => {
    const { code, out, err } = await audit(
      'endpoint',
      url,
      '--secret',
      secret,
      '--read-back',
      url,
      '--settle',
      '0',
      '--json',
    );
    expect(refusals).toBe(0);
    expect(code, err).toBe(1);
    const found = JSON.parse(out);
    expect(found).toMatchObject({ url, readBack: true });
    expect(found.score).toBeLessThan(70);
    expect(found.verdicts.find((one: Verdict) => one.trial === 'text-hidden')).toMatchObject({
      outcome: 'lost',
      tried: { statuses: [200] },
    });
    expect(err).toContain('FAIL  a text, with a username and no number: taken and lost');
  });

  it('answers 2 where nothing is taken at all, or the read-back is no JSON', async () => {
    expect((await audit('endpoint', url, '--secret', 'another')).code).toBe(2);
    expect((await audit('endpoint', url, '--secret', secret, '--read-back', 'echo no')).code).toBe(2);
    expect((await audit('endpoint', 'nowhere', '--secret', secret)).code).toBe(2);
    expect((await audit('endpoint', url)).code).toBe(2);
  });
});
