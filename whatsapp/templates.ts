// A message template as Meta lists it, read into what we need of it: what it says, what is to be filled in, whether it may be
// sent. Meta, "Message templates" and "WhatsApp Business Account > Message Templates", read 2026-09.

import { type Fields, fieldsOf, idOf, isFields, listOf, textOf, wordsOf } from './fields.ts';
import { readBody, readButtons, readCards, readFooter, readHeader, readOffer } from './templates-components.ts';
import type { TemplateDefinition } from './templates-definition.ts';
import { readCategory, readQuality, readReason, readStatus } from './templates-status.ts';

/** `undefined` where it names no template. Never throws: an unknown component makes it unfillable, not unreadable. */
export function readTemplate(listed: unknown): TemplateDefinition | undefined {
  const fields = fieldsOf(listed);
  const metaId = idOf(fields.id);
  const name = wordsOf(fields.name);
  const language = wordsOf(fields.language);
  if (!metaId || !name || !language) return undefined;
  const category = readCategory(fields.category);
  const parts = partsOf(fields);
  return {
    metaId,
    name,
    language,
    category,
    status: readStatus(fields.status) ?? 'other',
    reason: readReason(fields.rejected_reason),
    quality: readQuality(fieldsOf(fields.quality_score).score ?? fields.quality_score),
    named: wordsOf(fields.parameter_format)?.toUpperCase() === 'NAMED',
    header: readHeader(parts.get('HEADER')),
    body: readBody(parts.get('BODY'), category),
    footer: readFooter(parts.get('FOOTER')),
    offer: readOffer(parts.get('LIMITED_TIME_OFFER')),
    buttons: readButtons(parts.get('BUTTONS'), category),
    cards: readCards(parts.get('CAROUSEL')),
    unfillable: unfillable(fields),
  };
}

/**
 * Deliverable to a phone number only. One-tap, zero-tap and copy-code templates are refused for a BSUID with 131062, and these
 * are all the kinds an authentication template can be (Meta, "Business-scoped user IDs" and "Authentication templates", read 2026-09).
 */
export function needsPhone(template: TemplateDefinition): boolean {
  return template.category === 'authentication' || template.buttons.some(({ kind }) => kind === 'otp');
}

/** Has the button with which a person shares their number. */
export function asksForNumber(template: TemplateDefinition): boolean {
  return template.buttons.some(({ kind }) => kind === 'request_contact_info');
}

/** Everything people may look for in it: its name and what it says. */
export function templateSearchText(template: TemplateDefinition): string {
  const { header, body, footer, buttons, cards } = template;
  return [
    template.name,
    header?.kind === 'text' ? header.text : '',
    body.text,
    footer ?? '',
    ...buttons.map(({ label }) => label),
    ...cards.map((card) => card.body.text),
  ]
    .filter((words) => words !== '')
    .join('\n');
}

/** By type, the first of each; Meta allows one of each. */
function partsOf(fields: Fields): Map<string, Fields> {
  const parts = new Map<string, Fields>();
  for (const component of listOf(fields.components)) {
    const type = isFields(component) ? wordsOf(component.type)?.toUpperCase() : undefined;
    if (type && !parts.has(type)) parts.set(type, fieldsOf(component));
  }
  return parts;
}

const knownParts = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER']);
const knownHeaders = new Set(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION']);
/** These want a list of products or an order along, which no slot can hold. */
const needingMore = new Set(['MPM', 'SPM', 'ORDER_DETAILS', 'ORDER_STATUS']);

function unfillable(fields: Fields): string | undefined {
  const strange = componentsIn(fields).flatMap((component) => {
    const type = wordsOf(component.type)?.toUpperCase() ?? '';
    if (!knownParts.has(type)) return [type || 'unnamed'];
    const format = (textOf(component.format) ?? 'TEXT').toUpperCase();
    if (type === 'HEADER' && !knownHeaders.has(format)) return [`header ${format}`];
    const buttons = listOf(component.buttons).map((button) => wordsOf(fieldsOf(button).type)?.toUpperCase() ?? '');
    return buttons.filter((button) => needingMore.has(button)).map((button) => `button ${button}`);
  });
  return strange.length === 0
    ? undefined
    : `It has parts that can be sent only through the API with "components": ${[...new Set(strange)].join(', ').slice(0, 200)}.`;
}

function componentsIn(fields: Fields): Fields[] {
  const own = listOf(fields.components).map(fieldsOf);
  return own.flatMap((component) => [
    component,
    ...listOf(component.cards).flatMap((card) => listOf(fieldsOf(card).components).map(fieldsOf)),
  ]);
}
