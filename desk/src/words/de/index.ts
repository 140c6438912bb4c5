import type { Translated } from '../en/index.ts';
import { masking } from './masking.ts';

export const de = { ...masking } satisfies Partial<Translated>;
