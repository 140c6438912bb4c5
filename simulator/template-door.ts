// `/{WABA}/message_templates` and `/{TEMPLATE_ID}` (Meta, "Template management", read 2026-09).

import { page } from './cursors.ts';
import { faultOf, type MetaFault, objectMissing } from './errors.ts';
import type { Json } from './payloads.ts';
import type { Registry } from './registry.ts';
import type { CatalogTemplate } from './state.ts';
import { type Definition, definitionOf } from './template-rules.ts';
import { wrong } from './template-words.ts';

interface TemplateCall {
  method: string;
  query: URLSearchParams;
  body: Json;
  /** Where this was asked, for the links to further pages. */
  url: string;
}

type TemplateAnswer = { kind: 'done'; json: Json } | { kind: 'refused'; fault: MetaFault };

const done = (json: Json): TemplateAnswer => ({ kind: 'done', json });
const refused = (fault: MetaFault): TemplateAnswer => ({ kind: 'refused', fault });

export function answerTemplates(world: Registry, wabaId: string, call: TemplateCall): TemplateAnswer {
  if (call.method === 'GET') {
    const found = world.catalog.all(wabaId).filter((one) => matches(one, call.query));
    return done({ ...page(found, { ...call, keyOf: (one) => one.id }, (one) => shown(one, call.query.get('fields'))) });
  }
  if (call.method === 'POST') return create(world, wabaId, call.body);
  if (call.method === 'DELETE') return remove(world, wabaId, call.query);
  return refused(faultOf(100, 'Unsupported request'));
}

export function answerTemplate(world: Registry, template: CatalogTemplate, call: TemplateCall): TemplateAnswer {
  if (call.method === 'GET') return done(shown(template, call.query.get('fields')));
  if (call.method !== 'POST') return refused(objectMissing(call.method, template.id));
  if (template.status === 'PENDING' || template.status === 'DISABLED')
    return refused(wrong(`A ${template.status.toLowerCase()} template cannot be edited`, 2388003));
  const { name, language } = template;
  const components = call.body.components ?? template.components;
  const category = call.body.category ?? template.category;
  const parameter_format = call.body.parameter_format ?? template.parameterFormat;
  const result = definitionOf({ name, language, components, category, parameter_format });
  if ('fault' in result) return refused(result.fault);
  world.catalog.edit(template, result.definition);
  return done({ success: true });
}

function create(world: Registry, wabaId: string, body: Json): TemplateAnswer {
  const result = definitionOf(body);
  if ('fault' in result) return refused(result.fault);
  const { definition } = result;
  const fault = nameFault(world, wabaId, definition);
  if (fault !== undefined) return refused(fault);
  const { id, status, category } = world.catalog.submit(wabaId, definition);
  return done({ id, status, category: category.toUpperCase() });
}

function nameFault(world: Registry, wabaId: string, { name, language }: Definition): MetaFault | undefined {
  const translations = world.catalog.named(wabaId, name);
  if (translations.some((one) => one.language === language))
    return wrong(`There is already ${language} content for this template`, 2388024);
  return translations.length === 0 && world.catalog.resting(wabaId, name)
    ? wrong('Message template name was deleted within the last 30 days', 2388023)
    : undefined;
}

/** By name every translation goes, with `hsm_id` only that one. */
function remove(world: Registry, wabaId: string, query: URLSearchParams): TemplateAnswer {
  const [name, id] = [query.get('name'), query.get('hsm_id')];
  if (name === null) return refused(faultOf(100, '(#100) The parameter name is required.'));
  const found = world.catalog.named(wabaId, name).filter((one) => id === null || one.id === id);
  if (found.length === 0) return refused(wrong('The message template was not found', 2593002));
  for (const template of found) world.catalog.remove(template);
  return done({ success: true });
}

function matches(template: CatalogTemplate, query: URLSearchParams): boolean {
  const equal = (key: string, value: string): boolean => {
    const asked = query.get(key);
    return asked === null || asked.toLowerCase().split(',').includes(value.toLowerCase());
  };
  const text = JSON.stringify(template.components).toLowerCase();
  const has = (key: string, where: string): boolean => where.includes((query.get(key) ?? '').toLowerCase());
  return (
    has('name', template.name) &&
    has('content', text) &&
    has('name_or_content', `${template.name} ${text}`) &&
    equal('status', template.status) &&
    equal('category', template.category) &&
    equal('language', template.language) &&
    equal('quality_score', template.quality)
  );
}

const DEFAULT_FIELDS = 'name,parameter_format,components,language,status,category';

/** The id always; of the rest what `fields` names. */
function shown(template: CatalogTemplate, fields: string | null): Json {
  const all: Json = {
    name: template.name,
    parameter_format: template.parameterFormat,
    components: template.components,
    language: template.language,
    status: template.status,
    category: template.category.toUpperCase(),
    rejected_reason: template.rejectedReason ?? 'NONE',
    quality_score: { score: template.quality },
  };
  const asked = (fields ?? DEFAULT_FIELDS).split(',').map((field) => field.trim());
  return {
    ...Object.fromEntries(asked.filter((field) => field in all).map((field) => [field, all[field]])),
    id: template.id,
  };
}
