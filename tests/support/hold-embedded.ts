// Holds the embedded database of the home given, until standard input ends. For tests that kill such a process.

import { openEmbedded } from '../../server/db/embedded/open-embedded.ts';

const home = process.argv[2];
if (home === undefined) throw new Error('Say which home.');
const database = await openEmbedded({ home, say: () => {} });
process.stdout.write(`${JSON.stringify({ url: database.url, started: database.started })}\n`);
process.stdin.resume();
process.stdin.once('end', async () => {
  await database.close();
  process.exit(0);
});
