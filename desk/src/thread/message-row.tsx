import type { MessageItem } from '@throughline/contract';
import { Forward, Megaphone } from 'lucide-react';
import { Suspense } from 'react';
import { say, show } from '../words/say.tsx';
import { clockTime, fullTime } from '../words/time.ts';
import { Bubble } from './bubble.tsx';
import { Delivery } from './delivery.tsx';
import { DeliveryNote } from './delivery-note.tsx';
import { Edited } from './edited.tsx';
import { RichContent } from './kinds/lazy-content.tsx';
import { MessageActions } from './message-actions.tsx';
import { MessageText } from './message-text.tsx';
import { ReactionsChip } from './reactions-chip.tsx';
import { ReferralLine } from './referral-line.tsx';
import type { Quoted, Row } from './rows.ts';
import { SummaryLine } from './summary-line.tsx';

interface Props {
  row: Extract<Row, { kind: 'message' }>;
  /** Who is on the other side. */
  name: string;
  onFind: (id: string) => void;
}

/** What happened to another message stands between the bubbles rather than in one. */
const lines = new Set(['edit', 'revoke', 'reaction']);

export function MessageRow({ row, name, onFind }: Props) {
  const { item, quoted, reactions, isFollowOn } = row;
  if (lines.has(item.type)) return <SmallLine item={item} />;
  const out = item.direction === 'out';
  const gone = item.deletedAt !== undefined;
  return (
    <Bubble
      out={out}
      isFollowOn={isFollowOn}
      hasReactions={reactions.length > 0}
      isBare={item.media?.type === 'sticker' && item.media.state === 'ready' && !gone}
      actions={!gone && <MessageActions item={item} reactions={reactions} isEntry={row.isLast} />}
    >
      {item.referral && <ReferralLine referral={item.referral} />}
      {item.forwarded && (
        <p className="mb-0.5 flex items-center gap-1 text-xs text-ink-3 italic">
          <Forward aria-hidden size={13} strokeWidth={1.75} className="rtl:-scale-x-100" />
          {item.forwarded === 'often' ? say('thread.forwardedOften') : say('thread.forwarded')}
        </p>
      )}
      {quoted && !gone && <Quote quoted={quoted} onFind={onFind} />}
      <Content item={item} name={name} />
      {!gone && item.edited && <Edited edited={item.edited} />}
      <DeliveryNote item={item} onFind={onFind} />
      <span className="mt-0.5 flex items-center justify-end gap-1.5 text-2xs text-ink-2">
        {item.campaign && <CampaignName campaign={item.campaign} />}
        {item.author !== undefined && !isFollowOn && <bdi className="truncate">{item.author}</bdi>}
        {item.edited && !gone && <span>{say('thread.edited')}</span>}
        {item.status === 'unknown' && <span className="text-warn">{say('thread.waitingForWord')}</span>}
        {item.status === 'failed' && <span className="text-danger">{say('thread.notDelivered')}</span>}
        <time dateTime={item.at} title={fullTime(item.at)}>
          {clockTime(item.at)}
        </time>
        <Delivery status={item.status} />
      </span>
      {reactions.length > 0 && <ReactionsChip reactions={reactions} name={name} />}
    </Bubble>
  );
}

/** What it says: words at once, anything else as soon as its view is here. */
function Content({ item, name }: { item: MessageItem; name: string }) {
  if (item.deletedAt !== undefined) {
    return (
      <p className="text-ink-3 italic">
        {show(item.direction === 'in' ? 'thread.theyDeleted' : 'thread.weDeleted', {
          name: <bdi>{name}</bdi>,
          when: <span className="sr-only">, {fullTime(item.deletedAt)}</span>,
        })}
      </p>
    );
  }
  if (item.type === 'text') return <MessageText text={item.text?.body ?? item.summary} />;
  return (
    <Suspense fallback={<SummaryLine item={item} />}>
      <RichContent item={item} name={name} />
    </Suspense>
  );
}

function CampaignName({ campaign }: { campaign: NonNullable<MessageItem['campaign']> }) {
  return (
    <span className="me-auto flex min-w-0 items-center gap-1" title={say('thread.byCampaign')}>
      <Megaphone aria-hidden size={12} strokeWidth={1.75} className="shrink-0" />
      <span className="sr-only">{say('thread.campaign')} </span>
      <bdi className="truncate">{campaign.name}</bdi>
    </span>
  );
}

function SmallLine({ item }: { item: MessageItem }) {
  return (
    <p className={`flex items-center gap-2 py-1 text-s text-ink-3 ${item.direction === 'out' ? 'justify-end' : ''}`}>
      <SummaryLine item={item} small />
      <time dateTime={item.at} title={fullTime(item.at)} className="text-2xs">
        {clockTime(item.at)}
      </time>
    </p>
  );
}

function Quote({ quoted, onFind }: { quoted: Quoted; onFind: (id: string) => void }) {
  const { id, summary } = quoted;
  const className =
    'mb-1.5 block w-full rounded-sm border-s-2 border-accent bg-sunken px-2 py-1 text-start text-s text-ink-2';
  if (id === undefined) return <span className={`${className} italic`}>{summary}</span>;
  return (
    <button type="button" className={className} onClick={() => onFind(id)}>
      <span className="sr-only">{say('thread.answers')} </span>
      <bdi className="line-clamp-2">{summary}</bdi>
    </button>
  );
}
