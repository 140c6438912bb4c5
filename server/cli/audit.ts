// `audit`: what in other systems still assumes a phone number.

import { type Call, type Command, UsageError } from './command.ts';

export const auditCommand: Command = {
  help: `throughline audit code PATH [--all] [--sarif FILE]

  code PATH     a folder or file: TypeScript and JavaScript, SQL, JSON Schema, OpenAPI, lists (CSV), flows of n8n, Node-RED and Make.
                Nothing is run, nothing leaves the machine.

  --all         also files that are built, and hidden folders
  --sarif FILE  write the findings for a code host, as SARIF 2.1.0

A line that is right as it is says so with the rule in a comment on it or before it: readiness-ignore from-read-unguarded

Exit code 0: nothing found. 1: something to do. 2: it could not be run.`,
  flags: { all: { type: 'boolean' }, sarif: { type: 'string' } },
  run: async ({ rest: [what, ...rest], ...call }) => {
    try {
      return await run(what, { ...call, rest });
    } catch (error) {
      if (error instanceof UsageError) throw error;
      call.say(error instanceof Error ? error.message : String(error));
      return 2;
    }
  },
};

async function run(what: string | undefined, call: Call): Promise<number> {
  if (what === 'code') return await (await import('./audit-code.ts')).auditCode(call);
  throw new UsageError('Say what to audit: code.');
}
