import type { ConversationDetail } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { routeNote, shownIn } from './thread-identity.ts';

const conversation = (reply: Partial<ConversationDetail['reply']>): ConversationDetail =>
  ({
    contact: { id: 'c', displayName: 'João', identifier: { kind: 'phone', value: '+5568' }, numberHidden: false },
    reply: { open: true, to: null, reason: 'hidden', held: null, ...reply },
  }) as ConversationDetail;

const own = { kind: 'username', value: 'joao.oficina' } as const;

describe('whom a thread is with', () => {
  it('is the person, where there is one account', () => {
    expect(shownIn(conversation({ to: own }), 1).identifier.value).toBe('+5568');
    expect(routeNote(1)).toBeUndefined();
  });

  it('is the thread’s own account, where there are several', () => {
    expect(shownIn(conversation({ to: own }), 2)).toEqual({ identifier: own, numberHidden: true });
    expect(shownIn(conversation({ to: own, reason: 'number_moved' }), 2).numberHidden).toBe(false);
    expect(routeNote(3)).toContain('one of 3');
  });

  it('falls back on the person where nothing can be sent', () => {
    expect(shownIn(conversation({ to: null }), 2).identifier.value).toBe('+5568');
  });
});
