// What a start without Meta credentials needs: secrets shared with the simulator, a business with two numbers, and one
// person per role. Made once and kept in the home, so that sign-ins stay the same from start to start.

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readState } from '../../server/db/embedded/state.ts';
import { arrangeWork, type DemoUser } from './demo-work.ts';
import { runOnce } from './programs.ts';

export interface Demo {
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly accessToken: string;
  readonly users: readonly DemoUser[];
  /** Which database all this has been written to; another one gets it anew. */
  readonly registeredIn: string | null;
}

const portfolio = '900000000000001';
const waba = '100000000000001';
const ids = { sales: '200000000000002', service: '200000000000003' };
const numbers = [
  { number: `${ids.sales}=+15550001111`, name: 'Lagos Bikes, Sales' },
  { number: `${ids.service}=+15550001112`, name: 'Lagos Bikes, Service' },
];
const people = [
  ['admin', 'Ngozi Okafor'],
  ['supervisor', 'Tunde Bello'],
  ['agent', 'Amara Obi'],
  ['privacy_officer', 'Femi Adeyemi'],
  ['developer', 'Chidi Eze'],
  ['auditor', 'Zainab Musa'],
] as const;

/** What was made at the first start, or made now. */
export function loadDemo(home: string): Demo {
  const path = demoPath(home);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const secret = () => randomBytes(24).toString('hex');
  const demo: Demo = {
    appSecret: secret(),
    verifyToken: secret(),
    accessToken: secret(),
    users: people.map(([role, name]) => ({
      role,
      name,
      email: `${role.replace('_officer', '')}@throughline.example`,
      password: `${role.slice(0, 5)}-${randomBytes(5).toString('hex')}`,
    })),
    registeredIn: null,
  };
  save(home, demo);
  return demo;
}

/** Registers the business numbers and makes the users, by the command line, and arranges their work, where this database has none of them yet. */
export async function registerDemo(
  home: string,
  demo: Demo,
  { env, say, baseUrl }: { env: NodeJS.ProcessEnv; say: (line: string) => void; baseUrl: string },
): Promise<void> {
  const database = databaseMark(home, env);
  if (demo.registeredIn === database) return;
  say('Registering the business numbers and the sign-ins');
  const cli = join('server', 'cli', 'main.ts');
  for (const { number, name } of numbers) {
    const args = ['--portfolio', portfolio, '--waba', waba, '--number', number, '--name', name];
    await runOnce([cli, 'connect', ...args], env);
  }
  const making = demo.users.map(({ role, name, email, password }) => async () => {
    const args = ['--email', email, '--name', name, '--role', role, '--password-stdin'];
    await runOnce([cli, 'user', 'create', ...args], env, password);
  });
  // Two at a time: each is a process of its own.
  while (making.length > 0) await Promise.all(making.splice(0, 2).map((make) => make()));
  try {
    await arrangeWork(baseUrl, demo.users, ids);
  } catch (error) {
    // The town lives without: everything then waits for whoever takes it.
    say(`The town has no teams: ${error instanceof Error ? error.message : error}`);
  }
  save(home, { ...demo, registeredIn: database });
}

/** Tells one database from another without saying where it is. */
function databaseMark(home: string, env: NodeJS.ProcessEnv): string {
  const name = env.DATABASE_URL ?? readState(home)?.password ?? '';
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}

function save(home: string, demo: Demo): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const draft = `${demoPath(home)}.draft`;
  writeFileSync(draft, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, demoPath(home));
}

function demoPath(home: string): string {
  return join(home, 'demo.json');
}
