// What Meta would refuse in the values of a template: each check answers with a sentence for whoever fills it in.
// Meta, "Error codes" (132000, 132005, 132012, 132018) and "Template components", read 2026-09.

import { decimalOf, fieldsOf, listOf, wordsOf } from './fields.ts';
import type { TemplateDefinition, TemplateProblem } from './templates-definition.ts';
import { slotsOf, type TemplateSlot } from './templates-places.ts';
import type { ShownTemplate } from './templates-text.ts';

/** Characters of the whole text, once filled in. */
const longest = { header: 60, body: 1024, cardBody: 160, link: 2000, code: 15 } as const;

/** 132018: "cannot have new-line/tab characters or more than 4 consecutive spaces". */
const unevenSpace = /[\n\r\t]| {5}/;

/** What is wrong with one value on its own; `undefined` where nothing is. */
export function valueProblem(
  slot: TemplateSlot,
  value: string | undefined,
  fileKinds?: ReadonlyMap<string, string>,
): string | undefined {
  if (value === undefined || value.trim() === '') return slot.required ? missing(slot) : undefined;
  switch (slot.kind) {
    case 'text':
      if (unevenSpace.test(value))
        return 'No line breaks, tabs, or more than four spaces in a row: WhatsApp refuses them.';
      return isLinkEnd(slot) && /\s/.test(value) ? 'The end of a link has no spaces.' : undefined;
    case 'code':
      if (/\s/.test(value)) return 'A code has no spaces or line breaks.';
      return value.length > longest.code ? `A code has at most ${longest.code} characters.` : undefined;
    case 'media':
      return mediaProblem(slot, value, fileKinds);
    case 'location':
      return isPlace(value)
        ? undefined
        : 'A place is written as latitude,longitude,name,address: 6.45,3.39,Shop,12 Marina Road.';
    case 'time':
      return Number.isNaN(Date.parse(value)) ? 'A time is written as 2026-12-01T09:30:00Z.' : undefined;
    case 'payload':
      return undefined;
  }
}

type TooLong = NonNullable<TemplateProblem['tooLong']>;

/** What is too long once everything is filled in: Meta counts the whole text, not each value. */
export function textProblem(
  template: TemplateDefinition,
  shown: ShownTemplate,
  given: ReadonlyMap<string, string>,
): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const check = (
    text: string | undefined,
    most: number,
    { slot, name, ...place }: { slot: string; name: string; what: TooLong['what']; card?: number },
  ) => {
    const characters = [...(text ?? '')].length;
    if (characters > most && [...given.keys()].some((key) => key.startsWith(slot)))
      problems.push({
        slot: [...given.keys()].find((key) => key.startsWith(slot)) ?? null,
        tooLong: { ...place, characters, most },
        problem: `${name} would have ${characters} characters; WhatsApp allows ${most}. Shorten what is filled in.`,
      });
  };
  check(shown.header?.text, longest.header, { slot: 'header.', what: 'header', name: 'The header' });
  check(shown.body, longest.body, { slot: 'body.', what: 'text', name: 'The text' });
  shown.buttons.forEach((button, i) => {
    check(button.url, longest.link, { slot: `button.${i}`, what: 'link', name: 'The link' });
  });
  template.cards.forEach((_, i) => {
    const card = { what: 'card' as const, card: i + 1, name: `The text of card ${i + 1}` };
    check(shown.cards?.[i]?.body, longest.cardBody, { slot: `card.${i}.body.`, ...card });
  });
  return problems;
}

/** A link Meta fetches the file from, or the id of a file of ours. */
export function mediaValue(value: string): { link: string } | { id: string } {
  return /^https:\/\//i.test(value) ? { link: value } : { id: value };
}

/**
 * Components somebody built themselves, against the template: only what is sure to be refused, the number of parameters of the
 * header, the body and the buttons (132000).
 */
export function componentProblems(template: TemplateDefinition, components: readonly unknown[]): TemplateProblem[] {
  const given = new Map(
    components.map((component) => {
      const { type, index, parameters } = fieldsOf(component);
      const name = wordsOf(type)?.toLowerCase() ?? '';
      return [name === 'button' ? `button.${index}` : name, listOf(parameters).length] as const;
    }),
  );
  const wanted = new Map<string, number>();
  for (const slot of slotsOf(template).filter(({ required, key }) => required && !key.startsWith('card.'))) {
    const part = slot.key.startsWith('button.') ? slot.key : (slot.key.split('.')[0] ?? '');
    const name = part === 'offer' ? 'limited_time_offer' : part;
    wanted.set(name, (wanted.get(name) ?? 0) + 1);
  }
  const problems = [...wanted].flatMap(([part, count]) =>
    (given.get(part) ?? 0) === count ? [] : [countProblem(part, count, given.get(part) ?? 0)],
  );
  for (const part of ['header', 'body'])
    if (!wanted.has(part) && (given.get(part) ?? 0) > 0) problems.push(countProblem(part, 0, given.get(part) ?? 0));
  if (template.cards.length > 0 && !given.has('carousel'))
    problems.push({ slot: null, problem: `components lacks the carousel with its ${template.cards.length} cards.` });
  return problems;
}

function countProblem(part: string, wanted: number, given: number): TemplateProblem {
  return { slot: null, problem: `components gives ${part} ${given} parameters; the template has ${wanted}.` };
}

function missing({ label, kind, media }: TemplateSlot): string {
  if (kind === 'media') return `${label} is missing: give the id of an uploaded ${media} or an https link to one.`;
  return `${label} is missing.`;
}

function mediaProblem(
  { media }: TemplateSlot,
  value: string,
  fileKinds?: ReadonlyMap<string, string>,
): string | undefined {
  const file = mediaValue(value);
  if ('link' in file) return URL.canParse(file.link) && !/\s/.test(file.link) ? undefined : 'This is not a link.';
  if (!fileKinds) return undefined;
  const kind = fileKinds.get(file.id);
  if (kind === undefined) return 'There is no such file. Upload it first, or give an https link to it.';
  return kind === media ? undefined : `This file is of kind ${kind}; the template takes ${article(media)}.`;
}

function article(media: TemplateSlot['media']): string {
  return media === 'image' ? 'an image' : `a ${media}`;
}

function isLinkEnd({ key }: TemplateSlot): boolean {
  return /(^|\.)button\.\d+$/.test(key);
}

function isPlace(value: string): boolean {
  const [latitude, longitude] = value.split(',').map((part) => decimalOf(part));
  if (latitude === undefined || longitude === undefined) return false;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}
