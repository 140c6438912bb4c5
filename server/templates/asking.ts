// The templates room, those that ask for a number: where a question outside the window finds its form. See store.ts for what the room owns.

import type { PortfolioId } from '@throughline/identity';
import { asksForNumber, needsPhone, readTemplate } from '@throughline/whatsapp';
import type { Reader } from '../db/connect.ts';

export interface AskingTemplate {
  name: string;
  language: { code: string };
}

/**
 * Those a WhatsApp account of ours may send now, by name. The text is looked through before anything is read: a listing holds
 * hundreds, and few of them ask.
 */
export async function askingTemplates(
  db: Reader,
  { portfolioId, wabaId }: { portfolioId: PortfolioId; wabaId: string },
): Promise<AskingTemplate[]> {
  const rows = await db.sql<{ name: string; language: string; definition: unknown }[]>`
    select name, language, definition from templates
    where portfolio_id = ${portfolioId} and waba_id = ${wabaId} and status = 'approved' and definition::text like '%REQUEST_CONTACT_INFO%'
    order by name, language limit 50`;
  return rows.flatMap(({ name, language, definition }) => {
    const template = readTemplate(definition);
    return template && asksForNumber(template) && !needsPhone(template) ? [{ name, language: { code: language } }] : [];
  });
}
