// A template in a send request: is there one, may it go, do its parameters fit
// (Meta, "Error codes" and "Send marketing messages", read 2026-09).

import type { Address } from './addressing.ts';
import { faultOf, type MetaFault } from './errors.ts';
import { asObject } from './lines.ts';
import type { Json } from './payloads.ts';
import type { Registry } from './registry.ts';
import type { BusinessNumber, CatalogTemplate, TemplateCategory } from './state.ts';
import { type Filled, fill } from './template-filling.ts';

export interface Send {
  number: BusinessNumber;
  address: Address;
  body: Json;
  /** It came through `marketing_messages`. */
  marketingOnly: boolean;
}

export interface Checked {
  fault?: MetaFault;
  category?: TemplateCategory;
  filled?: Filled;
}

export function checkTemplate(world: Registry, send: Send): Checked {
  const { address, body, marketingOnly } = send;
  const byId = address.by === 'bsuid' || address.by === 'parent';
  const template = asObject(body.template);
  const off = marketingOnly ? marketingFault(world, body) : undefined;
  if (off !== undefined) return { fault: off };
  // A bid makes it a marketing template that cannot go to a user id.
  if (byId && (template.bid_spec ?? body.bid_spec) !== undefined) return { fault: faultOf(131062) };
  if (body.type !== 'template') return {};
  const found = lookUp(world, send, template);
  if ('fault' in found) return found;
  const { category, entry } = found;
  if (category === undefined) return {};
  const fault =
    categoryFault(world, send, category, entry) ??
    (byId && category === 'authentication' ? faultOf(131062) : undefined);
  if (fault !== undefined) return { fault };
  if (entry === undefined) return { category };
  const filling = fill(entry, template.components);
  return filling.kind === 'refused' ? { fault: filling.fault } : { category, filled: filling.filled };
}

/** What the endpoint for marketing messages asks of every request. */
function marketingFault(world: Registry, body: Json): MetaFault | undefined {
  if (world.knobs.marketingMessages === 'unavailable') return faultOf(134102);
  const { product_policy: policy, message_activity_sharing: sharing } = body;
  if (policy !== undefined && policy !== 'CLOUD_API_FALLBACK' && policy !== 'STRICT')
    return faultOf(100, '(#100) Param product_policy must be one of {CLOUD_API_FALLBACK, STRICT}');
  if (sharing !== undefined && typeof sharing !== 'boolean')
    return faultOf(100, '(#100) Param message_activity_sharing must be a boolean');
  return body.type === 'template' ? undefined : faultOf(131055, 'Only templates can be sent with this method');
}

function lookUp(
  world: Registry,
  { number }: Send,
  template: Json,
): { category: TemplateCategory | undefined; entry?: CatalogTemplate } | { fault: MetaFault } {
  const name = String(template.name);
  const language = String(asObject(template.language).code);
  const translations = world.catalog.named(number.wabaId, name);
  if (translations.length === 0) {
    const known = world.state.templates[name];
    if (known !== undefined) return { category: known.category };
    return world.knobs.unknownTemplates === 'refuse' ? { fault: missing(name, language) } : { category: undefined };
  }
  const entry = translations.find((one) => one.language === language);
  if (entry === undefined) return { fault: missing(name, language) };
  switch (entry.status) {
    case 'PAUSED':
      return { fault: faultOf(132015, 'Template is paused due to low quality so it cannot be sent in a message') };
    case 'DISABLED':
      return { fault: faultOf(132016, 'Template has been paused too many times due to low quality and is disabled') };
    case 'APPROVED':
      return { category: entry.category, entry };
    default:
      return { fault: missing(name, language) };
  }
}

const missing = (name: string, language: string): MetaFault =>
  faultOf(132001, `template name (${name}) does not exist in ${language}`);

function categoryFault(
  world: Registry,
  { marketingOnly }: Send,
  category: TemplateCategory,
  entry: CatalogTemplate | undefined,
): MetaFault | undefined {
  const marketing = category === 'marketing';
  if (!marketingOnly) return marketing && !world.knobs.marketingOnCloudApi ? faultOf(131063) : undefined;
  if (!marketing) return faultOf(134100);
  const syncing = entry !== undefined && world.now() - entry.changedAt < world.knobs.marketingSyncMs;
  return syncing ? faultOf(134101, 'The template is still being made ready for marketing messages') : undefined;
}
