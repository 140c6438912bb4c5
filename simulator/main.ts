// The simulator as a program. Options come from the command line, else from the environment, else from the defaults below.

import { parseArgs } from 'node:util';
import { knobsOf } from './knobs.ts';
import { startSimulator } from './simulator.ts';
import { startTown, townIds, townKnobs } from './town.ts';

const usage = `A pretend Meta: the Graph API's message endpoint, signed webhooks, and a small town of people.

Usage: node simulator/main.ts [options]

  --port N            SIMULATOR_PORT           port to listen on (default 0: any free one)
  --host H            SIMULATOR_HOST           address to listen on (default 127.0.0.1)
  --webhook URL       SIMULATOR_WEBHOOK        where webhooks go (default http://127.0.0.1:8080/webhooks/whatsapp)
  --app-secret S      SIMULATOR_APP_SECRET     signs webhooks (default simulator-app-secret)
  --verify-token S    SIMULATOR_VERIFY_TOKEN   for the subscription handshake (default simulator-verify-token)
  --access-token S    SIMULATOR_ACCESS_TOKEN   callers must present it (default simulator-access-token)
  --state FILE        SIMULATOR_STATE          keep the world here, and go on with it next time
  --town | --empty    SIMULATOR_WORLD          a town that lives (default), or nobody at all
  --pace N            SIMULATOR_PACE           how lively the town is (default 1; 0: its past only)
  --seed S            SIMULATOR_SEED           same seed, same world
  --knobs JSON        SIMULATOR_KNOBS          see knobs.ts
  --verify                                     do the subscription handshake first, and say how it went
  --with-parent                                end when standard input closes
  --help
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    webhook: { type: 'string' },
    'app-secret': { type: 'string' },
    'verify-token': { type: 'string' },
    'access-token': { type: 'string' },
    state: { type: 'string' },
    town: { type: 'boolean' },
    empty: { type: 'boolean' },
    pace: { type: 'string' },
    seed: { type: 'string' },
    knobs: { type: 'string' },
    verify: { type: 'boolean' },
    'with-parent': { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (values.help === true) {
  process.stdout.write(usage);
} else {
  run().catch((error: unknown) => {
    process.stderr.write(`simulator: ${sentenceOf(error)}\n`);
    process.exit(1);
  });
}

async function run(): Promise<void> {
  const given = (name: keyof typeof values, variable: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : process.env[`SIMULATOR_${variable}`];
  };
  const port = numberOf('--port', given('port', 'PORT') ?? '0', 65_535);
  const pace = numberOf('--pace', given('pace', 'PACE') ?? '1', 1000);
  const world =
    values.empty === true ? 'empty' : values.town === true ? 'town' : (process.env.SIMULATOR_WORLD ?? 'town');
  const seed = given('seed', 'SEED');
  const stateFile = given('state', 'STATE');
  const knobs = knobsOf(JSON.parse(given('knobs', 'KNOBS') ?? '{}') as Record<string, unknown>);
  const meta = await startSimulator({
    port,
    host: given('host', 'HOST') ?? '127.0.0.1',
    webhookUrl: given('webhook', 'WEBHOOK') ?? 'http://127.0.0.1:8080/webhooks/whatsapp',
    appSecret: given('app-secret', 'APP_SECRET') ?? 'simulator-app-secret',
    verifyToken: given('verify-token', 'VERIFY_TOKEN') ?? 'simulator-verify-token',
    accessToken: given('access-token', 'ACCESS_TOKEN') ?? 'simulator-access-token',
    ...(seed === undefined ? {} : { seed }),
    ...(stateFile === undefined ? {} : { stateFile }),
    knobs: { ...(world === 'town' ? townKnobs : { remember: 20_000 }), ...knobs },
  });

  let leaving = false;
  const leave = (): void => {
    if (leaving) return;
    leaving = true;
    // Whatever hangs, the program ends within a second.
    setTimeout(() => process.exit(0), 900).unref();
    void meta.close().then(() => process.exit(0));
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  if (values['with-parent'] === true)
    process.stdin.resume().once('end', leave).once('close', leave).once('error', leave);

  if (values.verify === true) {
    process.stdout.write((await meta.verify()) ? 'webhook verified\n' : 'the webhook did not echo the challenge\n');
  }
  if (world === 'town') startTown(meta, { pace: pace === 0 ? 1 : pace, life: pace > 0 });
  if (world === 'town' && !meta.resumed) {
    const numbers = townIds.numbers.map(({ phoneNumberId, displayPhone }) => `${phoneNumberId}=${displayPhone}`);
    process.stdout.write(
      `town: portfolio ${townIds.portfolioId}, WABA ${townIds.wabaId}, numbers ${numbers.join(', ')}\n`,
    );
  }
  process.stdout.write(`simulator ready ${meta.url}\n`);
}

function numberOf(name: string, text: string, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= most))
    throw new Error(`${name} must be a number from 0 to ${most}, not "${text}"`);
  return value;
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as Error & { code?: string; port?: number };
  return code === 'EADDRINUSE' ? `port ${port} is taken by another program; choose another with --port` : error.message;
}
