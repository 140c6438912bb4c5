import type { Sending } from '@throughline/contract';
import { CircleCheck, OctagonAlert } from 'lucide-react';
import { phoneText } from '../words/identifiers.ts';
import { numberText } from '../words/numbers.ts';
import { say, show } from '../words/say.tsx';
import { waitText } from './sending-words.ts';

const queues = [
  { key: 'answers', label: 'settings.answers' },
  { key: 'begun', label: 'settings.begun' },
  { key: 'campaigns', label: 'settings.campaigns' },
] as const;

export function SendingNumber({ sending }: { sending: Sending }) {
  const { businessNumber, rate, messagingLimit, queue, unknown, blocked } = sending;
  return (
    <section aria-label={businessNumber.name} className="rounded-md border border-line bg-surface p-4">
      <h2 className="font-semibold">
        <bdi>{businessNumber.name}</bdi>{' '}
        <bdi dir="ltr" className="font-normal text-ink-3">
          {phoneText(businessNumber.display)}
        </bdi>
      </h2>
      <div className="mt-3 grid gap-x-8 gap-y-4 desk:grid-cols-2">
        <Meter
          label={say('settings.perSecond')}
          used={rate.used}
          most={rate.allowed}
          detail={rate.level === 'high' ? say('settings.sendsFast') : say('settings.sendsByItself')}
        />
        <Meter
          label={say('settings.writtenFirst')}
          used={messagingLimit.used}
          most={messagingLimit.people}
          detail={
            messagingLimit.people === null
              ? say('settings.noLimit')
              : say('settings.metaLimit', { tier: messagingLimit.tier ?? '' })
          }
        />
      </div>
      <table className="mt-4 w-full">
        <thead>
          <tr className="border-b border-line text-s text-ink-3">
            <th scope="col" className="py-1 text-start font-medium">
              {say('settings.waiting')}
            </th>
            <th scope="col" className="py-1 ps-3 text-end font-medium">
              {say('settings.messages')}
            </th>
            <th scope="col" className="py-1 ps-3 text-end font-medium">
              {say('settings.oldestFor')}
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ key, label }) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className="py-1.5 text-start font-normal">
                {say(label)}
              </th>
              <td className="py-1.5 text-end tabular-nums">{numberText(queue[key].waiting)}</td>
              <td className="py-1.5 text-end tabular-nums">
                {queue[key].waiting === 0 ? <span className="text-ink-3">–</span> : waitText(queue[key].oldestS)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unknown > 0 && <p className="mt-3 text-s text-warn">{say('settings.unknownFate', { count: unknown })}</p>}
      {blocked.length === 0 ? (
        <p className="mt-3 flex items-center gap-1.5 text-s text-ink-2">
          <CircleCheck aria-hidden size={15} strokeWidth={1.75} className="text-accent" />
          {say('settings.nothingHolds')}
        </p>
      ) : (
        <ul aria-label={say('settings.whatHolds')} className="mt-3 flex flex-col gap-2">
          {blocked.map(({ reason, messages, text }) => (
            <li key={reason} className="flex gap-2.5 rounded-sm bg-warn-soft px-3 py-2">
              <OctagonAlert aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-warn" />
              <p>
                <b className="font-semibold tabular-nums">{say('settings.messagesWait', { count: messages })}</b> {text}
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
  return (
    <div>
      <p className="flex items-baseline justify-between gap-3">
        <span className="text-ink-2">{label}</span>
        <span className="font-medium whitespace-nowrap tabular-nums">
          {most === null
            ? numberText(used, 1)
            : show('settings.usedOf', { used: numberText(used, 1), most: numberText(most, 1) })}
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
