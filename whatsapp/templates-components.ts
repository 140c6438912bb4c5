// The components of a template: header, body, footer, buttons, carousel, offer. Written at Meta by people and by programs, so that
// spellings differ in case (Meta, "Template components", read 2026-09).

import { type Fields, fieldsOf, idOf, isFields, listOf, textOf, wordsOf } from './fields.ts';
import type {
  TemplateButtonDefinition,
  TemplateButtonKind,
  TemplateCard,
  TemplateCategory,
  TemplateHeader,
  TemplateOffer,
  TemplateWords,
} from './templates-definition.ts';

const upper = (value: unknown): string => wordsOf(value)?.toUpperCase() ?? '';

export function readHeader(component: Fields | undefined): TemplateHeader | undefined {
  if (!component) return undefined;
  switch (upper(component.format) || 'TEXT') {
    case 'TEXT':
      return { kind: 'text', ...readWords(textOf(component.text) ?? '', headerExamples(component.example)) };
    case 'IMAGE':
      return { kind: 'image' };
    case 'VIDEO':
      return { kind: 'video' };
    case 'DOCUMENT':
      return { kind: 'document' };
    case 'LOCATION':
      return { kind: 'location' };
    default:
      return undefined;
  }
}

/** An authentication template may be listed without its text: the words are Meta's own, in the template's language. */
export function readBody(component: Fields | undefined, category: TemplateCategory): TemplateWords {
  const text = textOf(component?.text) ?? (category === 'authentication' ? '{{1}} is your verification code.' : '');
  return readWords(text, bodyExamples(component?.example));
}

export function readFooter(component: Fields | undefined): string | undefined {
  if (!component) return undefined;
  const minutes = component.code_expiration_minutes;
  return (
    wordsOf(component.text) ?? (typeof minutes === 'number' ? `This code expires in ${minutes} minutes.` : undefined)
  );
}

/** The countdown is shown unless the template was written without one. */
export function readOffer(component: Fields | undefined): TemplateOffer | undefined {
  if (!component) return undefined;
  const offer = fieldsOf(component.limited_time_offer);
  return { text: wordsOf(offer.text) ?? '', expires: offer.has_expiration !== false };
}

export function readButtons(
  component: Fields | undefined,
  category: TemplateCategory | undefined,
): TemplateButtonDefinition[] {
  return listOf(component?.buttons).map((button) => readButton(fieldsOf(button), category));
}

export function readCards(component: Fields | undefined): TemplateCard[] {
  return listOf(component?.cards).map((card) => {
    const parts = listOf(fieldsOf(card).components).map(fieldsOf);
    const part = (type: string) => parts.find((one) => upper(one.type) === type);
    const header = readHeader(part('HEADER'))?.kind;
    return {
      header: header === 'image' || header === 'video' ? header : undefined,
      body: readBody(part('BODY'), 'other'),
      buttons: readButtons(part('BUTTONS'), undefined),
    };
  });
}

const buttonKinds: Readonly<Record<string, TemplateButtonKind>> = {
  QUICK_REPLY: 'quick_reply',
  URL: 'url',
  PHONE_NUMBER: 'phone',
  COPY_CODE: 'copy_code',
  OTP: 'otp',
  FLOW: 'flow',
  REQUEST_CONTACT_INFO: 'request_contact_info',
};

/**
 * A one-time code's button is written as OTP and listed as URL, with an address of Meta's own (Meta, "Authentication templates",
 * read 2026-09). A button to share the number has its words from the reader's own WhatsApp.
 */
function readButton(button: Fields, category: TemplateCategory | undefined): TemplateButtonDefinition {
  const listed = buttonKinds[upper(button.type)] ?? 'other';
  const kind = category === 'authentication' && listed === 'url' ? 'otp' : listed;
  const plain = { request_contact_info: 'Share contact info', otp: 'Copy code', copy_code: 'Copy offer code' } as const;
  return {
    kind,
    label: wordsOf(button.text) ?? (kind in plain ? plain[kind as keyof typeof plain] : ''),
    url: kind === 'url' ? wordsOf(button.url) : undefined,
    phone: kind === 'phone' ? idOf(button.phone_number) : undefined,
    example: firstText(button.example),
  };
}

export const placePattern = /\{\{\s*([A-Za-z0-9_]{1,64})\s*\}\}/g;

/** Numbered places are sent by number, wherever they stand in the text; named ones as they come. */
function readWords(text: string, examples: ReadonlyMap<string, string>): TemplateWords {
  const names = [...new Set([...text.matchAll(placePattern)].map((match) => match[1] ?? ''))];
  const numbered = names.every((name) => /^\d+$/.test(name));
  if (numbered) names.sort((a, b) => Number(a) - Number(b));
  return { text, places: names.map((name) => ({ name, example: examples.get(name) })) };
}

function headerExamples(example: unknown): Map<string, string> {
  const { header_text, header_text_named_params } = fieldsOf(example);
  return new Map([...numberedExamples(listOf(header_text)), ...namedExamples(header_text_named_params)]);
}

function bodyExamples(example: unknown): Map<string, string> {
  const { body_text, body_text_named_params } = fieldsOf(example);
  const first = listOf(body_text)[0];
  return new Map([
    ...numberedExamples(Array.isArray(first) ? first : listOf(body_text)),
    ...namedExamples(body_text_named_params),
  ]);
}

function numberedExamples(list: readonly unknown[]): [string, string][] {
  return list.flatMap((value, i) => {
    const text = wordsOf(value);
    return text ? [[String(i + 1), text] as [string, string]] : [];
  });
}

function namedExamples(list: unknown): [string, string][] {
  return listOf(list).flatMap((one) => {
    const name = isFields(one) ? wordsOf(one.param_name) : undefined;
    const text = isFields(one) ? wordsOf(one.example) : undefined;
    return name && text ? [[name, text] as [string, string]] : [];
  });
}

function firstText(value: unknown): string | undefined {
  return wordsOf(Array.isArray(value) ? value[0] : value);
}
