import type { Translated } from '../en/index.ts';

export const pt = {} satisfies Partial<Translated>;
