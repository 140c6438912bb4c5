// `privacy`: people's requests about their own data, from the command line; the chain of what was done; and backups brought up to date.

import { PrivacyKind, PrivacyLanguage, PrivacyLaw, PrivacyRefusal } from '@throughline/contract';
import type { Command } from './command.ts';

export const privacyCommand: Command = {
  help: `throughline privacy search WHO               everybody a phone, @username, name or contact id may mean, each holder apart
throughline privacy request KIND WHO          record a request: ${PrivacyKind.options.join(', ')}; WHO as for search, where it is one person
                                             [--law ${PrivacyLaw.options.join('|')}] [--note TEXT] [--language ${PrivacyLanguage.options.join('|')}]
throughline privacy list [--state open|ended]
throughline privacy status ID                 where it stands, by when it is due, how far it has come
throughline privacy show ID                   all of it
throughline privacy send-code ID              to the person's own thread; the running service sends it
throughline privacy verify ID --code CODE     what they read out
throughline privacy prove ID --by document|other --note WHAT_WAS_SEEN
throughline privacy dry-run ID                what it would find, counted; of a correction, each before and after
throughline privacy correct ID [--name NAME] [--field NAME=VALUE] [--not-account ID] [--never CONTACT_ID]
                                             names what is to be corrected, in place of what was named before
throughline privacy rectify ID --yes          carries the corrections out, all or none
throughline privacy export ID --file FILE     the sealed archive; the passphrase is printed, once
throughline privacy erase ID --yes            the running service erases, or does at its next start
throughline privacy run ID --yes              carries out a request of any kind
throughline privacy refuse ID --reason ${PrivacyRefusal.options.join('|')} [--note TEXT]
throughline privacy hold ID, release ID, extend ID, confirm ID, cancel ID
throughline privacy certificate ID            the proof of an erasure, its seal checked
throughline privacy audit verify              follow the chain of what was done; tells the first broken link
throughline privacy replay-ledger             make again, in a database from a backup, what was erased since
throughline privacy new-ledger --yes          the ledger is lost, and this database is the newest there is: write it again from the database

Exit code 0: done. 1: not, or something is wrong; it is named.`,
  flags: {
    law: { type: 'string' },
    note: { type: 'string' },
    by: { type: 'string' },
    reason: { type: 'string' },
    state: { type: 'string' },
    language: { type: 'string' },
    code: { type: 'string' },
    file: { type: 'string' },
    name: { type: 'string' },
    field: { type: 'string', multiple: true },
    'not-account': { type: 'string', multiple: true },
    never: { type: 'string', multiple: true },
    yes: { type: 'boolean' },
  },
  run: async (call) => {
    const { runVerb } = await import('./privacy-verbs.ts');
    return await runVerb(call);
  },
};
