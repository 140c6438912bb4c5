// The service as the process it is in production, so that it can be killed as one.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, secrets } from './service.ts';
import { waitFor } from './waiting.ts';

export interface ServiceProcess {
  url: string;
  home: string;
  webhookUrl: string;
  /** Whether the process that was started last is still there. */
  isRunning(): boolean;
  /** Whether it was started to the end, and not killed since. */
  isReady(): boolean;
  /** Resident memory of the process in bytes; undefined where the system does not tell. */
  memory(): number | undefined;
  /** SIGKILL: nothing is said, nothing is closed. Resolves once it is gone. */
  kill(): Promise<void>;
  /** Again on the same database, home and port. */
  start(): Promise<void>;
  /** Ends it for good and removes its home. */
  end(): Promise<void>;
}

/** Not started yet: `start` does. */
export async function serviceProcess(
  databaseUrl: string,
  graphUrl: string,
  /** Private networks it may deliver into. */
  networks = '',
): Promise<ServiceProcess> {
  const home = mkdtempSync(join(tmpdir(), 'throughline-process-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    THROUGHLINE_HOME: home,
    THROUGHLINE_SECRET: secrets.own,
    THROUGHLINE_LOG: 'silent',
    META_GRAPH_URL: graphUrl,
    META_APP_SECRET: secrets.app,
    META_VERIFY_TOKEN: secrets.verify,
    META_ACCESS_TOKEN: secrets.access,
    EVENTS_ALLOW_NETWORKS: networks,
  };
  let child: ChildProcess | undefined;
  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  let ready = false;
  const kill = async () => {
    ready = false;
    if (!child || !isRunning()) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  const memory = () => {
    const status = child?.pid === undefined ? '' : readOrNothing(`/proc/${child.pid}/status`);
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  };
  return {
    memory,
    url,
    home,
    webhookUrl: `${url}/webhooks/whatsapp`,
    isRunning,
    isReady: () => ready,
    kill,
    start: async () => {
      const main = join(import.meta.dirname, '..', '..', 'server', 'main.ts');
      const started = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'pipe'] });
      child = started;
      let said = '';
      started.stderr?.on('data', (piece: Buffer) => {
        said += piece.toString();
      });
      await waitFor(
        'the service answers',
        async () => {
          if (started.exitCode !== null) throw new Error(`The service ended: ${said}`);
          return await fetch(`${url}/readyz`).then(
            (answer) => answer.ok,
            () => false,
          );
        },
        // Of a busy machine; it is up in three seconds where it has a core to itself.
        90_000,
      );
      ready = true;
    },
    end: async () => {
      await kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
