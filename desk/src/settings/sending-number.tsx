import type { Sending } from '@throughline/contract';
import { CircleCheck, OctagonAlert } from 'lucide-react';
import { waitText } from './sending-words.ts';

const queues = [
  { key: 'answers', label: 'Answers' },
  { key: 'begun', label: 'Conversations begun' },
  { key: 'campaigns', label: 'Campaigns' },
] as const;

export function SendingNumber({ sending }: { sending: Sending }) {
  const { businessNumber, rate, messagingLimit, queue, unknown, blocked } = sending;
  return (
    <section aria-label={businessNumber.name} className="rounded-md border border-line bg-surface p-4">
      <h2 className="font-semibold">
        <bdi>{businessNumber.name}</bdi>{' '}
        <bdi dir="ltr" className="font-normal text-ink-3">
          {businessNumber.display}
        </bdi>
      </h2>
      <div className="mt-3 grid gap-x-8 gap-y-4 desk:grid-cols-2">
        <Meter
          label="Messages a second"
          used={rate.used}
          most={rate.allowed}
          detail={
            rate.level === 'high' ? 'Meta lets this number send fast.' : 'Rises by itself with good quality and volume.'
          }
        />
        <Meter
          label="People written to first, in 24 hours"
          used={messagingLimit.used}
          most={messagingLimit.people}
          detail={
            messagingLimit.people === null
              ? 'No limit is known.'
              : `Meta’s limit for the portfolio, ${messagingLimit.tier}. Answers do not count.`
          }
        />
      </div>
      <table className="mt-4 w-full">
        <thead>
          <tr className="border-b border-line text-s text-ink-3">
            <th scope="col" className="py-1 text-start font-medium">
              Waiting
            </th>
            <th scope="col" className="py-1 ps-3 text-end font-medium">
              Messages
            </th>
            <th scope="col" className="py-1 ps-3 text-end font-medium">
              The oldest for
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ key, label }) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className="py-1.5 text-start font-normal">
                {label}
              </th>
              <td className="py-1.5 text-end tabular-nums">{queue[key].waiting.toLocaleString('en-GB')}</td>
              <td className="py-1.5 text-end tabular-nums">
                {queue[key].waiting === 0 ? <span className="text-ink-3">–</span> : waitText(queue[key].oldestS)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unknown > 0 && (
        <p className="mt-3 text-s text-warn">
          {unknown === 1 ? 'Of one message' : `Of ${unknown.toLocaleString('en-GB')} messages`} nobody knows whether it
          arrived. Whoever has the conversation may send it again.
        </p>
      )}
      {blocked.length === 0 ? (
        <p className="mt-3 flex items-center gap-1.5 text-s text-ink-2">
          <CircleCheck aria-hidden size={15} strokeWidth={1.75} className="text-accent" />
          Nothing holds it back.
        </p>
      ) : (
        <ul aria-label="What holds it back" className="mt-3 flex flex-col gap-2">
          {blocked.map(({ reason, messages, text }) => (
            <li key={reason} className="flex gap-2.5 rounded-sm bg-warn-soft px-3 py-2">
              <OctagonAlert aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-warn" />
              <p>
                <b className="font-semibold tabular-nums">
                  {messages === 1 ? '1 message waits.' : `${messages.toLocaleString('en-GB')} messages wait.`}
                </b>{' '}
                {text}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface MeterProps {
  label: string;
  used: number;
  /** null: no limit, or none known. */
  most: number | null;
  detail: string;
}

function Meter({ label, used, most, detail }: MeterProps) {
  const full = most !== null && most > 0 && used / most > 0.9;
  const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return (
    <div>
      <p className="flex items-baseline justify-between gap-3">
        <span className="text-ink-2">{label}</span>
        <span className="font-medium whitespace-nowrap tabular-nums">
          {number(used)}
          {most !== null && <span className="font-normal text-ink-3"> of {number(most)}</span>}
        </span>
      </p>
      {most !== null && (
        <div aria-hidden className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken">
          <span
            className={`block h-full rounded-full ${full ? 'bg-warn' : 'bg-accent'}`}
            style={{ width: `${Math.min(100, most === 0 ? 0 : (100 * used) / most)}%` }}
          />
        </div>
      )}
      <p className="mt-1 text-s text-ink-3">{detail}</p>
    </div>
  );
}
