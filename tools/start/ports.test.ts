import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { freePortNear, portProblem } from './ports.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

it('names the port that is taken, and says what to do', async () => {
  const port = await takePort();
  const problem = await portProblem(port, '127.0.0.1');
  expect(problem).toContain(`Port ${port} is taken`);
  expect(problem).toContain(`PORT=${port + 10} npm start`);
});

it('finds nothing wrong with a free port', async () => {
  expect(await portProblem(await freePortNear(0), '127.0.0.1')).toBeUndefined();
});

it('gives another port where the wanted one is taken', async () => {
  const port = await takePort();
  const other = await freePortNear(port);
  expect(other).not.toBe(port);
  expect(other).toBeGreaterThan(0);
});

function takePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    servers.push(server);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : 0);
    });
  });
}
