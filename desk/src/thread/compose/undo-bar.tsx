import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { dropSends, type HeldSend, useHeldSends } from '../../api/held-sends.ts';
import { cancelMessage } from '../../api/messages.ts';
import { removeItem } from '../../desk.ts';
import { tell } from '../../shell/told.tsx';
import { say } from '../../words/say.tsx';
import { toDraft } from '../to-draft.ts';

/** What was just written and has not gone yet: it can still be taken back, whole, to where it was written. */
export function UndoBar({ conversationId }: { conversationId: string }) {
  const held = useHeldSends(conversationId);
  const goesAt = Math.max(0, ...held.map((one) => one.goesAt));
  const left = useSecondsUntil(goesAt);
  const [busy, setBusy] = useState(false);
  if (held.length === 0) return null;
  const count = held.length;
  const undo = async () => {
    setBusy(true);
    await takeBack(conversationId, held);
    setBusy(false);
  };
  return (
    <div className="mx-auto mb-2 flex max-w-190 items-center gap-3 rounded-md border border-line bg-raised py-1 ps-3.5 pe-1.5 shadow-1">
      <p role="status" className="sr-only">
        {say('together.heldNow', { count })}
      </p>
      <p aria-hidden className="min-w-0 flex-1 truncate text-ink-2 tabular-nums">
        {say('together.sendingIn', { count, left })}
      </p>
      <button
        type="button"
        className="btn btn-quiet font-semibold text-accent!"
        disabled={busy}
        onClick={() => void undo()}
      >
        <Undo2 aria-hidden size={15} strokeWidth={1.75} className="rtl:-scale-x-100" /> {say('together.undo')}
      </button>
    </div>
  );
}

/** The last first, so that none of them overtakes one that was before it. */
async function takeBack(conversationId: string, held: readonly HeldSend[]): Promise<void> {
  const back: HeldSend[] = [];
  for (const one of held.toReversed()) {
    try {
      await cancelMessage(one.item);
      removeItem(one.item);
      back.unshift(one);
    } catch (error) {
      tell(
        error instanceof Error && 'status' in error ? say('together.undoTooLate') : String((error as Error).message),
      );
      break;
    }
  }
  dropSends(
    conversationId,
    held.map(({ item }) => item.id),
  );
  for (const { unsent } of back.toReversed()) toDraft(unsent);
  if (back.length > 0) tell(say('together.undone'));
  document.querySelector<HTMLElement>('[data-reply-field]')?.focus();
}

function useSecondsUntil(at: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (at === 0) return;
    setNow(Date.now());
    const clock = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(clock);
  }, [at]);
  return Math.max(0, Math.ceil((at - now) / 1_000));
}
