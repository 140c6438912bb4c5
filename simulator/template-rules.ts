// What Meta takes as a new template (Meta, "Templates" and "Template components", read 2026-09).

import type { MetaFault } from './errors.ts';
import { asObject } from './lines.ts';
import type { Json } from './payloads.ts';
import type { CatalogTemplate } from './state.ts';
import { buttonFault } from './template-buttons.ts';
import { listOf, parametersIn, wrong } from './template-words.ts';

export type Definition = Pick<CatalogTemplate, 'name' | 'language' | 'category' | 'parameterFormat' | 'components'>;

const CATEGORIES = ['authentication', 'marketing', 'utility'] as const;
const MEDIA_FORMATS = ['IMAGE', 'VIDEO', 'DOCUMENT', 'GIF'];
const MOST_BODY = 1024;
const MOST_LINE = 60;
const MOST_OFFER = 16;
const CARDS = { least: 2, most: 10 };

/** The request as a definition with types in capitals, or why it is refused. */
export function definitionOf(body: Json): { definition: Definition } | { fault: MetaFault } {
  const { name, language } = body;
  const category = CATEGORIES.find((one) => one === String(body.category).toLowerCase());
  if (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name)) {
    return { fault: wrong('Template name can only have lowercase letters, digits and underscores', 2388039) };
  }
  if (typeof language !== 'string' || !/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/.test(language)) {
    return { fault: wrong('Param language must be a supported language code') };
  }
  if (category === undefined) {
    return { fault: wrong('Param category must be one of {AUTHENTICATION, MARKETING, UTILITY}') };
  }
  const parameterFormat =
    String(body.parameter_format ?? 'POSITIONAL').toUpperCase() === 'NAMED' ? 'NAMED' : 'POSITIONAL';
  const definition: Definition = { name, language, category, parameterFormat, components: capitals(body.components) };
  const fault = definitionFault(definition);
  return fault === undefined ? { definition } : { fault };
}

export function definitionFault({ components, category, parameterFormat }: Definition): MetaFault | undefined {
  const types = components.map((one) => String(one.type));
  if (types.filter((type) => type === 'BODY').length !== 1) return wrong('A template has exactly one BODY component');
  const repeated = types.find((type, i) => types.indexOf(type) !== i);
  if (repeated !== undefined) return wrong(`A template has at most one ${repeated} component`);
  for (const component of components) {
    const fault = componentFault(component, { category, parameterFormat });
    if (fault !== undefined) return fault;
  }
  return undefined;
}

type Frame = Pick<Definition, 'category' | 'parameterFormat'>;

function componentFault(component: Json, frame: Frame): MetaFault | undefined {
  switch (component.type) {
    case 'HEADER':
      return headerFault(component, frame);
    case 'BODY':
      return bodyFault(component, frame);
    case 'FOOTER':
      // Authentication templates have no words of their own here, only the minutes until the code expires.
      if (frame.category === 'authentication' && component.text === undefined) return undefined;
      if (parametersIn(component.text).length > 0) return wrong('FOOTER takes no parameters');
      return lengthFault('FOOTER', component.text, MOST_LINE);
    case 'BUTTONS':
      return buttonFault(listOf(component.buttons), frame.category);
    case 'CAROUSEL':
      return carouselFault(listOf(component.cards), frame);
    case 'LIMITED_TIME_OFFER':
      if (frame.category !== 'marketing') return wrong('LIMITED_TIME_OFFER is for marketing templates only');
      return lengthFault('LIMITED_TIME_OFFER', asObject(component.limited_time_offer).text, MOST_OFFER);
    default:
      return wrong(
        'Param components[type] must be one of {HEADER, BODY, FOOTER, BUTTONS, CAROUSEL, LIMITED_TIME_OFFER}',
      );
  }
}

