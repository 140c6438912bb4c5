// People in as few words as can be.

import type { Person } from './webhooks.ts';

/** "P1 B2 @ana": phones, account ids, a username; "@-" shows that there is none. */
export function person(words: string): Person {
  const who: Person = {};
  for (const word of words.split(' ')) {
    if (word.startsWith('PB')) who.parent = `US.ENT.${word.slice(2)}`;
    else if (word.startsWith('P')) who.phone = `+155520000${word.slice(1).padStart(2, '0')}`;
    else if (word.startsWith('B')) who.bsuid = `US.${word.slice(1)}`;
    else if (word === '@-') Object.assign(who, { name: 'Somebody', username: null });
    else if (word.startsWith('@')) Object.assign(who, { name: 'Somebody', username: word.slice(1) });
  }
  return who;
}
