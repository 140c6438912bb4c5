import type { CallItem } from '@throughline/contract';
import { Phone, PhoneCall, PhoneIncoming, PhoneMissed, PhoneOff } from 'lucide-react';
import { clockTime, fullTime } from '../words/time.ts';

const icons = {
  ringing: PhoneIncoming,
  in_progress: PhoneCall,
  ended: Phone,
  missed: PhoneMissed,
  rejected: PhoneOff,
  failed: PhoneOff,
} as const;

export function CallCard({ item }: { item: CallItem }) {
  const Icon = icons[item.status];
  const lost = item.status === 'missed' || item.status === 'failed';
  return (
    <div className={`flex py-1 ${item.direction === 'out' ? 'justify-end' : ''}`}>
      <div className="flex items-center gap-2.5 rounded-lg border border-line bg-bubble-in py-2 ps-2.5 pe-3.5 shadow-1">
        <span
          className={`grid size-8 place-items-center rounded-full ${lost ? 'bg-danger-soft text-danger' : 'bg-accent-soft text-accent'}`}
        >
          <Icon aria-hidden size={16} strokeWidth={1.75} />
        </span>
        <span>
          <span className="block text-b font-medium">{item.summary}</span>
          <time dateTime={item.at} title={fullTime(item.at)} className="block text-2xs text-ink-3">
            {clockTime(item.at)}
          </time>
        </span>
      </div>
    </div>
  );
}
