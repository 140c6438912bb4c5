// Which languages the service speaks, by their catalogs. A language is added by its folder and a line here.

import type { Language } from '@throughline/contract';
import { en, type Translated } from './en/index.ts';
import { hi } from './hi/index.ts';

export const catalogs: Readonly<Partial<Record<Language, Translated>>> = { en, hi };
