import type { MessageItem } from '@throughline/contract';
import { Ban, Check, CheckCheck, CircleAlert, CircleHelp, Clock, type LucideIcon } from 'lucide-react';

interface Mark {
  icon: LucideIcon;
  words: string;
  tone: string;
}

const marks: Record<Exclude<MessageItem['status'], 'received'>, Mark> = {
  queued: { icon: Clock, words: 'On its way', tone: '' },
  accepted: { icon: Clock, words: 'Handed to WhatsApp', tone: '' },
  sent: { icon: Check, words: 'Sent', tone: '' },
  delivered: { icon: CheckCheck, words: 'Delivered', tone: '' },
  read: { icon: CheckCheck, words: 'Read', tone: 'text-accent' },
  played: { icon: CheckCheck, words: 'Played', tone: 'text-accent' },
  failed: { icon: CircleAlert, words: 'Not delivered', tone: 'text-danger' },
  unknown: { icon: CircleHelp, words: 'Waiting for word from WhatsApp', tone: 'text-warn' },
  cancelled: { icon: Ban, words: 'Taken back before it was sent', tone: '' },
};

export function Delivery({ status }: { status: MessageItem['status'] }) {
  if (status === 'received') return null;
  const { icon: Icon, words, tone } = marks[status];
  return (
    <span role="img" aria-label={words} title={words} className={`inline-flex ${tone}`} data-status={status}>
      <Icon aria-hidden size={14} strokeWidth={1.75} />
    </span>
  );
}
