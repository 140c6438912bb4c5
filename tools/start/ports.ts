// Whether a port can be had, and how to say that it cannot.

import { createServer } from 'node:net';

/** Undefined where the port is free; else a sentence that says what to do. */
export async function portProblem(port: number, host: string): Promise<string | undefined> {
  const code = await tryListen(port, host);
  if (code === undefined) return undefined;
  const another = `PORT=${port < 1024 ? 8080 : port + 10} npm start`;
  if (code === 'EACCES') return `Port ${port} is reserved for root. Choose another: ${another}`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST=${host} is not an address of this machine.`;
  if (code !== 'EADDRINUSE') return `Port ${port} on ${host} cannot be used (${code}).`;
  const who = (await isThroughline(port)) ? 'Throughline is running there already' : 'another program is using it';
  return `Port ${port} is taken: ${who}. Stop that one, or choose another port: ${another}`;
}

/** The wanted port where it is free, else any. */
export async function freePortNear(wanted: number): Promise<number> {
  if (wanted > 0 && wanted < 65_536 && (await tryListen(wanted, '127.0.0.1')) === undefined) return wanted;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

function tryListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

async function isThroughline(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/openapi.json`, { signal: AbortSignal.timeout(1_000) });
    return answer.ok && (await answer.text()).includes('Throughline');
  } catch {
    return false;
  }
}
