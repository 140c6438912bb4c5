import { Reply, X } from 'lucide-react';
import { say } from '../../words/say.tsx';
import { dropQuote, useQuote } from '../quoting.ts';

/** What is being answered, and the way out of it. */
export function QuoteStrip({ conversationId, name }: { conversationId: string; name: string }) {
  const quoted = useQuote(conversationId);
  if (quoted === undefined) return null;
  return (
    <fieldset
      aria-label={say('compose.answering')}
      className="mx-3 mt-2 flex items-start gap-2 rounded-sm border-s-2 border-accent bg-sunken py-1 ps-2 pe-1 text-s"
    >
      <Reply aria-hidden size={14} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-3 rtl:-scale-x-100" />
      <p className="min-w-0 flex-1">
        <span className="font-medium">{quoted.direction === 'in' ? <bdi>{name}</bdi> : say('compose.us')}</span>
        <bdi className="line-clamp-2 text-ink-2">{quoted.words}</bdi>
      </p>
      <button
        type="button"
        aria-label={say('compose.dropQuote')}
        onClick={() => dropQuote(conversationId)}
        className="grid size-6 place-items-center rounded-sm text-ink-3 hover:text-ink"
      >
        <X aria-hidden size={15} strokeWidth={1.75} />
      </button>
    </fieldset>
  );
}
