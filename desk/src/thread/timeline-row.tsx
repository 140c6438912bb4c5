import { memo } from 'react';
import { CallCard } from './call-card.tsx';
import { Knot } from './knot.tsx';
import { MessageRow } from './message-row.tsx';
import { NoteRow } from './note-row.tsx';
import type { Line, Row } from './rows.ts';
import { UnsentRow } from './unsent-row.tsx';
import { WorkLine } from './work-line.tsx';

interface Props {
  row: Row;
  /** Who is on the other side. */
  name: string;
  onFind: (id: string) => void;
}

/** One row beside the line. Space between rows is padding, never margin, so that the line has no gaps. */
export const TimelineRow = memo(
  function TimelineRow({ row, name, onFind }: Props) {
    const kind = row.kind === 'unsent' ? 'message' : row.kind;
    return (
      <div
        data-testid={row.kind === 'day' ? undefined : 'timeline-item'}
        data-kind={kind}
        className="relative ps-9 pe-3 desk:ps-13.5 desk:pe-6"
      >
        <LinePiece line={row.line} />
        <Content row={row} name={name} onFind={onFind} />
      </div>
    );
  },
  (before, after) => before.onFind === after.onFind && before.name === after.name && isSame(before.row, after.row),
);

function Content({ row, name, onFind }: Props) {
  switch (row.kind) {
    case 'day':
      return (
        <h3 className="flex items-center gap-2.5 pt-3 pb-2 text-xs font-semibold text-ink-3 after:h-px after:flex-1 after:bg-line">
          {row.title}
        </h3>
      );
    case 'message':
      return <MessageRow row={row} name={name} onFind={onFind} />;
    case 'notice':
      return <Knot item={row.item} ends={row.line === 'ends'} />;
    case 'call':
      return <CallCard item={row.item} />;
    case 'note':
      return <NoteRow item={row.item} />;
    case 'work':
      return <WorkLine item={row.item} />;
    case 'unsent':
      return <UnsentRow unsent={row.unsent} name={name} />;
  }
}

const pieces: Record<Line, string> = {
  through: 'inset-y-0',
  ends: 'top-0 h-5',
  starts: 'top-5 bottom-0 rounded-t-full',
};

function LinePiece({ line }: { line: Line }) {
  return (
    <span aria-hidden className={`absolute start-[15px] w-0.5 bg-accent-line desk:start-[27px] ${pieces[line]}`} />
  );
}

/** Rows are made anew with every change of the thread; what they show seldom differs. */
function isSame(a: Row, b: Row): boolean {
  if (a.kind !== b.kind || a.key !== b.key || a.line !== b.line) return false;
  if (a.kind === 'day') return b.kind === 'day' && a.title === b.title;
  if (a.kind === 'unsent') return b.kind === 'unsent' && a.unsent === b.unsent;
  if (a.kind !== 'message' || b.kind !== 'message') return 'item' in b && a.item === b.item;
  const quoted = a.quoted?.id === b.quoted?.id && a.quoted?.summary === b.quoted?.summary;
  const reactions = JSON.stringify(a.reactions) === JSON.stringify(b.reactions);
  return a.item === b.item && quoted && a.isFollowOn === b.isFollowOn && a.isLast === b.isLast && reactions;
}
