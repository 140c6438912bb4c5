// Which column of a list is what: guessed from the server's reading of it, and changed by hand.

import type { CampaignFile, ColumnMapping, TemplateSlot } from '@throughline/contract';

/** `undefined` where no column looks like numbers: somebody has to say which. */
export function guessedMapping(file: Pick<CampaignFile, 'columns'>): ColumnMapping | undefined {
  const column = (guess: string) => file.columns.find((one) => one.guess === guess)?.index;
  const [phone, name] = [column('phone'), column('name')];
  return phone === undefined ? undefined : { phone, ...(name !== undefined && { name }), values: {} };
}

export type Filling = ColumnMapping['values'][string];

/** Slots nothing has been said of yet get the column of their name, or the one with names for a first place that asks for one. */
export function suggested(
  slots: readonly TemplateSlot[],
  { columns }: Pick<CampaignFile, 'columns'>,
  mapping: ColumnMapping,
): ColumnMapping['values'] {
  const used = new Set(Object.values(mapping.values).flatMap((one) => ('column' in one ? [one.column] : [])));
  const values: ColumnMapping['values'] = {};
  for (const { key, required } of slots) {
    if (mapping.values[key] !== undefined || !required) continue;
    const word = key.slice(key.lastIndexOf('.') + 1).toLowerCase();
    const named = columns.find(({ header }) => plain(header) === plain(word));
    const first = /(^|[._])(first_?name|name|1)$/.test(key) ? columns.find(({ guess }) => guess === 'name') : undefined;
    const found = named ?? first;
    if (!found || used.has(found.index)) continue;
    used.add(found.index);
    values[key] = { column: found.index };
  }
  return values;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Slots that must be filled and have neither a column nor a text. */
export function unfilled(slots: readonly TemplateSlot[], mapping: ColumnMapping | null): TemplateSlot[] {
  return slots.filter(({ key, required }) => {
    const filling = mapping?.values[key];
    return required && (filling === undefined || ('text' in filling && filling.text.trim() === ''));
  });
}
