// What bodies are sealed with in a bench, as they are in the service: a key that is the same in each of its processes.

import { keyringOf } from '../../server/db/sealing.ts';

const key = Buffer.alloc(32, 'bench');

export const benchKeys = keyringOf(() => [key]);
/** For a service as a process. */
export const benchKeyEnv = { ENCRYPTION_KEY: key.toString('base64') };
