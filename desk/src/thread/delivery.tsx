import type { MessageItem } from '@throughline/contract';
import { Ban, Check, CheckCheck, CircleAlert, CircleHelp, Clock, type LucideIcon } from 'lucide-react';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';

interface Mark {
  icon: LucideIcon;
  words: Key;
  tone: string;
}

const marks = {
  queued: { icon: Clock, words: 'thread.queued', tone: '' },
  accepted: { icon: Clock, words: 'thread.accepted', tone: '' },
  sent: { icon: Check, words: 'thread.sent', tone: '' },
  delivered: { icon: CheckCheck, words: 'thread.delivered', tone: '' },
  read: { icon: CheckCheck, words: 'thread.read', tone: 'text-accent' },
  played: { icon: CheckCheck, words: 'thread.played', tone: 'text-accent' },
  failed: { icon: CircleAlert, words: 'thread.failed', tone: 'text-danger' },
  unknown: { icon: CircleHelp, words: 'thread.unknown', tone: 'text-warn' },
  cancelled: { icon: Ban, words: 'thread.cancelled', tone: '' },
} as const satisfies Record<Exclude<MessageItem['status'], 'received'>, Mark>;

export function Delivery({ status }: { status: MessageItem['status'] }) {
  if (status === 'received') return null;
  const { icon: Icon, tone } = marks[status];
  const words = say(marks[status].words);
  return (
    <span role="img" aria-label={words} title={words} className={`inline-flex ${tone}`} data-status={status}>
      <Icon aria-hidden size={14} strokeWidth={1.75} />
    </span>
  );
}
