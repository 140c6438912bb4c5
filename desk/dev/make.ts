// Items of a timeline, made with what each needs.

import { randomUUID } from 'node:crypto';
import type { MessageItem, NoticeItem, TimelineItem } from '@throughline/contract';

export type Make = ReturnType<typeof maker>;

export function maker(conversationId: string) {
  const base = (at: number) => ({ id: randomUUID(), conversationId, at: new Date(at).toISOString() });
  return {
    message(at: number, direction: 'in' | 'out', body: string, more: Partial<MessageItem> = {}): MessageItem {
      return {
        kind: 'message',
        ...base(at),
        direction,
        type: 'text',
        text: { body },
        summary: body,
        status: direction === 'in' ? 'received' : 'read',
        ...(direction === 'out' ? { author: 'Maya Kamau' } : {}),
        ...more,
      };
    },
    other(
      at: number,
      direction: 'in' | 'out',
      type: string,
      summary: string,
      more: Partial<MessageItem> = {},
    ): MessageItem {
      const status = direction === 'in' ? 'received' : 'delivered';
      return { kind: 'message', ...base(at), direction, type, summary, status, ...more };
    },
    notice(at: number, type: NoticeItem['type'], title: string, detail: string, rule: string): NoticeItem {
      return { kind: 'notice', ...base(at), direction: 'none', type, title, detail, rule };
    },
    call(at: number, status: 'missed' | 'ended' | 'rejected', durationS: number | null, summary: string): TimelineItem {
      return { kind: 'call', ...base(at), direction: 'in', status, durationS, summary };
    },
  };
}
