// Why messages wait, in sentences: for an agent about one message, and for whoever runs the place about a number.

import type { WaitingReason } from '../outbound/rules-waiting.ts';
import { say } from '../words/say.ts';
import type { Reader } from '../words/viewer.ts';

export function waitingText(reader: Reader, reason: WaitingReason): string {
  return say(reader, `waiting.${reason}.message`);
}

export function blockedText(reader: Reader, reason: WaitingReason): string {
  return say(reader, `waiting.${reason}.number`);
}
