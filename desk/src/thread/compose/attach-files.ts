import { tell } from '../../shell/told.tsx';
import { say } from '../../words/say.tsx';
import { attach } from './attachments.ts';

/** Files for the message being written, from wherever they came. */
export function attachFiles(conversationId: string, chosen: File[]): void {
  const left = attach(conversationId, chosen);
  if (left > 0) tell(say('thread.leftOut', { left }));
}
