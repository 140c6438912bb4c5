import { NoticeItem } from '@throughline/contract';
import type { NoticeFact } from '@throughline/identity';
import { describe, expect, it } from 'vitest';
import { e164 } from '../testing/world.ts';
import { spokenPhone } from '../words/phones.ts';
import { inEnglish } from '../words/viewer.ts';
import { noticeWords } from './words.ts';

const phone = e164('+15552000001');
const other = e164('+15552000002');
const username = 'ana.prueba' as Extract<NoticeFact, { type: 'username_adopted' }>['username'];
const facts: NoticeFact[] = [
  { type: 'username_adopted', username, hidden: true },
  { type: 'username_adopted', username, hidden: false },
  { type: 'username_changed', from: username, username, hidden: true },
  { type: 'username_dropped', from: username },
  { type: 'number_hidden', phone },
  { type: 'number_shown', phone },
  { type: 'number_changed', from: phone, to: other },
  { type: 'number_changed', from: phone },
  { type: 'number_changed', to: other },
  { type: 'number_changed' },
  { type: 'number_released', phone },
  { type: 'number_in_new_hands', phone },
  { type: 'second_number', from: phone, to: other },
  { type: 'conversations_joined', because: 'number_changed' },
  { type: 'conversations_joined', because: 'same_number' },
  { type: 'conversations_joined', because: 'same_parent' },
  { type: 'conversations_joined', because: 'number_shared' },
  { type: 'number_shared', phone },
  { type: 'number_given_up', phone },
  { type: 'security_code_changed' },
  { type: 'contacts_merged', by: 'Sam', reason: 'asked them' },
  { type: 'contacts_split', by: 'Sam', reason: 'asked them' },
  { type: 'kept_apart', by: 'Sam', reason: 'asked them' },
  { type: 'taken_back', what: 'merge', by: 'Sam', reason: 'asked them' },
  { type: 'taken_back', what: 'split', by: 'Sam', reason: 'asked them' },
  { type: 'taken_back', what: 'never-merge', by: 'Sam', reason: 'asked them' },
];
/** Isolates are marks for the screen, not words. */
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');

describe('a notice', () => {
  it('has words whatever its type', () => {
    expect([...new Set(facts.map((fact) => fact.type))].sort()).toEqual([...NoticeItem.shape.type.options].sort());
  });

  it.each(facts)('%j is told in full sentences', (fact) => {
    const { title, detail } = noticeWords(inEnglish, fact, 'Ana');
    expect(plain(title)).toMatch(/^[A-Z+@].*\.$/);
    expect(plain(detail)).toMatch(/^[A-Z+@].*\.$/);
    expect(title + detail).not.toMatch(/undefined|null|BSUID|\s{2}/);
  });

  it('says numbers as people write them', () => {
    expect(plain(noticeWords(inEnglish, { type: 'number_changed', from: phone, to: other }, 'Ana').detail)).toContain(
      'From +1 555 200 0001 to +1 555 200 0002.',
    );
    expect(spokenPhone('+5511987654321')).toBe('+55 11 98765 4321');
    expect(spokenPhone('not a phone')).toBe('not a phone');
  });

  it.each(facts.filter((fact) => noticeWords(inEnglish, fact, 'Ana').title.includes('Ana')))(
    '%j keeps a name in right-to-left script from turning the sentence around',
    (fact) => {
      expect(noticeWords(inEnglish, fact, 'سارة').title).toContain('\u2068سارة\u2069');
    },
  );
});
