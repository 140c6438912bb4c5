// `npm run throughline -- COMMAND`: everything that can be done without a browser.
//
// A command is read when it is called: whoever asks for help does not wait for the whole service to be read.

import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Command } from './command.ts';

interface Entry {
  /** One line: what it is for. */
  summary: string;
  load: () => Promise<Command>;
}

const commands: Record<string, Entry> = {
  serve: { summary: 'run the service', load: async () => (await import('./serve.ts')).serveCommand },
  connect: { summary: 'register a business number', load: async () => (await import('./connect.ts')).connectCommand },
  key: { summary: 'create, list and revoke API keys', load: async () => (await import('./access.ts')).keyCommand },
  user: {
    summary: 'create people who sign in to the desk',
    load: async () => (await import('./access.ts')).userCommand,
  },
  replay: {
    summary: 'put parked items through the door again',
    load: async () => (await import('./replay.ts')).replayCommand,
  },
  simulate: {
    summary: 'run the pretend Meta by itself',
    load: async () => (await import('./simulate.ts')).simulateCommand,
  },
  doctor: {
    summary: 'look whether everything is as it should be',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
  explain: {
    summary: 'tell why somebody is taken for one person',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  audit: {
    summary: 'find what still assumes a phone number in other systems',
    load: async () => (await import('./audit.ts')).auditCommand,
  },
  privacy: {
    summary: 'find, export, correct and erase a person by phone or username, and prove it',
    load: async () => (await import('./privacy.ts')).privacyCommand,
  },
  export: {
    summary: 'write contacts, conversations, messages, campaigns or coverage to a file',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  import: {
    summary: 'take a list of people in, or say what would be',
    load: async () => (await import('./import.ts')).importCommand,
  },
  secrets: {
    summary: 'secrets kept sealed in the database, and the keys they are sealed with',
    load: async () => (await import('./secrets.ts')).secretsCommand,
  },
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
  const entry = commands[name];
  if (!entry) {
    process.stderr.write(`There is no command "${name}".\n\n${usage()}`);
    return 2;
  }
  const [{ runCommand }, command] = await Promise.all([import('./command.ts'), entry.load()]);
  return await runCommand(command, args, { name, summary: entry.summary });
}

// What was compiled once is not compiled again; where nothing can be kept, it is.
enableCompileCache(join(import.meta.dirname, '..', '..', '.cache', 'compiled'));
process.exitCode = await main(process.argv.slice(2));
