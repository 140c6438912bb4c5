// Runs a program under the Node given, as if it had been called directly: same streams, same signals, same exit code.

import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Resolves with the exit code; 128 + the signal's number where a signal ended it. */
export async function runUnder(node, nodeArguments, options = {}) {
  const child = spawn(node, nodeArguments, { stdio: 'inherit', ...options });
  // A Ctrl-C in a terminal reaches the child as well, being in the same group: passing it on would make it a second one,
  // which many programs take for "stop at once". Sent by a supervisor, it reaches only us. So SIGINT is passed on where
  // there is no terminal; SIGTERM and SIGHUP always.
  const passOn = (name) => () => child.kill(name);
  process.on('SIGINT', process.stdin.isTTY ? () => {} : passOn('SIGINT'));
  process.on('SIGTERM', passOn('SIGTERM'));
  process.on('SIGHUP', passOn('SIGHUP'));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`Could not run ${node}: ${error.message}\n`);
      resolve(1);
    });
    child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
