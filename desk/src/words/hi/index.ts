import type { Translated } from '../en/index.ts';
import { masking } from './masking.ts';

export const hi = { ...masking } satisfies Partial<Translated>;
