import { useMutation } from '@tanstack/react-query';
import type { ChangeWork, ConversationDetail } from '@throughline/contract';
import { place } from '../api/apply-changes.ts';
import { changeWork, countAgain } from '../api/work.ts';
import { queryClient } from '../desk.ts';

/** Changes the work on a conversation. What can be known before the answer is shown at once, and taken back where the server says no. */
export function useWork(conversation: ConversationDetail) {
  return useMutation({
    mutationFn: (change: ChangeWork) => changeWork(conversation.id, change),
    onMutate: ({ state, snoozedUntil, priority, assignee }) =>
      place(queryClient, {
        ...conversation,
        ...(state && { state, snoozedUntil: snoozedUntil ?? null }),
        ...(priority && { priority }),
        ...(assignee === null && { assignee }),
      }),
    onSuccess: (after) => {
      place(queryClient, after);
      countAgain(queryClient);
    },
    onError: () => place(queryClient, conversation),
  });
}
