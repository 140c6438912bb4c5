// What was done to a message after it was said: reactions, edits, deletion. Made out from everything that names it, whatever order it
// came in, so nothing is lost where an edit arrives before the message or stands on another page.

export interface Mark {
  type: 'reaction' | 'edit' | 'revoke';
  direction: 'in' | 'out';
  /** Milliseconds, then the tie within a second. */
  at: number;
  tie: string;
  emoji: string | null;
  /** Of an edit: the words after it; null where it does not tell. */
  body: string | null;
  status: string;
}

export interface Marked {
  reactions: { emoji: string; by: 'customer' | 'business'; at: number }[];
  edited: { at: number; body: string } | null;
  deletedAt: number | null;
}

/** `direction`: of the message itself. Only who wrote a message can change or delete it; anybody may react. */
export function markedBy(direction: 'in' | 'out', marks: readonly Mark[]): Marked {
  const inOrder = [...marks].sort((a, b) => a.at - b.at || (a.tie < b.tie ? -1 : a.tie > b.tie ? 1 : 0));
  const own = inOrder.filter((mark) => mark.direction === direction);
  const edit = own.findLast((mark) => mark.type === 'edit' && mark.body !== null);
  const revoke = own.find((mark) => mark.type === 'revoke');
  return {
    reactions: (['in', 'out'] as const).flatMap((side) => standing(inOrder, side)),
    edited: edit ? { at: edit.at, body: edit.body ?? '' } : null,
    deletedAt: revoke?.at ?? null,
  };
}

/** Each side has one reaction to a message: the last one, until it is taken back. One that did not go out never was. */
function standing(marks: readonly Mark[], side: 'in' | 'out'): Marked['reactions'] {
  const last = marks.findLast(
    ({ type, direction, status }) => type === 'reaction' && direction === side && !nothing.has(status),
  );
  if (last?.emoji == null) return [];
  return [{ emoji: last.emoji, by: side === 'in' ? 'customer' : 'business', at: last.at }];
}

const nothing = new Set(['failed', 'cancelled']);
