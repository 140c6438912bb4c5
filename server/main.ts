// The service as a process: `throughline serve`. Opens the database, serves until told to stop, closes in order.

import pino from 'pino';
import { linkAddress } from './access/links.ts';
import { ConfigError, readConfig } from './config.ts';
import type { Database } from './db/connect.ts';
import { firstLink } from './flows/make-user-link.ts';
import { openDatabase } from './open-database.ts';
import { startService } from './service.ts';

/** Resolves with the exit code once the service has stopped. What a person should read goes to stderr, logs to stdout. */
export async function serve(env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  try {
    const config = readConfig(env);
    const log = pino({ level: env.THROUGHLINE_LOG ?? 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime });
    const stopping = stopSignal();
    const beforeOpening = (db: Database) =>
      env.THROUGHLINE_TOWN === 'yes' ? Promise.resolve() : letFirstIn(db, config.publicUrl);
    const database = await openDatabase(config, say);
    try {
      const service = await startService(config, { databaseUrl: database.url, log, beforeOpening });
      say(`Throughline is ready at ${service.url}`);
      if (config.appSecrets.length === 0) say('META_APP_SECRET is not set: every webhook will be refused until it is.');
      await stopping;
      say('Stopping…');
      await service.close();
    } finally {
      await database.close();
    }
    return 0;
  } catch (error) {
    say(explain(error));
    return 1;
  }
}

/** To stdout, past the logger: whoever reads this is the operator, and what is kept of logs must not let anybody in. */
async function letFirstIn(db: Database, publicUrl: string): Promise<void> {
  const link = await firstLink(db, new Date());
  if (link === undefined) return;
  process.stdout.write(
    `Nobody has access yet. Make yourself the administrator, once, within a day:\n  ${linkAddress(publicUrl, link.token)}\n`,
  );
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    const { port } = error as NodeJS.ErrnoException & { port?: number };
    return `Port ${port ?? ''} is taken by another program. Stop it, or choose another: PORT=8081 npm start`;
  }
  return error.message;
}

// A broken promise inside leaves a process nobody should trust: it ends, and whoever supervises it starts a new one. What was
// acknowledged is on disk.
process.on('uncaughtException', (error) => {
  process.stderr.write(`Throughline ends because of an error it cannot go on from: ${error.stack ?? error.name}\n`);
  process.exit(70);
});

if (import.meta.main) process.exitCode = await serve();
