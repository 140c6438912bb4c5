// Sentences that read in another language as they do in English. Whoever translates one so writes its key here: a test takes any
// other for one that was forgotten.

import type { Language } from '@throughline/contract';
import type { Key } from './en/index.ts';

export const sameOnPurpose: Partial<Record<Language, readonly Key[]>> = {};
