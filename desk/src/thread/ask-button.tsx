import type { ConversationDetail } from '@throughline/contract';
import { ContactRound } from 'lucide-react';
import { useAskNumber } from '../context/use-ask-number.ts';
import { tell } from '../shell/told.tsx';
import { useMay } from '../shell/use-may.ts';
import { useMedia } from '../shell/use-media.ts';
import { say } from '../words/say.tsx';

/** Where no number is known and it may be asked for: one press. On a narrow screen it stands in the details. */
export function AskButton({ conversation }: { conversation: ConversationDetail }) {
  const may = useMay()('conversations:reply');
  const roomy = useMedia('(min-width: 56.25rem)');
  const ask = useAskNumber(conversation);
  if (!roomy || !may || !conversation.number?.may) return null;
  const onError = (error: Error) => tell(error.message);
  return (
    <button
      type="button"
      className="btn shrink-0"
      title={say('thread.askNumberHint')}
      disabled={ask.isPending}
      onClick={() => ask.mutate(undefined, { onError })}
    >
      <ContactRound aria-hidden size={16} strokeWidth={1.75} />
      <span className="@max-[54rem]:sr-only">{say('thread.askNumber')}</span>
    </button>
  );
}
