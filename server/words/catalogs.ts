// Which languages the service speaks, by their catalogs. A language is added by its folder and a line here.

import type { Language } from '@throughline/contract';
import { ar } from './ar/index.ts';
import { de } from './de/index.ts';
import { en, type Translated } from './en/index.ts';
import { es } from './es/index.ts';
import { hi } from './hi/index.ts';
import { pt } from './pt/index.ts';

export const catalogs: Readonly<Record<Language, Translated>> = { en, es, pt, de, hi, ar };
