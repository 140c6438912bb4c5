// Why a file is not there, in sentences agents can act on.

import { limits } from '../limits.ts';
import { type MediaType, sizeSentence } from '../media/rules-types.ts';
import { en, type Key } from '../words/en/index.ts';
import { say, tell } from '../words/say.ts';
import type { Reader } from '../words/viewer.ts';

interface Told {
  type: MediaType;
  state: string;
  reason: string | null;
  missing: boolean;
}

/** Undefined for a file that is there. */
export function mediaReason(reader: Reader, { type, state, reason, missing }: Told): string | undefined {
  if (missing) return say(reader, 'file.missing');
  switch (state) {
    case 'ready':
      return undefined;
    case 'too_large':
      return say(reader, 'file.too_large', { most: sizeSentence(limits.mediaBytes[type]) });
    case 'expired':
      return say(reader, 'file.expired');
    case 'waiting':
    case 'failed':
      return because(reader, `file.${state}`, reason);
    default:
      return because(reader, 'file.erased', reason);
  }
}

/** With the reason that is known, where there are words for it. */
function because(reader: Reader, key: 'file.waiting' | 'file.failed' | 'file.erased', reason: string | null): string {
  const known = `${key}.${reason}`;
  return tell(reader, { key: Object.hasOwn(en, known) ? (known as Key) : key, values: {} });
}
