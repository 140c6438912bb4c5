import type { Translated } from '../en/index.ts';

export const ar = {} satisfies Partial<Translated>;
