// The programs `npm start` runs, each watched: what it prints goes to a log, what a person should see to the terminal.

import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface Program {
  readonly name: string;
  readonly process: ChildProcess;
  readonly logFile: string;
  /** Resolves when it has ended, with a sentence about how. */
  readonly ended: Promise<string>;
  /** The last lines it printed, for when it ends unasked. */
  lastLines(): string[];
}

export interface ProgramOptions {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Called with each line it prints. */
  readonly onLine: (line: string) => void;
}

const root = join(import.meta.dirname, '../..');
const largestLogBytes = 10 * 1024 * 1024;
const keptLines = 20;

/** Runs it in a group of its own: a Ctrl-C in the terminal comes to us alone, and we stop the programs in order. */
export function runProgram(options: ProgramOptions): Program {
  const child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, 'leave-with-parent.ts'), ...options.arguments],
    {
      cwd: root,
      env: options.env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const log = openLog(options.logFile);
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    readLines(stream, (line) => {
      // A one-time link lets its reader in: it is shown, and kept nowhere.
      if (!line.includes('/welcome#')) {
        log.write(`${line}\n`);
        last.push(line);
      }
      if (last.length > keptLines) last.shift();
      options.onLine(line);
    });
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be run: ${error.message}`));
    child.once('close', (code, signal) => {
      log.end();
      resolve(signal === null ? `ended with code ${code}` : `was ended by ${signal}`);
    });
  });
  return { name: options.name, process: child, logFile: options.logFile, ended, lastLines: () => last };
}

/** Asks it to stop, and ends it where it does not in time. True: it stopped by itself. */
export async function stopProgram(program: Program, timeoutMs: number): Promise<boolean> {
  const { process: child } = program;
  if (child.exitCode !== null || child.signalCode !== null) return true;
  let stopped = true;
  child.kill('SIGTERM');
  const timer = setTimeout(() => {
    stopped = false;
    child.kill('SIGKILL');
  }, timeoutMs);
  await program.ended;
  clearTimeout(timer);
  return stopped;
}

/** Runs a short program to its end; throws with what it printed where it fails. */
export async function runOnce(args: readonly string[], env: NodeJS.ProcessEnv, input = ''): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      said += data.toString();
    });
  }
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`\`throughline ${args.slice(1).join(' ')}\` ended with ${code}:\n${said.trim()}`);
  return said;
}

function readLines(stream: Readable | null, onLine: (line: string) => void): void {
  if (stream !== null) createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', onLine);
}

function openLog(path: string): WriteStream {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    if (statSync(path).size > largestLogBytes) renameSync(path, `${path}.1`);
  } catch {
    // There is none yet.
  }
  return createWriteStream(path, { flags: 'a', mode: 0o600 });
}
