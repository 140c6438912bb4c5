// Keys to seal with, in tests of what is sealed.

import { keyringOf } from '../db/sealing.ts';

export const testKeys = keyringOf(() => [Buffer.alloc(32, 'tests')]);
