// A template with its places filled: Meta's own form of it, the words its reader will see, and everything Meta would refuse,
// found before anything is sent. Meta, "Send message templates" and "Template components", read 2026-09.

import { decimalOf } from './fields.ts';
import { mediaValue, textProblem, valueProblem } from './templates-checks.ts';
import type {
  TemplateButtonDefinition,
  TemplateDefinition,
  TemplateMedia,
  TemplateProblem,
  TemplateWords,
} from './templates-definition.ts';
import { hasSuffix, slotsOf, type TemplateSlot } from './templates-places.ts';
import { type ShownTemplate, shownTemplate } from './templates-text.ts';

/** A file of ours in the components: Meta's own id belongs at `path`, in place of ours, once Meta has it. */
export interface TemplateFile {
  slot: string;
  id: string;
  kind: TemplateMedia;
  path: (string | number)[];
}

export interface FilledTemplate {
  /** For `template.components`. Empty where nothing is to be filled. Not to be sent where there are problems. */
  components: Record<string, unknown>[];
  text: ShownTemplate;
  files: TemplateFile[];
  problems: TemplateProblem[];
}

/** By slot key. For media the id of a file of ours or an https link; for a place `latitude,longitude,name,address`. */
export type TemplateValues = Readonly<Record<string, string>>;

/**
 * `fileKinds` says what each file of ours is; without it files are taken on trust. Values for places the template does not have
 * are a problem too: they are spelling mistakes more often than not.
 */
export function fillTemplate(
  template: TemplateDefinition,
  values: TemplateValues,
  fileKinds?: ReadonlyMap<string, string>,
): FilledTemplate {
  const slots = slotsOf(template);
  const given = new Map(
    slots.flatMap(({ key }) => (Object.hasOwn(values, key) && values[key] ? [[key, values[key]]] : [])),
  );
  const text = shownTemplate(template, given);
  const problems = [
    ...(template.unfillable ? [{ slot: null, problem: template.unfillable }] : []),
    ...strangers(slots, values),
    ...slots.flatMap((slot) => {
      const problem = valueProblem(slot, given.get(slot.key), fileKinds);
      return problem ? [{ slot: slot.key, problem }] : [];
    }),
    ...textProblem(template, text, given),
  ];
  const components = componentsOf(template, given);
  return { components, text, files: filesOf(components, slots, given), problems };
}

function strangers(slots: readonly TemplateSlot[], values: TemplateValues): TemplateProblem[] {
  const known = new Set(slots.map(({ key }) => key));
  return Object.keys(values)
    .filter((key) => !known.has(key))
    .map((slot) => ({
      slot,
      problem:
        known.size === 0
          ? 'This template has nothing to fill in.'
          : `This template has no such place. It has: ${[...known].slice(0, 20).join(', ')}.`,
    }));
}

type Given = ReadonlyMap<string, string>;
type Component = Record<string, unknown>;

/** Places without a value are left out: with problems nothing is sent. */
function componentsOf(template: TemplateDefinition, given: Given): Component[] {
  const { header, body, offer, buttons, cards, named, category } = template;
  const ends = offer?.expires ? Date.parse(given.get('offer.expires') ?? '') : Number.NaN;
  const code = category === 'authentication' ? given.get(`body.${body.places[0]?.name ?? '1'}`) : undefined;
  return [
    ...headerComponent(header?.kind, wordsIn(header), { key: 'header', given, named }),
    ...withParameters('body', textParameters(body, { key: 'body', given, named })),
    ...(Number.isNaN(ends)
      ? []
      : withParameters('limited_time_offer', [
          { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: ends } },
        ])),
    ...buttons.flatMap((button, i) =>
      buttonComponent(button, i, button.kind === 'otp' ? code : given.get(`button.${i}`)),
    ),
    ...(cards.length === 0
      ? []
      : [{ type: 'carousel', cards: cards.map((_, i) => cardComponent(template, i, given)) }]),
  ];
}

