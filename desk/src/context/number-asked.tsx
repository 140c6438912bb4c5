import type { ConversationDetail, NumberAsking } from '@throughline/contract';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { say } from '../words/say.tsx';
import { askedWords } from './number-words.ts';
import { useAskNumber } from './use-ask-number.ts';

/** Whether the number was asked for and what came of it; and the asking, where it is time. */
export function NumberAsked({ conversation, asking }: { conversation: ConversationDetail; asking: NumberAsking }) {
  const now = useNow();
  const may = useMay()('conversations:reply');
  const ask = useAskNumber(conversation);
  const { last } = asking;
  return (
    <div className="text-s">
      {last === null ? (
        <p className="text-ink-2">{say('context.noNumber')}</p>
      ) : (
        <p className="font-medium">{askedWords(last, now)}</p>
      )}
      {!asking.may && <p className="mt-0.5 text-ink-3">{asking.text}</p>}
      {asking.may && may && (
        <>
          <button type="button" className="btn mt-2" disabled={ask.isPending} onClick={() => ask.mutate()}>
            {say('thread.askNumber')}
          </button>
          <p className="mt-1 text-ink-3">
            {asking.via === 'message' ? say('context.viaMessage') : say('context.viaTemplate')}
          </p>
        </>
      )}
      <span role="status" className="block text-danger">
        {ask.isError && ask.error.message}
      </span>
    </div>
  );
}
