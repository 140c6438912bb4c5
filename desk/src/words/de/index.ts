import type { Translated } from '../en/index.ts';

export const de = {} satisfies Partial<Translated>;
