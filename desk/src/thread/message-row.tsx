import type { MessageItem } from '@throughline/contract';
import { clockTime, fullTime } from '../words/time.ts';
import { Bubble } from './bubble.tsx';
import { Delivery } from './delivery.tsx';
import { MessageText } from './message-text.tsx';
import type { Quoted, Row } from './rows.ts';
import { SummaryLine } from './summary-line.tsx';

interface Props {
  row: Extract<Row, { kind: 'message' }>;
  onFind: (id: string) => void;
}

/** What happened to another message stands between the bubbles rather than in one. */
const lines = new Set(['edit', 'revoke', 'reaction']);

export function MessageRow({ row: { item, quoted, reactions, isFollowOn }, onFind }: Props) {
  if (lines.has(item.type)) return <SmallLine item={item} />;
  const out = item.direction === 'out';
  return (
    <Bubble out={out} isFollowOn={isFollowOn} hasReactions={reactions.length > 0}>
      {quoted && <Quote quoted={quoted} onFind={onFind} />}
      {item.type === 'text' ? <MessageText text={item.text?.body ?? item.summary} /> : <SummaryLine item={item} />}
      {item.failure && (
        <p className="mt-1.5 rounded-sm bg-danger-soft px-2 py-1.5 text-s text-danger">{item.failure.text}</p>
      )}
      <span className="mt-0.5 flex items-center justify-end gap-1.5 text-2xs text-ink-2">
        {item.author !== undefined && !isFollowOn && <bdi className="truncate">{item.author}</bdi>}
        {item.status === 'unknown' && <span className="text-warn">waiting for word</span>}
        {item.status === 'failed' && <span className="text-danger">not delivered</span>}
        <time dateTime={item.at} title={fullTime(item.at)}>
          {clockTime(item.at)}
        </time>
        <Delivery status={item.status} />
      </span>
      {reactions.length > 0 && (
        <span
          role="img"
          className="absolute -bottom-3 start-2.5 flex gap-0.5 rounded-full border border-line bg-surface px-1.5 py-0.5 text-[13px] leading-none"
          aria-label={`Reactions: ${reactions.join(' ')}`}
        >
          {reactions.join(' ')}
        </span>
      )}
    </Bubble>
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
      <span className="sr-only">Answers: </span>
      <bdi className="line-clamp-2">{summary}</bdi>
    </button>
  );
}
