// Templates that ask for a number: where a question outside the window finds its form.

import type { PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';

export interface AskingTemplate {
  name: string;
  language: { code: string };
}

/** Those the WhatsApp account of this number of ours may send now. No templates are known here yet, so none is found. */
export async function askingTemplates(
  _db: Reader,
  _place: { portfolioId: PortfolioId; phoneNumberId: string },
): Promise<AskingTemplate[]> {
  return [];
}
