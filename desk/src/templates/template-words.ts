// Words for a template's state, quality, category and language, and for what is to be filled in.

import type { Template, TemplateSlot } from '@throughline/contract';
import type { Key } from '../words/en/index.ts';
import { locale } from '../words/say.tsx';

export const statusWords = {
  approved: 'templates.approved',
  pending: 'templates.pending',
  rejected: 'templates.rejected',
  paused: 'templates.paused',
  disabled: 'templates.disabled',
  deleted: 'templates.deleted',
  other: 'templates.other',
} as const satisfies Record<Template['status'], Key>;

export const categoryWords = {
  marketing: 'templates.marketing',
  utility: 'templates.utility',
  authentication: 'templates.authentication',
  other: 'templates.otherCategory',
} as const satisfies Record<Template['category'], Key>;

export const qualityWords = {
  green: 'templates.green',
  yellow: 'templates.yellow',
  red: 'templates.red',
} as const satisfies Record<Exclude<Template['quality'], 'unknown'>, Key>;

/** "English (United States)" for en_US; the code itself where nobody knows it. */
export function languageName(code: string): string {
  try {
    const tag = code.replaceAll('_', '-');
    return new Intl.DisplayNames(locale(), { type: 'language' }).of(tag) ?? code;
  } catch {
    return code;
  }
}

/** What a person has put in, as the server takes it: nothing for what is empty. */
export function givenValues(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
}

/** Whether every place that must be filled has something in it. What is wrong with it the server says. */
export function isFilled(slots: readonly TemplateSlot[], values: Readonly<Record<string, string>>): boolean {
  return slots.every(({ key, required }) => !required || (values[key] ?? '').trim() !== '');
}

/** A local date and time, as a field of the browser holds it, as the moment it means here. */
export function momentOf(local: string): string {
  const date = new Date(local);
  return local === '' || Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
