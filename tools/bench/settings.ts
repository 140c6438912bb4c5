// What one run of the bench does: which parts, how long, how often.

import { parseArgs } from 'node:util';

export const parts = ['door', 'apply', 'sustained', 'identity', 'outbound', 'desk'] as const;
export type Part = (typeof parts)[number];

export interface Settings {
  parts: Part[];
  rounds: number;
  /** Of the sustained load. */
  seconds: number;
  /** Of each measurement at the door. */
  doorSeconds: number;
  /** Messages of each measurement of the apply path. */
  messages: number;
  /** Webhooks a second, where the rate is fixed. */
  rate: number;
  /** Of the town with ground truth. */
  people: number;
  /** How many contacts a database holds, one database after the other. */
  contacts: number[];
  /** People looked up in each of them, for each round. */
  lookups: number;
  /** Messages sent in each measurement of the sender. */
  sends: number;
  /** Of the desk: conversations in the list, messages in the long one, seconds of each scroll and of the flood, messages a second. */
  conversations: number;
  threadMessages: number;
  deskSeconds: number;
  deskRate: number;
  json: boolean;
  out: string | undefined;
}

export const usage = `npm run bench -- [door] [apply] [sustained] [identity] [outbound] [desk] [options]

  --rounds N         how often each is measured, interleaved with its bare limit (3)
  --seconds N        how long the sustained load lasts (20)
  --door-seconds N   how long each measurement at the door lasts (3)
  --messages N       messages of each measurement of the apply path (10000)
  --rate N           webhooks a second where the rate is fixed (3300)
  --people N         people of the town with ground truth (2000)
  --contacts N,N     contacts of each database people are looked up in (10000,1000000)
  --lookups N        how many of them are looked up in each round (2000)
  --ten-million      a database of 10,000,000 contacts too; says first whether the disk has room
  --sends N          messages of each measurement of the sender (20000)
  --conversations N  conversations in the desk's list (50000)
  --thread N         messages of the conversation that is open in it (10000)
  --desk-seconds N   how long each scroll in the desk, and the flood into it, lasts (10)
  --desk-rate N      messages a second while the desk is open (500)
  --json             prints the report as JSON and nothing else on standard output
  --out FILE         where the report goes (bench/results/latest.json)`;

/** @throws with a sentence where an argument is not one of ours. */
export function readSettings(args: readonly string[]): Settings | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '20' },
      'door-seconds': { type: 'string', default: '3' },
      messages: { type: 'string', default: '10000' },
      rate: { type: 'string', default: '3300' },
      people: { type: 'string', default: '2000' },
      contacts: { type: 'string', default: '10000,1000000' },
      lookups: { type: 'string', default: '2000' },
      sends: { type: 'string', default: '20000' },
      conversations: { type: 'string', default: '50000' },
      thread: { type: 'string', default: '10000' },
      'desk-seconds': { type: 'string', default: '10' },
      'desk-rate': { type: 'string', default: '500' },
      'ten-million': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const wanted = positionals.map((name) => {
    const part = parts.find((one) => one === name);
    if (!part) throw new Error(`There is no part "${name}": ${parts.join(', ')}.`);
    return part;
  });
  return {
    parts: wanted.length > 0 ? wanted : [...parts],
    rounds: bounded('--rounds', values.rounds, 50),
    seconds: bounded('--seconds', values.seconds, 600),
    doorSeconds: bounded('--door-seconds', values['door-seconds'], 60),
    messages: bounded('--messages', values.messages, 200_000),
    rate: bounded('--rate', values.rate, 20_000),
    people: bounded('--people', values.people, 50_000),
    contacts: [
      ...values.contacts.split(',').map((text) => bounded('--contacts', text, 10_000_000)),
      ...(values['ten-million'] ? [10_000_000] : []),
    ],
    lookups: bounded('--lookups', values.lookups, 100_000),
    sends: bounded('--sends', values.sends, 200_000),
    conversations: bounded('--conversations', values.conversations, 500_000),
    threadMessages: bounded('--thread', values.thread, 100_000),
    deskSeconds: bounded('--desk-seconds', values['desk-seconds'], 60),
    deskRate: bounded('--desk-rate', values['desk-rate'], 3_000),
    json: values.json,
    out: values.out,
  };
}

function bounded(flag: string, text: string, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new Error(`${flag} is a whole number from 1 to ${most}.`);
  return value;
}
