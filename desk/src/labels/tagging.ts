import { place } from '../api/apply-changes.ts';
import { type Labeled, setTag } from '../api/labels.ts';
import { keys } from '../api/queries.ts';
import { queryClient } from '../desk.ts';
import { tell } from '../shell/told.tsx';

/** Sets a tag on a conversation, or takes it off, from where no part of the screen could say that it failed. */
export async function tagging(id: Labeled['id'], tagId: string, on: boolean): Promise<void> {
  try {
    const answer = await setTag({ kind: 'conversation', id }, tagId, on);
    if ('reply' in answer) place(queryClient, answer);
    void queryClient.invalidateQueries({ queryKey: keys.people });
  } catch (error) {
    tell(error instanceof Error ? error.message : '');
  }
}