function headerFault(component: Json, frame: Frame): MetaFault | undefined {
  const { format, text } = component;
  const example = asObject(component.example);
  if (frame.category === 'authentication') return wrong('Authentication templates have no HEADER');
  if (format === 'LOCATION') return undefined;
  if (MEDIA_FORMATS.includes(String(format))) {
    const handle = Array.isArray(example.header_handle) && example.header_handle.length > 0;
    return handle ? undefined : wrong('HEADER with media needs example[header_handle]', 2388273);
  }
  if (format !== 'TEXT') return wrong('HEADER format must be one of {TEXT, IMAGE, VIDEO, GIF, DOCUMENT, LOCATION}');
  const names = parametersIn(text);
  if (names.length > 1) return wrong('HEADER takes at most one parameter');
  const shown = example.header_text ?? example.header_text_named_params;
  if (names.length === 1 && !Array.isArray(shown)) return wrong('HEADER with a parameter needs an example', 2388043);
  return nameFault('HEADER', names, frame) ?? lengthFault('HEADER', text, MOST_LINE);
}

function bodyFault(component: Json, frame: Frame): MetaFault | undefined {
  // Meta writes the words of an authentication template itself.
  if (frame.category === 'authentication' && component.text === undefined) return undefined;
  const text = String(component.text ?? '');
  const names = parametersIn(text);
  const example = asObject(component.example);
  const shown = example.body_text ?? example.body_text_named_params;
  if (names.length > 0 && !Array.isArray(shown)) return wrong('BODY with parameters needs examples', 2388043);
  if (/^\s*\{\{|\}\}\s*$/.test(text)) return wrong('Variables cannot be at the start or end of the template', 2388299);
  return nameFault('BODY', names, frame) ?? lengthFault('BODY', text, MOST_BODY);
}

function nameFault(where: string, names: readonly string[], { parameterFormat }: Frame): MetaFault | undefined {
  if (parameterFormat === 'NAMED') {
    const bad = names.find((name) => !/^[a-z][a-z0-9_]*$/.test(name));
    return bad === undefined
      ? undefined
      : wrong(`${where}: parameter names are lowercase letters, digits and underscores`);
  }
  const expected = names.map((_, i) => String(i + 1));
  const given = names.toSorted((a, b) => Number(a) - Number(b));
  return given.join() === expected.join()
    ? undefined
    : wrong(`${where}: parameters are {{1}}, {{2}} and so on`, 2388022);
}

function carouselFault(cards: readonly Json[], frame: Frame): MetaFault | undefined {
  if (cards.length < CARDS.least || cards.length > CARDS.most)
    return wrong(`CAROUSEL has ${CARDS.least} to ${CARDS.most} cards`);
  const shapes = cards.map((card) =>
    listOf(card.components)
      .map((one) => `${one.type} ${one.format ?? ''}`)
      .join(),
  );
  if (new Set(shapes).size > 1) return wrong('All cards of a CAROUSEL have the same components');
  for (const component of cards.flatMap((card) => listOf(card.components))) {
    if (component.type !== 'HEADER' && component.type !== 'BODY' && component.type !== 'BUTTONS')
      return wrong('Cards have HEADER, BODY and BUTTONS only');
    const fault = componentFault(component, frame);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function lengthFault(where: string, text: unknown, most: number): MetaFault | undefined {
  if (typeof text !== 'string' || text.length === 0) return wrong(`${where} needs a text`);
  return text.length > most ? wrong(`${where} has at most ${most} characters`, 2388040) : undefined;
}

/** Meta takes types in either case and gives them back in capitals. */
function capitals(value: unknown): Json[] {
  return listOf(value).map((component) => ({
    ...component,
    type: String(component.type).toUpperCase(),
    ...(component.format === undefined ? {} : { format: String(component.format).toUpperCase() }),
    ...(component.buttons === undefined ? {} : { buttons: capitals(component.buttons) }),
    ...(component.cards === undefined
      ? {}
      : { cards: listOf(component.cards).map((card) => ({ components: capitals(card.components) })) }),
  }));
}
