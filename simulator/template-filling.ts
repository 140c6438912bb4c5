// A template with its parameters: whether they fit, and what the customer reads then
// (Meta, "Send template messages" and "Error codes", read 2026-09).

import { faultOf, type MetaFault } from './errors.ts';
import { asObject } from './lines.ts';
import type { Json } from './payloads.ts';
import type { CatalogTemplate } from './state.ts';
import { listOf, parametersIn } from './template-words.ts';

/** A template as it stands on the customer's phone. */
export interface Filled {
  header?: Json;
  body: string;
  footer?: string;
  buttons: Json[];
  cards?: Filled[];
}

type Filling = { kind: 'filled'; filled: Filled } | { kind: 'refused'; fault: MetaFault };
type Format = CatalogTemplate['parameterFormat'];

const MOST_HYDRATED = 1024;
const MOST_CODE = 15;
/** Meta's own words, in English: an authentication template has none of its own. */
const CODE_TEXT = '{{1}} is your verification code.';
const SECURITY = ' For your security, do not share this code.';

class Misfit extends Error {
  readonly fault: MetaFault;
  constructor(fault: MetaFault) {
    super(fault.details);
    this.fault = fault;
  }
}

/** `components` as in the send request. */
export function fill(template: CatalogTemplate, components: unknown): Filling {
  try {
    const frame = { format: template.parameterFormat, code: template.category === 'authentication' };
    const filled = fillParts(template.components, listOf(components), frame);
    return { kind: 'filled', filled };
  } catch (error) {
    if (error instanceof Misfit) return { kind: 'refused', fault: error.fault };
    throw error;
  }
}

/** The filled template as one text, for a line in a list. */
export function textOf(filled: Filled): string {
  const header = typeof filled.header?.text === 'string' ? [filled.header.text] : [];
  return [...header, filled.body, ...(filled.footer === undefined ? [] : [filled.footer])].join('\n');
}

function fillParts(parts: readonly Json[], given: readonly Json[], frame: { format: Format; code: boolean }): Filled {
  const partOf = (type: string): Json | undefined => parts.find((one) => one.type === type);
  const givenOf = (type: string): Json[] =>
    listOf(given.find((one) => String(one.type).toUpperCase() === type)?.parameters);
  const header = fillHeader(partOf('HEADER'), givenOf('HEADER'), frame.format);
  const body = partOf('BODY');
  const words = body?.text ?? (frame.code ? codeWords(body) : '');
  const text = fillText('body', String(words), givenOf('BODY'), frame.format);
  if (text.length > MOST_HYDRATED) throw new Misfit(faultOf(132005, 'The filled body is over 1024 characters'));
  checkOffer(partOf('LIMITED_TIME_OFFER'), givenOf('LIMITED_TIME_OFFER'));
  const footer = partOf('FOOTER');
  const minutes = footer?.code_expiration_minutes;
  const foot = minutes === undefined ? footer?.text : `This code expires in ${minutes} minutes.`;
  const buttons = fillButtons(listOf(partOf('BUTTONS')?.buttons), given);
  const cards = fillCards(listOf(partOf('CAROUSEL')?.cards), given, frame);
  return {
    ...(header === undefined ? {} : { header }),
    body: text,
    ...(typeof foot === 'string' ? { footer: foot } : {}),
    buttons,
    ...(cards.length === 0 ? {} : { cards }),
  };
}

const codeWords = (body: Json | undefined): string =>
  `${CODE_TEXT}${body?.add_security_recommendation === true ? SECURITY : ''}`;

function fillHeader(part: Json | undefined, given: readonly Json[], format: Format): Json | undefined {
  if (part === undefined) {
    if (given.length > 0) throw new Misfit(countFault('header', given.length, 0));
    return undefined;
  }
  if (part.format === 'TEXT') return { text: fillText('header', String(part.text), given, format) };
  const kind = part.format === 'GIF' ? 'video' : String(part.format).toLowerCase();
  const parameter = given[0];
  if (given.length !== 1 || parameter === undefined) throw new Misfit(countFault('header', given.length, 1));
  if (parameter.type !== kind || typeof parameter[kind] !== 'object') {
    throw new Misfit(
      mismatch(`header: Format mismatch, expected ${String(part.format)}, received ${received(parameter)}`),
    );
  }
  return { [kind]: parameter[kind] };
}

