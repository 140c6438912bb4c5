// `simulate`: the pretend Meta, by itself.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command } from './command.ts';

export const simulateCommand: Command = {
  help: 'throughline simulate -- FLAGS\n\nEverything after -- goes to the simulator; `throughline simulate -- --help` lists its flags.',
  flags: {},
  run: async ({ rest }) =>
    await new Promise((resolve) => {
      const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'simulator', 'main.ts'), ...rest], {
        stdio: 'inherit',
      });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
      child.on('exit', (code) => resolve(code ?? 1));
    }),
};
