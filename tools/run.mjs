// run.mjs SCRIPT ARGS...: runs a program of this repository under Node 24, whatever Node was called. Standard output is
// the program's alone (`throughline key create` prints a key and nothing else); what bootstrap has to say goes to stderr.

import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';
import { runUnder } from './run-under.mjs';

const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write('Usage: node tools/run.mjs SCRIPT ARGS...\n');
  process.exit(2);
}
const path = isAbsolute(script) ? script : join(root, script);
const node = await bootstrap({ out: process.stderr, quiet: true });
if (!existsSync(path)) {
  process.stderr.write(`There is no ${path}.\n`);
  process.exit(2);
}
process.exitCode = await runUnder(node, [path, ...args]);
