import { useMutation } from '@tanstack/react-query';
import type { ConversationDetail } from '@throughline/contract';
import { place } from '../api/apply-changes.ts';
import { call } from '../api/client.ts';
import { queryClient } from '../desk.ts';

/** Resolves or reopens: shown at once, and taken back where the server says no. */
export function useSetState(conversation: ConversationDetail) {
  return useMutation({
    mutationFn: (state: ConversationDetail['state']) =>
      call<ConversationDetail>(`/api/v1/conversations/${conversation.id}`, { method: 'PATCH', body: { state } }),
    onMutate: (state) => place(queryClient, { ...conversation, state }),
    onSuccess: (after) => place(queryClient, after),
    onError: () => place(queryClient, conversation),
  });
}
