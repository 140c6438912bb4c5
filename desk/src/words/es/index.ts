import type { Translated } from '../en/index.ts';

export const es = {} satisfies Partial<Translated>;
