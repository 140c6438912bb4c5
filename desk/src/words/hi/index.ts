import type { Translated } from '../en/index.ts';

export const hi = {} satisfies Partial<Translated>;
