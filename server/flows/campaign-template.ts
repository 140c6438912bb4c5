// The template of a campaign: looked up once for many rows, filled for each.

import type { ColumnMapping } from '@throughline/contract';
import { fillTemplate, slotsOf, type TemplateDefinition } from '@throughline/whatsapp';
import { type ContentSources, contentSources } from './content-sources.ts';

export interface CampaignTemplate {
  name: string;
  language: string;
  definition: TemplateDefinition;
  needsPhone: boolean;
}

/** The values of one row, by slot. A mapped cell that is not there is empty. */
export function valuesOf(
  mapping: Pick<ColumnMapping, 'values'> | null,
  cells: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mapping?.values ?? {}).map(([slot, source]) => [
      slot,
      ('text' in source ? source.text : (cells[source.column] ?? '')).trim(),
    ]),
  );
}

/** What stands in the way of sending these values, in a sentence; null where nothing does. */
export function missingIn({ definition }: CampaignTemplate, values: Record<string, string>): string | null {
  const { problems } = fillTemplate(definition, values);
  const [first] = problems;
  if (!first) return null;
  const label = slotsOf(definition).find(({ key }) => key === first.slot)?.label;
  return label === undefined ? first.problem : `${label}: ${first.problem}`;
}

/** Where composing looks: this template is known already, and a file is looked up once for all rows of a transaction. */
export function sourcesFor({ definition, needsPhone }: CampaignTemplate): ContentSources {
  const found = new Map<string, ReturnType<ContentSources['file']>>();
  return {
    ...contentSources,
    file: (tx, asked) => {
      const known = found.get(asked.mediaId) ?? contentSources.file(tx, asked);
      found.set(asked.mediaId, known);
      return known;
    },
    template: async (_tx, { values }) => {
      const { components, text, files, problems } = fillTemplate(definition, values ?? {});
      if (problems.length > 0) return { kind: 'template_values_missing', problems };
      const isMarketing = definition.category === 'marketing';
      return { kind: 'filled', components, text, files, needsPhone, isMarketing };
    },
  };
}
