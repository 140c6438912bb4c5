import type { MessageItem } from '@throughline/contract';
import { say, show } from '../../words/say.tsx';
import { wordsOf } from '../rows.ts';

interface Props {
  item: MessageItem;
  /** Somebody was about to send over it. */
  isWarning: boolean;
  onLook: () => void;
}

/** A colleague was quicker: what they said, before another answer goes. */
export function AnsweredMeanwhile({ item, isWarning, onLook }: Props) {
  return (
    <div
      role="alert"
      className={`mx-2 mt-1.5 rounded-md px-3 py-2 text-s ${isWarning ? 'bg-warn-soft text-warn' : 'bg-sunken text-ink-2'}`}
    >
      <p className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1">{show('together.repliedMeanwhile', { name: <bdi>{item.author}</bdi> })}</span>
        <button type="button" className="text-btn shrink-0" onClick={onLook}>
          {say('ui.close')}
        </button>
      </p>
      <p dir="auto" className="line-clamp-2 text-ink">
        {wordsOf(item)}
      </p>
      {isWarning && <p className="mt-0.5 font-semibold">{say('together.repliedHold')}</p>}
    </div>
  );
}
