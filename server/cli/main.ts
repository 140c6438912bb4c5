// `npm run throughline -- COMMAND`: everything that can be done without a browser.

import { keyCommand, userCommand } from './access.ts';
import { type Command, runCommand } from './command.ts';
import { connectCommand } from './connect.ts';
import { explainCommand } from './explain.ts';
import { doctorCommand, replayCommand, simulateCommand } from './operations.ts';
import { privacyCommand } from './privacy.ts';
import { secretsCommand } from './secrets.ts';

const serveHelp = `throughline serve

Configured by the environment:
  PORT (8080), HOST (127.0.0.1)      where it listens
  THROUGHLINE_HOME (./.throughline)  its data and secrets
  DATABASE_URL                       a PostgreSQL 15 or newer; an embedded one where not set
  META_APP_SECRET                    signs webhooks; several, with commas, while one is replaced
  META_VERIFY_TOKEN                  answers Meta's verification of the webhook address
  META_ACCESS_TOKEN                  sends; META_GRAPH_URL and META_API_VERSION say where to
  THROUGHLINE_PUBLIC_URL             where browsers find it, if not at HOST and PORT
  ERASURE_LEDGER                     where erasures are written down outside the database; a file in the home where not set
  THROUGHLINE_SECRET                 the same on every node, where several share a database
  ENCRYPTION_KEY                     seals raw webhooks and secrets in the database; ENCRYPTION_KEY_FILE a file of keys, in the home where not set
  MEDIA_QUOTA_BYTES (50 GB)          room for files; MEDIA_RETENTION_DAYS how long they are kept
  MEDIA_S3_ENDPOINT, _BUCKET, _ACCESS_KEY, _SECRET_KEY (_REGION, _PREFIX)  keep files there, not in the home
docs/guides/operate.md says more.`;

const commands: Record<string, Command> = {
  serve: {
    summary: 'run the service',
    help: serveHelp,
    flags: {},
    // Read only by whoever runs it: the whole service is no part of any other command.
    run: async () => await (await import('../main.ts')).serve(),
  },
  connect: connectCommand,
  key: keyCommand,
  user: userCommand,
  replay: replayCommand,
  simulate: simulateCommand,
  doctor: doctorCommand,
  explain: explainCommand,
  privacy: privacyCommand,
  secrets: secretsCommand,
};

function usage(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return `throughline COMMAND [--help] [--json]\n\n${lines.join('\n')}\n`;
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usage());
    return name === undefined ? 2 : 0;
  }
  const command = commands[name];
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${usage()}`);
    return 2;
  }
  return await runCommand(command, args, name);
}

process.exitCode = await main(process.argv.slice(2));
