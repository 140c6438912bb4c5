// Runs the service, and where no Meta credentials are set, a pretend Meta with a small town beside it. Everything it
// starts, it stops: in order, simulator first, so that the service loses nothing that was on its way.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../server/config.ts';
import { openEmbedded } from '../server/db/embedded/open-embedded.ts';
import { isAlive, type ProcessIdentity, self } from '../server/db/embedded/processes.ts';
import { readState } from '../server/db/embedded/state.ts';
import { type Demo, loadDemo, registerDemo } from './start/demo.ts';
import { freePortNear, portProblem } from './start/ports.ts';
import { type Program, runProgram, stopProgram } from './start/programs.ts';

const root = join(import.meta.dirname, '..');
const home = resolve(root, process.env.THROUGHLINE_HOME ?? '.throughline');
const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT || 8080);
const demoMode = !process.env.META_APP_SECRET && !process.env.META_ACCESS_TOKEN;
const ownDatabase = !process.env.DATABASE_URL;
const baseUrl = `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
const simulatorStopMs = 1_500;
const serverStopMs = 7_000;

const running: Program[] = [];
let stopping = false;

const say = (line: string) => console.log(line);
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void stop(0));

try {
  await start();
} catch (error) {
  if (!stopping) {
    console.error(error instanceof Error ? error.message : error);
    await stop(1);
  }
}

async function start(): Promise<void> {
  // The service's own check of its configuration: every problem at once, before anything is started.
  readConfig(process.env);
  const problem = await portProblem(port, host);
  if (problem !== undefined) throw new Error(problem);
  takeHome();
  if (demoMode) await startWithTown();
  else {
    await startServer({ ...process.env, THROUGHLINE_HOME: home });
    say(`\nThroughline is running.\n${places()}`);
    say('  Sign in     lost the link? npm run throughline -- user link\n\nCtrl-C stops it.');
  }
}

async function startWithTown(): Promise<void> {
  const demo = loadDemo(home);
  const simulatorPort = await freePortNear(Number(process.env.SIMULATOR_PORT ?? port + 1));
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`;
  const env = {
    ...process.env,
    THROUGHLINE_HOME: home,
    META_GRAPH_URL: simulatorUrl,
    META_APP_SECRET: demo.appSecret,
    META_VERIFY_TOKEN: demo.verifyToken,
    META_ACCESS_TOKEN: demo.accessToken,
    // Its people are made a moment later, so there is no first administrator to be made.
    THROUGHLINE_TOWN: 'yes',
  };
  say(
    'No Meta credentials are set (META_APP_SECRET, META_ACCESS_TOKEN): starting with a pretend Meta and a small town',
  );
  await startServer(env);
  await registerDemo(home, demo, { env, say, baseUrl });
  await startSimulator(demo, simulatorPort);
  say(`\nThroughline is running, with a small town writing to it.\n\n${places()}`);
  say(`  Simulator   ${simulatorUrl}   be the customer: write, hide your number, change it\n`);
  say(`Sign in as:\n${signIns(demo)}\n\nCtrl-C stops everything.`);
}

/** Two starts on one home would share a database and fight over the town; the second is told. */
function takeHome(): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const note = join(home, 'start.json');
  if (existsSync(note)) {
    const other: ProcessIdentity = JSON.parse(readFileSync(note, 'utf8'));
    if (isAlive(other))
      throw new Error(
        `${home} is in use: Throughline was started on it already (process ${other.pid}). ` +
          'Stop that one, or choose another folder: THROUGHLINE_HOME=./.another npm start',
      );
  }
  writeFileSync(note, JSON.stringify(self()), { mode: 0o600 });
}

/** Starts it and waits until it is ready: database up, migrated, listening. */
async function startServer(env: NodeJS.ProcessEnv): Promise<void> {
  say('Starting the service and its database');
  const server = watch(
    runProgram({
      name: 'service',
      arguments: [join(root, 'server', 'main.ts')],
      env,
      logFile: join(home, 'logs', 'service.log'),
      onLine: demoMode ? showForPeople : say,
    }),
  );
  const startedAt = Date.now();
  let nextWordMs = 5_000;
  while (!(await isReady())) {
    if (stopping || server.process.exitCode !== null || server.process.signalCode !== null) throw new Error('stopped');
    if (Date.now() - startedAt > nextWordMs) {
      say(`  still starting: ${Math.round(nextWordMs / 1000)} s`);
      nextWordMs += 5_000;
    }
    await sleep(50);
  }
}

