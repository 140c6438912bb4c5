// Templates by the control API: what Meta decides about them, decided by a test or by hand.

import type { Json } from './payloads.ts';
import type { Registry } from './registry.ts';
import type { CatalogTemplate, TemplateStatus } from './state.ts';
import { definitionOf } from './template-rules.ts';

const STATUSES: readonly TemplateStatus[] = ['PENDING', 'APPROVED', 'REJECTED', 'PAUSED', 'DISABLED'];
const QUALITIES: readonly CatalogTemplate['quality'][] = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'];

/**
 * `GET templates`; `POST templates` with `waba`, a definition as Meta's API takes it, and a `status`;
 * `POST templates/ID` with `status` and `reason`, `quality` or `category`.
 */
export function controlTemplates(world: Registry, method: string, id: string, input: Json): unknown {
  if (method === 'GET' && id === '') return Object.values(world.state.catalog);
  if (method !== 'POST') return undefined;
  const status = oneOf(STATUSES, input.status, 'status');
  if (id === '') {
    const waba = String(input.waba ?? world.numbers[0]?.wabaId);
    const result = definitionOf(input);
    if ('fault' in result) throw new Error(result.fault.details);
    return world.catalog.add(waba, result.definition, status);
  }
  const template = world.catalog.byId(id);
  if (template === undefined) throw new Error(`no template ${id}`);
  const quality = oneOf(QUALITIES, input.quality, 'quality');
  const category = oneOf(['authentication', 'marketing', 'utility'] as const, input.category, 'category');
  if (status !== undefined) world.catalog.setStatus(template, status, String(input.reason ?? 'NONE'));
  if (quality !== undefined) world.catalog.setQuality(template, quality);
  if (category !== undefined) world.catalog.setCategory(template, category);
  return template;
}

function oneOf<T extends string>(all: readonly T[], value: unknown, name: string): T | undefined {
  if (value === undefined) return undefined;
  const found = all.find((one) => one === value);
  if (found === undefined) throw new Error(`"${name}" must be one of ${all.join(', ')}`);
  return found;
}
