import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ConversationDetail } from '@throughline/contract';
import { useCallKey } from '../api/call-key.ts';
import { askNumber } from '../api/people.ts';
import { keys } from '../api/queries.ts';
import { tell } from '../shell/told.tsx';
import { say } from '../words/say.tsx';

/** Asks for the number in this thread. The question is a message like any other, and shows in it. */
export function useAskNumber(conversation: ConversationDetail) {
  const client = useQueryClient();
  const keyFor = useCallKey();
  const { id, contact, number } = conversation;
  return useMutation({
    mutationFn: () => askNumber(id, keyFor([id, 'number', number?.last?.id])),
    onSuccess: () => tell(say('context.isAsked', { name: contact.displayName })),
    onSettled: () => {
      for (const queryKey of [keys.conversation(id), keys.thread(id)]) void client.invalidateQueries({ queryKey });
    },
  });
}
