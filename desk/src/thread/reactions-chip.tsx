import { listText } from '../words/lists.ts';
import { say } from '../words/say.tsx';
import type { Reaction } from './rows.ts';

interface Props {
  reactions: Reaction[];
  name: string;
}

/** What stands on a message, and whose each is. */
export function ReactionsChip({ reactions, name }: Props) {
  const said = reactions.map(
    ({ emoji, by, author }) => `${emoji} ${by === 'customer' ? name : (author ?? say('thread.us'))}`,
  );
  return (
    <span
      role="img"
      className="absolute start-2.5 -bottom-3 flex gap-0.5 rounded-full border border-line bg-surface px-1.5 py-0.5 text-[13px] leading-none"
      aria-label={say('thread.reactions', { list: listText(said) })}
      title={said.join('\n')}
    >
      {reactions.map(({ emoji, by, isSending }) => (
        <span key={by} className={isSending ? 'opacity-50' : ''}>
          {emoji}
        </span>
      ))}
    </span>
  );
}
