import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Catcher, catchWebhooks, graph, portfolio, sales, startTestWorld, text } from './webhook-catcher.ts';

let catcher: Catcher;
let folder: string;
beforeAll(async () => {
  catcher = await catchWebhooks();
});
afterAll(() => catcher.close());
beforeEach(() => {
  catcher.clear();
  catcher.answerWith(() => 200);
  folder = mkdtempSync(join(tmpdir(), 'simulator-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the state file', () => {
  it('lets a second start go on with the same people, ids, windows and messages', async () => {
    const stateFile = join(folder, 'deep', 'world.json');
    const first = await startTestWorld(catcher, { stateFile });
    const ana = first.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' });
    ana.adoptUsername('ana.prueba');
    const wamid = ana.write(sales, 'hi');
    await first.settled();
    const id = ana.bsuid(portfolio);
    await first.close();
    expect(statSync(stateFile).mode & 0o777).toBe(0o600);
    catcher.clear();

    const second = await startTestWorld(catcher, { stateFile });
    await second.settled();
    expect([second.resumed, catcher.caught.length]).toEqual([true, 0]);
    const again = second.world.person(ana.id);
    expect([again.bsuid(portfolio), again.username]).toEqual([id, 'ana.prueba']);
    expect(second.world.line(wamid)?.text).toBe('hi');
    expect((await graph(second, `/${sales}/messages`, text({ recipient: id }))).status).toBe(200);
    expect(again.write(sales, 'hi')).not.toBe(wamid);
    await second.close();
  });

  it('knows an id right after it was made, even if the program is killed', async () => {
    const stateFile = join(folder, 'world.json');
    const meta = await startTestWorld(catcher, { stateFile });
    const ana = meta.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' });
    ana.write(sales, 'hi');
    await Promise.resolve();
    expect(readFileSync(stateFile, 'utf8')).toContain(ana.bsuid(portfolio));
    await meta.close();
  });

  it('keeps webhooks nobody took, and delivers them after the next start', async () => {
    const stateFile = join(folder, 'world.json');
    catcher.answerWith(() => 503);
    const first = await startTestWorld(catcher, { stateFile, knobs: { retryDelaysMs: [60_000] } });
    first.world.addPerson({ name: 'Ana', phone: '+15550002222', country: 'US' }).write(sales, 'for later');
    while (first.deliveries.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await first.close();

    catcher.answerWith(() => 200);
    const second = await startTestWorld(catcher, { stateFile });
    await second.settled();
    expect(catcher.values()[0]?.messages?.[0]).toMatchObject({ text: { body: 'for later' } });
    await second.close();
  });

  it('refuses a file it cannot read, and says what to do', async () => {
    const stateFile = join(folder, 'world.json');
    writeFileSync(stateFile, '{"version":');
    await expect(startTestWorld(catcher, { stateFile })).rejects.toThrow('move it away');
  });
});
