// `audit`: what in other systems still assumes a phone number.

import { limits } from '../limits.ts';
import { type Call, type Command, UsageError } from './command.ts';

export const auditCommand: Command = {
  help: `throughline audit code PATH [--all] [--sarif FILE] [--html FILE]
throughline audit endpoint URL --secret SECRET [--read-back URL|COMMAND] [--html FILE]
throughline audit data
throughline audit canary

  code PATH     a folder or file: TypeScript and JavaScript, SQL, JSON Schema, OpenAPI, lists (CSV), flows of n8n, Node-RED and Make.
                Nothing is run, nothing leaves the machine.

  --all         also files that are built, and hidden folders
  --sarif FILE  write the findings for a code host, as SARIF 2.1.0

  endpoint URL  an integration, on staging: it is sent every kind of webhook in pairs, with a number and without, signed as Meta signs, all of
                people who are plainly made up. Status codes, times and answers are compared. Nothing goes to any other address.

  --secret S    what the integration checks signatures with; or AUDIT_SECRET
  --read-back   an address that answers, or a command that prints, what the integration has, as JSON of any form (its contacts and messages):
                then also what it made of the webhooks is compared, lost messages and people taken for one another
  --waba, --phone-number-id, --display-phone
                of the line the webhooks come in on, where the integration knows its own lines only
  --timeout MS  how long one webhook may take (${limits.probeTimeoutMs})
  --settle MS   how long the integration may take to make something of it (${limits.probeSettleMs})

  data          the webhooks of this Throughline, and the systems behind its relay: who takes what it is told of people with a number, and has
                trouble with people without; and who was given numbers because it cannot live without

  canary        how the made-up customer fared who goes through every webhook and integration (Settings → Readiness): who broke, and at which step

  Of code and endpoint:
  --html FILE   write a report to hand over: one page, to be read and printed
  --name NAME   what the integration is called
  --report URL  hand the findings to your Throughline at this address, with the key in THROUGHLINE_KEY (developer or administrator): see
                Settings → Readiness. Rules, files and lines; no line of a program leaves the machine.

A line that is right as it is says so with the rule in a comment on it or before it: readiness-ignore from-read-unguarded

Exit code 0: nothing found. 1: something to do. 2: it could not be run.`,
  flags: {
    all: { type: 'boolean' },
    sarif: { type: 'string' },
    html: { type: 'string' },
    name: { type: 'string' },
    report: { type: 'string' },
    secret: { type: 'string' },
    'read-back': { type: 'string' },
    waba: { type: 'string' },
    'phone-number-id': { type: 'string' },
    'display-phone': { type: 'string' },
    timeout: { type: 'string' },
    settle: { type: 'string' },
  },
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
  if (what === 'endpoint') return await (await import('./audit-endpoint.ts')).auditEndpoint(call);
  if (what === 'data') return await (await import('./audit-data.ts')).auditData(call);
  if (what === 'canary') return await (await import('./audit-canary.ts')).auditCanary(call);
  throw new UsageError('Say what to audit: code, endpoint, data or canary.');
}
