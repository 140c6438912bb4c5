// Work on the desk without the rest: the pretend town and a development server that reloads. To work against a real
// server instead, set DESK_SERVER to its address.

import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { account, mockServer } from './mock-server.ts';

if (process.env.DESK_SERVER === undefined) {
  const port = Number(process.env.PORT ?? 8080);
  mockServer().listen(port, '127.0.0.1');
  process.env.DESK_SERVER = `http://127.0.0.1:${port}`;
  console.log(`Pretend town: sign in as ${account.email} with the password "${account.password}"`);
}
const vite = await createServer({ root: fileURLToPath(new URL('..', import.meta.url)) });
await vite.listen();
vite.printUrls();
