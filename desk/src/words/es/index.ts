import type { Translated } from '../en/index.ts';
import { masking } from './masking.ts';
import { places } from './places.ts';

export const es = { ...masking, ...places } satisfies Partial<Translated>;
