// What a batch adds to each thread's summary, whatever order its items come in.

import type { CallItem } from '@throughline/whatsapp';
import type { NewMessage, ThreadNews } from './shapes.ts';

export class News {
  private readonly threads = new Map<string, ThreadNews>();

  all(): ThreadNews[] {
    return [...this.threads.values()];
  }

  message({ id, conversationId, at, tie, direction, via, summary, status }: NewMessage): void {
    const live = direction === 'in' && via === 'live';
    this.add(
      conversationId,
      at,
      { kind: 'message', id, direction, summary, status, tie },
      { opens: live, unread: live ? 1 : 0, answers: direction === 'out' && via === 'live' },
    );
  }

  call(conversationId: string, tie: string, direction: 'in' | 'out', item: CallItem): void {
    const talked = (item.durationS ?? 0) > 0;
    const isOver = item.event === 'ended' || item.event === 'rejected';
    const summary = talked ? 'Call' : isOver ? 'Missed call' : 'Incoming call';
    this.add(
      conversationId,
      item.at,
      // Within one second, a call's end stands after its beginning.
      { kind: 'call', direction, summary, status: item.event, tie: isOver ? `${tie}~` : tie },
      { opens: direction === 'in', unread: 0, answers: talked },
    );
  }

  private add(
    conversationId: string,
    at: number,
    item: Omit<ThreadNews['lastItem'], 'at'>,
    { opens, unread, answers }: { opens: boolean; unread: number; answers: boolean },
  ): void {
    const known = this.threads.get(conversationId);
    const newest = !known || at > known.lastItemAt || (at === known.lastItemAt && item.tie >= known.lastItem.tie);
    const customer = Math.max(known?.lastCustomerAt ?? Number.NEGATIVE_INFINITY, opens ? at : Number.NEGATIVE_INFINITY);
    this.threads.set(conversationId, {
      conversationId,
      createdAt: Math.min(known?.createdAt ?? at, at),
      lastItemAt: Math.max(known?.lastItemAt ?? at, at),
      lastCustomerAt: Number.isFinite(customer) ? customer : null,
      unread: (known?.unread ?? 0) + unread,
      heardAt: earliest(known?.heardAt ?? null, opens ? at : null),
      answeredAt: earliest(known?.answeredAt ?? null, answers ? at : null),
      lastItem: newest ? { ...item, at } : known.lastItem,
    });
  }
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
