// What every command shares: flags, help, `--json`, and exit codes that tell (0 done, 1 failed, 2 called wrongly).

import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Database } from '../db/connect.ts';

export type Flags = NonNullable<ParseArgsConfig['options']>;
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

export interface Command {
  /** Usage and examples, after the first word. */
  help: string;
  flags: Flags;
  /** Answers the exit code. */
  run: (call: Call) => Promise<number>;
}

export interface Call {
  values: Values;
  rest: string[];
  /** A person's text to stdout, or the value as JSON where `--json` was given. */
  print: (text: string, value: unknown) => void;
  /** Progress and explanations: stderr. */
  say: (line: string) => void;
}

/** Called wrongly: the message says what would be right. */
export class UsageError extends Error {}

/** `summary`: one line, what it is for. */
export async function runCommand(
  command: Command,
  args: string[],
  { name, summary }: { name: string; summary: string },
): Promise<number> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.flags, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help) {
      process.stdout.write(`${name}: ${summary}\n\n${command.help}\n`);
      return 0;
    }
    const print = (text: string, value: unknown) =>
      process.stdout.write(`${values.json ? JSON.stringify(value) : text}\n`);
    return await command.run({ values: values as Values, rest: positionals, print, say });
  } catch (error) {
    const usage =
      error instanceof UsageError ||
      (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    say(error instanceof Error ? error.message : String(error));
    if (usage) say(`See: throughline ${name} --help`);
    return usage ? 2 : 1;
  }
}

/**
 * Those that open the database; where it cannot be opened, the command is refused. Or a new one, where there are none. As they are: also where
 * some are missing, for who only looks.
 */
type KeyWay = 'that open it' | 'or a new one' | 'as they are';

/** Runs `work` on the configured database, started for the purpose where it is not running. Its parts are read only by whoever needs them. */
export async function withDatabase<T>(
  say: (line: string) => void,
  work: (db: Database) => Promise<T>,
  keys: KeyWay = 'that open it',
): Promise<T> {
  const [{ readConfig }, { connect }, { openDatabase }, { keysThatOpen, knownKeys, openKeys }] = await Promise.all([
    import('../config.ts'),
    import('../db/connect.ts'),
    import('../open-database.ts'),
    import('../encryption-keys.ts'),
  ]);
  const config = readConfig(process.env);
  const database = await openDatabase(config, say);
  try {
    const { encryption } = config;
    const known =
      keys === 'as they are'
        ? knownKeys(encryption)
        : await (keys === 'or a new one' ? openKeys : keysThatOpen)(encryption, database.url);
    const db = connect(database.url, { connections: 2, name: 'throughline-cli', keys: known });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  } finally {
    await database.close();
  }
}

export function needed(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value.trim() === '') throw new UsageError(`--${name} is needed.`);
  return value;
}
