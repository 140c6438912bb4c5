// Answers to what was sent with something to tap: a choice, or a form (flow) filled in (Meta, "Interactive messages webhook
// reference" and "Receiving flow responses", read 2026-09).

import { type Fields, fieldsOf, isFields, textOf, wordsOf } from './fields.ts';
import { cut } from './readable-referral.ts';

export interface ReadableChoice {
  label: string;
  description?: string;
}

export interface ReadableForm {
  name?: string;
  fields: { label: string; value: string }[];
}

export function readableChoice(part: Fields, label: string): ReadableChoice {
  const description = wordsOf(fieldsOf(part.list_reply).description);
  return { label: cut(label, 200), ...(description && { description: cut(description, 200) }) };
}

const longestAnswer = 200_000;
const mostFields = 100;
const longestValue = 2_000;
/** Between the phone and the form's server, not between people. */
const internal = new Set(['flow_token', 'screen', 'version', 'action', 'data_api_version', 'wa_flow_response_params']);

/** What was filled in; nothing where it cannot be read. `name` is the form's, where the answer tells it. */
export function readableForm(reply: Fields): ReadableForm {
  const answers = answersIn(reply.response_json);
  const fields = Object.entries(answers)
    .filter(([key]) => !internal.has(key))
    .flatMap(([key, answer]) => {
      const value = spokenValue(answer);
      return value === undefined ? [] : [{ label: spokenLabel(key), value: cut(value, longestValue) }];
    });
  const name = wordsOf(reply.name);
  return { ...(name && name !== 'flow' && { name: cut(name, 200) }), fields: fields.slice(0, mostFields) };
}

function answersIn(json: unknown): Fields {
  const text = textOf(json);
  if (text === undefined || text.length > longestAnswer) return {};
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Forms made without code name their fields `screen_0_First_name_1`. */
function spokenLabel(key: string): string {
  const inner = /^screen_\d+_(.+?)_\d+$/.exec(key)?.[1] ?? key;
  const words = inner.replace(/[_\s]+/g, ' ').trim();
  return cut(words === '' ? 'Answer' : words.charAt(0).toUpperCase() + words.slice(1), 200);
}

function spokenValue(answer: unknown): string | undefined {
  if (typeof answer === 'number') return String(answer);
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No';
  if (typeof answer === 'string') return spokenText(answer);
  if (Array.isArray(answer)) {
    const values = answer.slice(0, mostFields).map(spokenEntry);
    return values.filter((value) => value !== undefined).join(', ') || undefined;
  }
  return spokenEntry(answer);
}

/** Of a thing with parts only what people gave it as a name: a file has ids and keys beside it. */
function spokenEntry(entry: unknown): string | undefined {
  if (isFields(entry)) return wordsOf(entry.file_name) ?? wordsOf(entry.title) ?? wordsOf(entry.label);
  return Array.isArray(entry) ? undefined : spokenValue(entry);
}

/** Options of forms made without code are `0_Blue`. */
function spokenText(text: string): string | undefined {
  const words = wordsOf(text)?.replace(/^\d{1,3}_(?=\S)/, '');
  return words === undefined || /wamid\.|^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{10,}$/.test(words) ? undefined : words;
}
