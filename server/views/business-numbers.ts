// The numbers of ours somebody may see.

import type { BusinessNumber } from '@throughline/contract';
import type { Reader } from '../db/connect.ts';
import { numberById, numbersOf, type BusinessNumber as OwnNumber, portfolioIds } from '../numbers/store.ts';
import type { Portfolios } from './portfolios.ts';

export async function listNumbers(db: Reader, portfolios: Portfolios): Promise<BusinessNumber[]> {
  const ids = portfolios === 'all' ? await portfolioIds(db) : portfolios;
  const numbers = (await Promise.all(ids.map((id) => numbersOf(db, id)))).flat();
  return numbers.map(({ phoneNumberId, displayPhone, name }) => ({ id: phoneNumberId, display: displayPhone, name }));
}

/** A number by Meta's id, where the caller may use it. */
export async function usableNumber(
  db: Reader,
  portfolios: Portfolios,
  phoneNumberId: string,
): Promise<OwnNumber | undefined> {
  const number = await numberById(db, phoneNumberId);
  return number && (portfolios === 'all' || portfolios.includes(number.portfolioId)) ? number : undefined;
}
