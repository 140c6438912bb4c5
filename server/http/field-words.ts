// What is wrong with a field, said as what would be right. The validator's own words name types; these name the mend.

import { z } from 'zod';

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0];

/** Makes every schema of this process speak these words. A schema's own message still wins. */
export function speakPlainly(): void {
  z.config({ customError: wordsFor });
}

export function wordsFor(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing; must be ${aOrAn(issue.expected)}`
        : `must be ${aOrAn(issue.expected)}`;
    case 'too_small':
      return `must ${sizeVerb(issue.origin)} at least ${amount(Number(issue.minimum), issue.origin)}`;
    case 'too_big':
      return `must ${sizeVerb(issue.origin)} at most ${amount(Number(issue.maximum), issue.origin)}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return formats[issue.format] ?? `must be a valid ${issue.format}`;
    case 'invalid_union':
      return 'discriminator' in issue ? unionWords(issue) : undefined;
    default:
      return undefined;
  }
}

const formats: Record<string, string> = {
  uuid: 'must be an id of ours, such as 8101be5e-0e58-497b-a47d-20323fa83e66',
  datetime: 'must be a UTC time, such as 2026-11-22T17:04:22.000Z',
};

function unionWords(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const { options } = issue as { options?: unknown[] };
  return options?.length ? `must be one of: ${options.map(String).join(', ')}` : 'is not one of the kinds taken here';
}

function aOrAn(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function sizeVerb(origin: string): string {
  return origin === 'string' || origin === 'array' ? 'have' : 'be';
}

function amount(count: number, origin: string): string {
  const unit = origin === 'string' ? 'character' : origin === 'array' ? 'item' : '';
  const words = new Intl.NumberFormat('en').format(count);
  return unit === '' ? words : `${words} ${unit}${count === 1 ? '' : 's'}`;
}
