import { describe, expect, it } from 'vitest';
import { settleDraft } from './draft-rules.ts';

describe('a draft typed in two browsers', () => {
  it('is taken from the server where nothing was typed here since', () => {
    expect(settleDraft({ here: '', synced: '' }, 'from the phone')).toBe('take');
    expect(settleDraft({ here: 'Dear', synced: 'Dear' }, 'Dear Ana')).toBe('take');
    expect(settleDraft({ here: 'Dear', synced: 'Dear' }, '')).toBe('take');
  });

  it('stays as it is here where it was typed on, whatever the server has', () => {
    expect(settleDraft({ here: 'Dear Bo', synced: 'Dear' }, 'Dear Ana')).toBe('give');
    expect(settleDraft({ here: 'typed without a line', synced: '' }, '')).toBe('give');
  });

  it('is left alone where both have the same', () => {
    expect(settleDraft({ here: 'Dear', synced: '' }, 'Dear')).toBe('same');
  });
});
