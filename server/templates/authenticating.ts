// The templates room, those that carry a code: how somebody is asked who they are outside the window. See store.ts for what the room owns.

import type { PortfolioId } from '@throughline/identity';
import { readTemplate, slotsOf } from '@throughline/whatsapp';
import type { Reader } from '../db/connect.ts';

export interface CodeTemplate {
  name: string;
  language: { code: string };
  /** Under which key its code is filled in. */
  slot: string;
}

/** Those a WhatsApp account of ours may send now that take a code and nothing else, by name. */
export async function codeTemplates(
  db: Reader,
  { portfolioId, wabaId }: { portfolioId: PortfolioId; wabaId: string },
): Promise<CodeTemplate[]> {
  const rows = await db.sql<{ name: string; language: string; definition: unknown }[]>`
    select name, language, definition from templates
    where portfolio_id = ${portfolioId} and waba_id = ${wabaId} and status = 'approved' and category = 'authentication'
    order by name, language limit 50`;
  return rows.flatMap(({ name, language, definition }) => {
    const template = readTemplate(definition);
    const slots = template ? slotsOf({ ...template, category: 'authentication' }).filter((slot) => slot.required) : [];
    const [slot] = slots;
    return slot?.kind === 'code' && slots.length === 1 ? [{ name, language: { code: language }, slot: slot.key }] : [];
  });
}
