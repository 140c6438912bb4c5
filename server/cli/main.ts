// `npm run throughline -- COMMAND`: everything that can be done without a browser.

import { serve } from '../main.ts';
import { keyCommand, userCommand } from './access.ts';
import { type Command, runCommand } from './command.ts';
import { connectCommand } from './connect.ts';
import { doctorCommand, replayCommand, simulateCommand } from './operations.ts';

const commands: Record<string, Command> = {
  serve: {
    summary: 'run the service',
    help: 'throughline serve\n\nConfigured by the environment; see the guide.',
    flags: {},
    run: () => serve(),
  },
  connect: connectCommand,
  key: keyCommand,
  user: userCommand,
  replay: replayCommand,
  simulate: simulateCommand,
  doctor: doctorCommand,
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
