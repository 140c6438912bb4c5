// Whether somebody was here and was erased: ids that led to them answer differently from ids that never were.

import type { Reader } from '../db/connect.ts';
import { wasErased } from '../privacy/marks.ts';
import type { Portfolios } from './portfolios.ts';

export async function ledToErased(db: Reader, portfolios: Portfolios, id: string): Promise<boolean> {
  return await wasErased(db, portfolios, id);
}
