// `privacy`: people's requests about their own data, from the command line; the chain of what was done; and backups brought up to date.

import { PrivacyKind, PrivacyLaw, PrivacyRefusal } from '@throughline/contract';
import type { Command } from './command.ts';

export const privacyCommand: Command = {
  help: `throughline privacy search WHO               everybody a phone, @username, name or contact id may mean, each holder apart
throughline privacy request KIND CONTACT_ID   record a request: ${PrivacyKind.options.join(', ')}   [--law ${PrivacyLaw.options.join('|')}] [--note TEXT]
throughline privacy list [--state open|ended]
throughline privacy show ID
throughline privacy dry-run ID               what it would find, counted
throughline privacy prove ID --by document|other --note WHAT_WAS_SEEN
throughline privacy run ID --yes             carry it out; the running service erases, or does at its next start
throughline privacy refuse ID --reason ${PrivacyRefusal.options.join('|')} [--note TEXT]
throughline privacy hold ID, release ID, extend ID, confirm ID, cancel ID
throughline privacy certificate ID           the proof of an erasure, its seal checked
throughline privacy verify-audit             follow the chain of what was done; tells the first broken link
throughline privacy replay-ledger            make again, in a database from a backup, what was erased since
throughline privacy new-ledger --yes         the ledger is lost, and this database is the newest there is: write it again from the database

Exit code 0: done. 1: not, or something is wrong; it is named.`,
  flags: {
    law: { type: 'string' },
    note: { type: 'string' },
    by: { type: 'string' },
    reason: { type: 'string' },
    state: { type: 'string' },
    yes: { type: 'boolean' },
  },
  run: async (call) => {
    const { runVerb } = await import('./privacy-verbs.ts');
    return await runVerb(call);
  },
};
