import type { ConversationDetail } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { heldNow, roomLeft } from './reply-rules.ts';

const now = Date.parse('2026-11-22T15:42:00Z');
const conversation = (windowClosesAt: string | null, held: ConversationDetail['reply']['held'], open = held === null) =>
  ({ windowClosesAt, reply: { open, to: null, reason: null, held } }) as ConversationDetail;

describe('heldNow', () => {
  it('lets a reply go while the window is open', () => {
    expect(heldNow(conversation('2026-11-22T16:00:00Z', null), now)).toBeNull();
  });

  it('holds it once the window has run out, before the server says so', () => {
    expect(heldNow(conversation('2026-11-22T15:00:00Z', null), now)).toBe('window_closed');
    expect(heldNow(conversation(null, null, false), now)).toBe('window_closed');
  });

  it('keeps the reason the server gave', () => {
    expect(heldNow(conversation('2026-11-22T16:00:00Z', 'address_lost'), now)).toBe('address_lost');
  });
});

describe('the length of a reply', () => {
  it('counts what would be sent', () => {
    expect(roomLeft('  abc ', 4096)).toBe(4093);
    expect(roomLeft('a'.repeat(1025), 1024)).toBe(-1);
  });
});
