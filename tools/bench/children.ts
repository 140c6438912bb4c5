// The processes a bench is made of, each its own: what loads, what serves and what drains must not share one event loop.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { benchKeyEnv } from './keys.ts';

const root = join(import.meta.dirname, '../..');
const startTimeoutMs = 30_000;
const running = new Set<ChildProcess>();

export interface Child<Answer> {
  readonly pid: number;
  /** What it said when it was ready. */
  readonly greeting: string;
  /** Sends a task, resolves with its answer. */
  ask(task: unknown): Promise<Answer>;
  stop(): Promise<void>;
}

/** Runs a program of this folder. It sends `{ ready }`, then one message for each task. */
export async function startChild<Answer>(program: string, env: NodeJS.ProcessEnv = {}): Promise<Child<Answer>> {
  const child = launch([...process.execArgv, join(import.meta.dirname, program)], env);
  child.stdout?.resume();
  const greeting = await firstOf<string>(child, program, (resolve) => {
    child.once('message', (message: { ready: string }) => resolve(message.ready));
  });
  return {
    pid: child.pid ?? 0,
    greeting,
    ask: (task) =>
      firstOf(child, program, (resolve) => {
        child.once('message', (answer) => resolve(answer as Answer));
        child.send(task as object);
      }),
    stop: () => end(child),
  };
}

/** The service itself, as `throughline serve` runs it. Answers where it is. */
export async function startService(
  databaseUrl: string,
  home: string,
  secret: string,
  more: NodeJS.ProcessEnv = {},
): Promise<Child<never>> {
  const child = launch([...process.execArgv, join(root, 'server/main.ts')], {
    DATABASE_URL: databaseUrl,
    THROUGHLINE_HOME: home,
    THROUGHLINE_LOG: 'warn',
    META_APP_SECRET: secret,
    META_VERIFY_TOKEN: 'bench',
    // Most of the bench sends nothing; were it tried, it should not reach Meta.
    META_GRAPH_URL: 'http://127.0.0.1:9',
    ...benchKeyEnv,
    HOST: '127.0.0.1',
    PORT: '0',
    ...more,
  });
  const greeting = await firstOf<string>(child, 'server/main.ts', (resolve) => {
    if (!child.stderr || !child.stdout) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      const url = /ready at (\S+)/.exec(line)?.[1];
      if (url) resolve(url);
      else process.stderr.write(`  service: ${line}\n`);
    });
    createInterface({ input: child.stdout }).on('line', (line) => process.stderr.write(`  service: ${line}\n`));
  });
  return {
    pid: child.pid ?? 0,
    greeting,
    ask: () => Promise.reject(new Error('The service is asked by HTTP.')),
    stop: () => end(child),
  };
}

/** Ends what is still running, for when the bench itself is told to stop. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(end));
}

function launch(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const inherited = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR };
  const service = args.at(-1)?.endsWith('main.ts');
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...inherited, ...env },
    stdio: service ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

function firstOf<T>(child: ChildProcess, name: string, listen: (resolve: (value: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`${name} ended with ${code} before it answered.`));
    child.once('close', gone);
    listen((value) => {
      child.off('close', gone);
      resolve(value);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), startTimeoutMs);
  await closed;
  clearTimeout(timer);
}
