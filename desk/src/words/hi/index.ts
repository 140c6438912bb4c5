import type { Translated } from '../en/index.ts';
import { masking } from './masking.ts';
import { places } from './places.ts';

export const hi = { ...masking, ...places } satisfies Partial<Translated>;
