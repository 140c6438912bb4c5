// npm start: from a fresh clone to a running desk. Installs and builds what is missing, then runs start.ts under Node 24.

import { join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';
import { buildDesk } from './build-desk.mjs';
import { runUnder } from './run-under.mjs';

const node = await bootstrap();
try {
  await buildDesk(node);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.exitCode = await runUnder(node, [join(root, 'tools', 'start.ts')]);