async function startSimulator(demo: Demo, simulatorPort: number): Promise<void> {
  say('Starting the town');
  const args = ['--port', String(simulatorPort), '--webhook', `${baseUrl}/webhooks/whatsapp`];
  // By the environment: what stands on a command line, every user of the machine can read.
  const env = {
    ...process.env,
    SIMULATOR_APP_SECRET: demo.appSecret,
    SIMULATOR_VERIFY_TOKEN: demo.verifyToken,
    SIMULATOR_ACCESS_TOKEN: demo.accessToken,
  };
  await new Promise<void>((ready, failed) => {
    const simulator = watch(
      runProgram({
        name: 'simulator',
        arguments: [join(root, 'simulator', 'main.ts'), ...args, '--state', join(home, 'simulator.json'), '--town'],
        env,
        logFile: join(home, 'logs', 'simulator.log'),
        onLine: (line) => {
          if (line.startsWith('simulator ready')) ready();
        },
      }),
    );
    void simulator.ended.then(() => failed(new Error('stopped')));
  });
}

/** One that ends unasked takes the rest with it. */
function watch(program: Program): Program {
  running.push(program);
  void program.ended.then((how) => {
    if (stopping) return;
    console.error(`\nThe ${program.name} ${how}. It said last (all of it is in ${program.logFile}):`);
    console.error(
      program
        .lastLines()
        .map((line) => `  ${readable(line) ?? line}`)
        .join('\n'),
    );
    void stop(1);
  });
  return program;
}

async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (running.length > 0) say('\nStopping');
  let clean = exitCode === 0;
  for (const program of running.toReversed()) {
    const inTime = await stopProgram(program, program.name === 'service' ? serverStopMs : simulatorStopMs);
    if (!inTime) say(`The ${program.name} did not stop in time and was ended`);
    clean &&= inTime;
  }
  if (!clean) await stopOrphanedDatabase();
  if (running.length > 0) say('Stopped');
  process.exit(exitCode);
}

/** A service that was ended, or fell, has left its database running. Joining and leaving it stops it, if it is ours alone. */
async function stopOrphanedDatabase(): Promise<void> {
  if (!ownDatabase || (readState(home)?.server ?? null) === null) return;
  try {
    const database = await openEmbedded({ home, say: () => {} });
    await database.close();
  } catch (error) {
    say(`The database could not be stopped: ${error instanceof Error ? error.message : error}`);
  }
}

async function isReady(): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** The log is for machines; of it, a person is shown plain lines, and what went wrong. */
function showForPeople(line: string): void {
  const text = readable(line);
  if (text !== undefined && !stopping) say(`  ${text}`);
}

function readable(line: string): string | undefined {
  if (!line.startsWith('{')) return line.trim() === '' ? undefined : line;
  try {
    const entry: { level?: number; msg?: string; event?: string; err?: { message?: string } } = JSON.parse(line);
    if ((entry.level ?? 0) < 50) return undefined;
    return [entry.event, entry.msg, entry.err?.message].filter((part) => part !== undefined).join(': ');
  } catch {
    return line;
  }
}

function places(): string {
  const state = ownDatabase ? readState(home) : undefined;
  const data = ownDatabase ? (state?.dataFolder ?? join(home, 'postgres')) : 'the database in DATABASE_URL';
  return [
    `  Desk        ${baseUrl}/`,
    `  API         ${baseUrl}/api/docs`,
    `  Webhook     ${baseUrl}/webhooks/whatsapp`,
    `  Data        ${data}`,
    ...(demoMode ? [`  Logs        ${join(home, 'logs')}`] : []),
  ].join('\n');
}

function signIns({ users }: Demo): string {
  const widest = (column: 'role' | 'email') => Math.max(...users.map((user) => user[column].length)) + 2;
  return users
    .map(({ role, email, password }) => `  ${role.padEnd(widest('role'))}${email.padEnd(widest('email'))}${password}`)
    .join('\n');
}
