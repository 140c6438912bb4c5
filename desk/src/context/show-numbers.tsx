import { Eye } from 'lucide-react';
import { useMay } from '../shell/use-may.ts';
import { say } from '../words/say.tsx';
import { useReveal, useRevealed } from './revealed.ts';

/** Beside masked numbers: shows them in full to whoever may ask, which is written down. */
export function ShowNumbers({ contactId, name }: { contactId: string; name: string }) {
  const may = useMay()('phones:reveal');
  const shown = useRevealed(contactId);
  const reveal = useReveal(contactId);
  if (!may || shown !== undefined) return null;
  return (
    <>
      <button
        type="button"
        aria-label={say('masking.showNumbers', { name })}
        className="text-btn inline-flex shrink-0 items-center gap-1 text-s"
        disabled={reveal.isPending}
        onClick={() => reveal.mutate()}
      >
        <Eye aria-hidden size={14} strokeWidth={1.75} /> {say('masking.show')}
      </button>
      {reveal.isError && (
        <span role="alert" className="text-s text-danger">
          {reveal.error.message}
        </span>
      )}
    </>
  );
}
