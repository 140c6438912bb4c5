import type { Translated } from '../en/index.ts';
import { masking } from './masking.ts';

export const pt = { ...masking } satisfies Partial<Translated>;