function fillText(where: string, text: string, given: readonly Json[], format: Format): string {
  const names = parametersIn(text);
  if (given.length !== names.length) throw new Misfit(countFault(where, given.length, names.length));
  const values = new Map<string, string>();
  given.forEach((parameter, i) => {
    const name = format === 'NAMED' ? parameter.parameter_name : String(i + 1);
    if (typeof name !== 'string' || name === '')
      throw new Misfit(faultOf(100, '(#100) Invalid parameter: Parameter name is missing or empty'));
    if (!names.includes(name)) throw new Misfit(mismatch(`${where}: parameter name ${name} is not in the template`));
    values.set(name, textIn(where, parameter));
  });
  const lacking = names.find((name) => !values.has(name));
  if (lacking !== undefined) throw new Misfit(mismatch(`${where}: parameter ${lacking} is missing`));
  return text.replace(/\{\{\s*([^{}]*?)\s*\}\}/g, (_, name: string) => values.get(name) ?? '');
}

function textIn(where: string, parameter: Json): string {
  if (parameter.type === 'currency' || parameter.type === 'date_time') {
    const value = asObject(parameter[parameter.type]).fallback_value;
    if (typeof value === 'string') return value;
    throw new Misfit(mismatch(`${where}: ${parameter.type} needs fallback_value`));
  }
  if (parameter.type !== 'text')
    throw new Misfit(mismatch(`${where}: Format mismatch, expected TEXT, received ${received(parameter)}`));
  if (typeof parameter.text !== 'string' || parameter.text === '')
    throw new Misfit(faultOf(131008, `${where}: parameter of type text is missing text value`));
  if (/[\n\t]| {5,}/.test(parameter.text)) {
    const details = 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces';
    throw new Misfit(faultOf(132018, details));
  }
  return parameter.text;
}

function fillButtons(buttons: readonly Json[], given: readonly Json[]): Json[] {
  const sent = given.filter((one) => String(one.type).toLowerCase() === 'button');
  const stray = sent.find((one) => buttons[Number(one.index ?? -1)] === undefined);
  if (stray !== undefined) throw new Misfit(mismatch(`Button at index ${String(stray.index)} is not in the template`));
  return buttons.map((button, index) => {
    const own = sent.find((one) => Number(one.index) === index);
    const parameter = listOf(own?.parameters)[0];
    const { type, text, url, phone_number } = button;
    const base = { type, text: text ?? LABELS[String(type)] ?? String(type) };
    const needed = (value: unknown): string => {
      if (typeof value === 'string' && value !== '') return value;
      throw new Misfit(faultOf(131008, `Button at index ${index} of type ${String(type)} requires a parameter`));
    };
    switch (type) {
      case 'URL': {
        if (parametersIn(url).length === 0) return { ...base, url };
        return { ...base, url: String(url).replace('{{1}}', needed(parameter?.text)) };
      }
      case 'COPY_CODE': {
        const code = needed(parameter?.coupon_code);
        if (code.length > MOST_CODE) throw new Misfit(mismatch(`coupon_code has at most ${MOST_CODE} characters`));
        return { ...base, code };
      }
      case 'OTP':
        return { ...base, code: needed(parameter?.text) };
      case 'QUICK_REPLY':
        return { ...base, payload: parameter?.payload ?? text };
      case 'PHONE_NUMBER':
        return { ...base, phone_number };
      default:
        return base;
    }
  });
}

const LABELS: Record<string, string> = {
  COPY_CODE: 'Copy offer code',
  OTP: 'Copy code',
  REQUEST_CONTACT_INFO: 'Share Contact Info',
};

function checkOffer(part: Json | undefined, given: readonly Json[]): void {
  if (part === undefined || asObject(part.limited_time_offer).has_expiration !== true) return;
  const expiry = asObject(given[0]?.limited_time_offer).expiration_time_ms;
  if (typeof expiry !== 'number') throw new Misfit(faultOf(131008, 'limited_time_offer requires expiration_time_ms'));
}

function fillCards(cards: readonly Json[], given: readonly Json[], frame: { format: Format; code: boolean }): Filled[] {
  const sent = listOf(given.find((one) => String(one.type).toUpperCase() === 'CAROUSEL')?.cards);
  if (sent.length !== cards.length) throw new Misfit(countFault('carousel', sent.length, cards.length));
  return cards.map((card, index) => {
    const own = sent.find((one) => Number(one.card_index) === index);
    if (own === undefined) throw new Misfit(mismatch(`carousel: card_index ${index} is missing`));
    return fillParts(listOf(card.components), listOf(own.components), frame);
  });
}

const received = (parameter: Json): string => String(parameter.type ?? 'UNKNOWN').toUpperCase();

const mismatch = (details: string): MetaFault => faultOf(132012, details);

const countFault = (where: string, given: number, expected: number): MetaFault =>
  faultOf(
    132000,
    `${where}: number of localizable_params (${given}) does not match the expected number of params (${expected})`,
  );
