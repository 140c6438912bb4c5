// Buttons, a list or a link as they are being written: what is wrong, and what they become. Meta, Interactive messages, read
// 2026-09: up to 3 buttons of 20 characters, 10 rows of 24. Pure.

import type { InteractiveContent } from '@throughline/contract';
import { say } from '../../words/say.tsx';

export interface Option {
  title: string;
  description: string;
}

export interface Draft {
  kind: 'buttons' | 'list' | 'link';
  body: string;
  footer: string;
  button: string;
  url: string;
  options: Option[];
}

export type Problems = Partial<Record<'body' | 'options' | 'button' | 'url', string>>;

export function withOption(options: Option[], index: number, change: Partial<Option>): Option[] {
  return options.map((option, at) => (at === index ? { ...option, ...change } : option));
}

export function problemsOf(draft: Draft): Problems {
  const problems: Problems = {};
  if (draft.body.trim() === '') problems.body = say('compose.needsBody');
  if (draft.kind !== 'buttons' && draft.button.trim() === '') problems.button = say('compose.needsButton');
  if (draft.kind === 'link') {
    if (!/^https?:\/\/[^\s]+\.[^\s]+/i.test(draft.url.trim())) problems.url = say('compose.needsAddress');
    return problems;
  }
  const titles = written(draft).map(({ title }) => title.trim());
  if (titles.length === 0) problems.options = say('compose.needsAnswer');
  else if (new Set(titles).size < titles.length) problems.options = say('compose.sameAnswers');
  else if (draft.kind === 'buttons' && titles.length > 3) problems.options = say('compose.threeButtons');
  else if (draft.kind === 'buttons' && titles.some((title) => title.length > 20))
    problems.options = say('compose.buttonTooLong');
  return problems;
}

export function toContent(draft: Draft): InteractiveContent {
  const footer = draft.footer.trim() === '' ? {} : { footer: draft.footer.trim() };
  const base = { body: draft.body.trim(), ...footer };
  switch (draft.kind) {
    case 'buttons':
      return {
        kind: 'buttons',
        ...base,
        buttons: written(draft).map(({ title }, index) => ({ id: `answer-${index + 1}`, title: title.trim() })),
      };
    case 'list':
      return {
        kind: 'list',
        ...base,
        button: draft.button.trim(),
        sections: [
          {
            rows: written(draft).map(({ title, description }, index) => ({
              id: `answer-${index + 1}`,
              title: title.trim(),
              ...(description.trim() === '' ? {} : { description: description.trim() }),
            })),
          },
        ],
      };
    case 'link':
      return { kind: 'link', ...base, label: draft.button.trim(), url: draft.url.trim() };
  }
}

function written({ options }: Draft): Option[] {
  return options.filter(({ title }) => title.trim() !== '');
}