function cardComponent({ cards, named }: TemplateDefinition, i: number, given: Given): Component {
  const card = cards[i];
  if (!card) throw new Error('A carousel has no such card');
  const key = `card.${i}`;
  return {
    card_index: i,
    components: [
      ...headerComponent(card.header, undefined, { key: `${key}.header`, given, named }),
      ...withParameters('body', textParameters(card.body, { key: `${key}.body`, given, named })),
      ...card.buttons.flatMap((button, j) => buttonComponent(button, j, given.get(`${key}.button.${j}`))),
    ],
  };
}

interface Spot {
  key: string;
  given: Given;
  named: boolean;
}

function wordsIn(header: TemplateDefinition['header']): TemplateWords | undefined {
  return header?.kind === 'text' ? header : undefined;
}

function headerComponent(kind: string | undefined, words: TemplateWords | undefined, spot: Spot): Component[] {
  if (words) return withParameters('header', textParameters(words, spot));
  if (kind === 'location') {
    const place = placeOf(spot.given.get(`${spot.key}.location`));
    return place ? withParameters('header', [{ type: 'location', location: place }]) : [];
  }
  const value = kind ? spot.given.get(`${spot.key}.media`) : undefined;
  return kind && value ? withParameters('header', [{ type: kind, [kind]: mediaValue(value) }]) : [];
}

function textParameters({ places }: TemplateWords, { key, given, named }: Spot): Component[] {
  return places.flatMap(({ name }) => {
    const text = given.get(`${key}.${name}`);
    return text === undefined ? [] : [{ type: 'text', ...(named && { parameter_name: name }), text }];
  });
}

/** Index as text, as Meta's examples have it. A form's button must be named even where it is given nothing. */
function buttonComponent(button: TemplateButtonDefinition, i: number, value: string | undefined): Component[] {
  const component = (subType: string, parameter: Component) => [
    { type: 'button', sub_type: subType, index: String(i), parameters: [parameter] },
  ];
  if (button.kind === 'flow')
    return component('flow', { type: 'action', action: value === undefined ? {} : { flow_token: value } });
  if (value === undefined) return [];
  if (button.kind === 'otp' || (button.kind === 'url' && hasSuffix(button)))
    return component('url', { type: 'text', text: value });
  if (button.kind === 'copy_code') return component('copy_code', { type: 'coupon_code', coupon_code: value });
  if (button.kind === 'quick_reply') return component('quick_reply', { type: 'payload', payload: value });
  return [];
}

function withParameters(type: string, parameters: Component[]): Component[] {
  return parameters.length === 0 ? [] : [{ type, parameters }];
}

/** `latitude,longitude`, then a name, then an address, which may hold commas of its own. */
function placeOf(value: string | undefined): Component | undefined {
  const [latitude, longitude, name, ...address] = (value ?? '').split(',').map((part) => part.trim());
  if (decimalOf(latitude) === undefined || decimalOf(longitude) === undefined) return undefined;
  return {
    latitude,
    longitude,
    ...(name && { name }),
    ...(address.length > 0 && { address: address.join(', ') }),
  };
}

function filesOf(components: readonly Component[], slots: readonly TemplateSlot[], given: Given): TemplateFile[] {
  return slots.flatMap(({ key, media }) => {
    const id = given.get(key);
    if (!media || !id || 'link' in mediaValue(id)) return [];
    const card = /^card\.(\d+)\./.exec(key)?.[1];
    const inHeader = ['parameters', 0, media, 'id'];
    if (card === undefined) return [{ slot: key, id, kind: media, path: [headerAt(components), ...inHeader] }];
    const carousel = components.findIndex(({ type }) => type === 'carousel');
    return [{ slot: key, id, kind: media, path: [carousel, 'cards', Number(card), 'components', 0, ...inHeader] }];
  });
}

function headerAt(components: readonly Component[]): number {
  return components.findIndex(({ type }) => type === 'header');
}
