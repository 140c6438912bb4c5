// What is wrong with a field, said as what would be right. The validator's own words name types; these name the mend. The validator
// knows no reader: each is kept as a sentence, and told where the problem is answered.

import { z } from 'zod';
import { kept, type Sentence, sentence } from '../words/sentence.ts';

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0];

/** Makes every schema of this process speak these words. A schema's own message still wins. */
export function speakPlainly(): void {
  z.config({
    customError: (issue) => {
      const words = wordsFor(issue);
      return words && kept(words);
    },
  });
}

export function wordsFor(issue: Issue): Sentence | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = aOrAn(issue.expected);
      return issue.input === undefined ? sentence('field.missing', { expected }) : sentence('field.type', { expected });
    }
    case 'too_small':
      return sentence(`field.${countedIn(issue.origin)}.least`, { count: Number(issue.minimum) });
    case 'too_big':
      return sentence(`field.${countedIn(issue.origin)}.most`, { count: Number(issue.maximum) });
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_format':
      return formats[issue.format] ?? sentence('field.format', { format: issue.format });
    case 'invalid_union':
      return 'discriminator' in issue ? unionWords(issue) : undefined;
    default:
      return undefined;
  }
}

const formats: Record<string, Sentence> = { uuid: sentence('field.uuid'), datetime: sentence('field.datetime') };

function oneOf(values: readonly unknown[]): Sentence {
  return sentence('field.values', { values: values.map(String).join(', ') });
}

function unionWords(issue: Extract<Issue, { code: 'invalid_union' }>): Sentence {
  const { options } = issue as { options?: unknown[] };
  return options?.length ? oneOf(options) : sentence('field.kind');
}

/** Types are words of the API, the same in every language. */
function aOrAn(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function countedIn(origin: string): 'string' | 'array' | 'number' {
  return origin === 'string' || origin === 'array' ? origin : 'number';
}
