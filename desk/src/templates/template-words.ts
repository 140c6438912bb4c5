// Words for a template's state, quality, category and language, and for what is to be filled in.

import type { Template, TemplateSlot } from '@throughline/contract';

export const statusWords: Record<Template['status'], string> = {
  approved: 'Approved',
  pending: 'In review',
  rejected: 'Rejected',
  paused: 'Paused',
  disabled: 'Disabled',
  deleted: 'Deleted',
  other: 'Not available',
};

export const categoryWords: Record<Template['category'], string> = {
  marketing: 'Marketing',
  utility: 'Utility',
  authentication: 'Sign-in code',
  other: 'Other',
};

export const qualityWords: Record<Template['quality'], string | undefined> = {
  green: 'Good quality',
  yellow: 'Medium quality',
  red: 'Low quality',
  unknown: undefined,
};

/** "English (United States)" for en_US; the code itself where nobody knows it. */
export function languageName(code: string): string {
  try {
    const tag = code.replaceAll('_', '-');
    return new Intl.DisplayNames('en-GB', { type: 'language' }).of(tag) ?? code;
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
