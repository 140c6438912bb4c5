import type { Translated } from '../en/index.ts';
import { masking } from './masking.ts';

export const es = { ...masking } satisfies Partial<Translated>;
