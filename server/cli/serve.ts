// `serve`: the service, until it is told to stop.

import type { Command } from './command.ts';

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
  THROUGHLINE_SECRET_PREVIOUS        what stood there before, while it is being replaced: see throughline secrets --help
  ENCRYPTION_KEY                     seals raw webhooks and secrets in the database; ENCRYPTION_KEY_FILE a file of keys, in the home where not set
  MEDIA_QUOTA_BYTES (50 GB)          room for files; MEDIA_RETENTION_DAYS how long they are kept
  MEDIA_S3_ENDPOINT, _BUCKET, _ACCESS_KEY, _SECRET_KEY (_REGION, _PREFIX)  keep files there, not in the home
docs/guides/operate.md says more.`;

export const serveCommand: Command = {
  help: serveHelp,
  flags: {},
  // Read only by whoever runs it, not by whoever asks for help.
  run: async () => await (await import('../main.ts')).serve(),
};
