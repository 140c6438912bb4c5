import { explainError, knownErrorCodes } from '@throughline/whatsapp';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { failureText } from '../views/words.ts';
import { catalogs } from './catalogs.ts';
import { en, type Key } from './en/index.ts';
import { languageAsked } from './languages.ts';
import { maskedPhone } from './phones.ts';
import { retell, say, tell } from './say.ts';
import { kept, keptIn, sentence } from './sentence.ts';
import { inEnglish, type Reader } from './viewer.ts';

const masked: Reader = { ...inEnglish, phones: 'masked' };
const inArabic: Reader = { ...inEnglish, language: 'ar', locale: 'ar' };
const english = Object.entries(en) as [Key, string][];

describe('saying', () => {
  it('fills the places, and counts', () => {
    expect(say(inEnglish, 'notice.number_shown.detail', { phone: { phone: '+15552000001' } })).toBe(
      'It is +1 555 200 0001.',
    );
    expect(say(inEnglish, 'change.warning.many_accounts', { count: 7, most: 5 })).toBe(
      'That makes one person of 7 accounts. More than 5 is unusual.',
    );
  });

  it('lists people as the language does', () => {
    expect(say(inEnglish, 'change.move.together', { people: ['Ana', 'Ben', 'Cem'] })).toBe(
      'Ana, Ben and Cem become one contact.',
    );
  });

  it('keeps a name of the other direction from turning the sentence around', () => {
    expect(say(inEnglish, 'notice.number_hidden.title', { name: 'سارة' })).toContain('\u2068سارة\u2069');
    expect(say(inArabic, 'notice.number_hidden.title', { name: 'Ana' })).toContain('\u2068Ana\u2069');
    expect(say(inEnglish, 'notice.number_hidden.title', { name: 'Ana' })).not.toContain('\u2068');
  });

  it('masks every number for who may not see them, also where it stands for a name', () => {
    const { title, detail } = {
      title: say(masked, 'notice.number_hidden.title', { name: '+55 21 99999-0139' }),
      detail: say(masked, 'notice.number_hidden.detail', { phone: { phone: '+5521999990139' } }),
    };
    expect(title + detail).not.toMatch(/9999/);
    expect(detail).toContain('+55 •• ••••• 0139');
  });
});

describe('a masked number', () => {
  it.each([
    ['+15550002222', '+1 ••• ••• 2222'],
    ['+5521999990139', '+55 •• ••••• 0139'],
    ['+493055501844', '+49 •• ••••1844'],
  ])('%s is %s', (phone, shown) => {
    expect(maskedPhone(phone)).toBe(shown);
    expect(maskedPhone(shown)).toBe(shown);
  });

  it('never shows more than half of what is left of a short one', () => {
    expect(maskedPhone('+2471234').replace(/[^\d]/g, '').length).toBeLessThanOrEqual(5);
  });
});

describe('a sentence that is kept', () => {
  const since = new Date('2026-11-01T00:00:00Z');

  it('is told again in the words of whoever reads it', () => {
    const text = kept(sentence('template.why', { why: sentence('template.paused.since', { since }), reason: 'So.' }));
    expect(retell(inEnglish, text)).toBe(
      'WhatsApp paused it on 1 November 2026 because of low quality. It can be sent again once WhatsApp lifts the pause. So.',
    );
  });

  it('is known by its English where it was kept as that', () => {
    expect(keptIn('Done.')).toEqual({ key: 'errand.done', values: {} });
  });

  it('stays what it is where it is somebody’s own words', () => {
    for (const text of [
      'Hello',
      '{"key":"nothing of ours","values":{}}',
      '{"key":',
      '{"key":"errand.done","values":null}',
    ])
      expect(retell(inEnglish, text)).toBe(text);
  });
});

describe('the language of a request', () => {
  it.each([
    [undefined, 'en', 'en-GB'],
    ['*', 'en', 'en-GB'],
    ['fr-FR, en-US;q=0.5', 'en', 'en-US'],
    ['en;q=0', 'en', 'en-GB'],
    ['xx, ,;q=1', 'en', 'en-GB'],
  ])('%j is %s, as in %s', (header, language, locale) => {
    expect(languageAsked(header)).toEqual({ language, locale });
  });
});

describe('the words for refusals of WhatsApp', () => {
  it('are those of the error table, whatever the code', () => {
    for (const code of [...knownErrorCodes(), 250, 132_999, 138_999, 139_999, 999_999])
      expect(failureText(inEnglish, { code, title: '' })).toBe(explainError(code).agent);
  });
});

/** The places of a message, and which branches a plural has; a message that is not ICU throws. */
function placesOf(message: string, locale: string): { places: string[]; plurals: string[][] } {
  const [places, plurals] = [new Set<string>(), [] as string[][]];
  const look = (parts: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const part of parts) {
      if ('value' in part && part.type !== 0) places.add(String(part.value));
      if (!('options' in part)) continue;
      if ('pluralType' in part) plurals.push(Object.keys(part.options));
      for (const option of Object.values(part.options)) look(option.value);
    }
  };
  look(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst());
  return { places: [...places].sort(), plurals };
}

describe.each(Object.entries(catalogs))('the catalog of %s', (language, words) => {
  it('has the sentences of the English one, and no others', () => {
    expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
  });

  it('says each with the same places, and with every plural of the language', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of english) {
      const own = placesOf(words[key], language);
      expect(own.places, key).toEqual(placesOf(message, 'en').places);
      for (const branches of own.plurals) expect(branches, key).toEqual(expect.arrayContaining(needed));
    }
  });
});

it('tells a text as it is', () => {
  expect(tell(inEnglish, 'as it is')).toBe('as it is');
});
