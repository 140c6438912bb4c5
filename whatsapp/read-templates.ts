// Webhooks about templates: a state, a quality, a category, the words themselves. Meta, "message_template_status_update",
// "message_template_quality_update", "template_category_update" and "message_template_components_update", read 2026-09.

import { type Fields, fieldsOf, idOf, isFields, wordsOf } from './fields.ts';
import type { TemplateItem } from './items.ts';
import { readCategory, readQuality, readReason, readStatus } from './templates-status.ts';

export const templateFields: ReadonlySet<string> = new Set([
  'message_template_status_update',
  'message_template_quality_update',
  'template_category_update',
  'message_template_components_update',
]);

/** `undefined` where it names no template: to be kept as it came. */
export function readTemplateNews(
  field: string,
  value: unknown,
): Pick<TemplateItem, 'metaId' | 'name' | 'language' | 'change'> | undefined {
  if (!isFields(value)) return undefined;
  const metaId = idOf(value.message_template_id);
  const name = wordsOf(value.message_template_name);
  const language = wordsOf(value.message_template_language);
  if (metaId === undefined && (name === undefined || language === undefined)) return undefined;
  return {
    change: changeOf(field, value),
    ...(metaId !== undefined && { metaId }),
    ...(name !== undefined && { name }),
    ...(language !== undefined && { language }),
  };
}

function changeOf(field: string, value: Fields): TemplateItem['change'] {
  switch (field) {
    case 'message_template_status_update': {
      const status = readStatus(value.event);
      const reason = reasonIn(value);
      return { what: 'status', ...(status && { status }), ...(reason && { reason }) };
    }
    case 'message_template_quality_update':
      return { what: 'quality', quality: readQuality(value.new_quality_score) };
    case 'template_category_update':
      // A change announced for later names the category of today as the new one, and the coming one beside it.
      return { what: 'category', category: readCategory(value.new_category) };
    default:
      return { what: 'content' };
  }
}

/** Meta's own words where there are any: for how long it is paused, what is wrong with its form and how to mend it. */
function reasonIn(value: Fields): string | undefined {
  const rejection = fieldsOf(value.rejection_info);
  const own = [
    wordsOf(fieldsOf(value.other_info).description),
    wordsOf(rejection.reason),
    wordsOf(rejection.recommendation),
  ].filter((words) => words !== undefined);
  return own.length > 0 ? own.join(' ').slice(0, 1000) : readReason(value.reason);
}
