// What the services of these tests said in their logs: silent while all goes well, told by what waits in vain, since what nobody foresaw
// happens on machines nobody can look at afterwards.

import pino, { type Logger } from 'pino';

const most = 30;
const lines: string[] = [];

/** `THROUGHLINE_LOG` says it aloud instead. */
export function testLog(): Logger {
  const aloud = process.env.THROUGHLINE_LOG;
  if (aloud) return pino({ level: aloud });
  const keep = (line: string) => {
    lines.push(line.trim());
    if (lines.length > most) lines.shift();
  };
  return pino({ level: 'warn', base: null }, { write: keep });
}

/** The last of it, for a message. */
export function said(): string {
  return lines.length === 0 ? 'The log is empty.' : `The log ends:\n${lines.join('\n')}`;
}
