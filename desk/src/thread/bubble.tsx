import type { ReactNode } from 'react';
import { say } from '../words/say.tsx';

interface Props {
  out: boolean;
  isFollowOn: boolean;
  hasReactions?: boolean;
  isFaint?: boolean;
  /** A sticker stands by itself. */
  isBare?: boolean;
  /** What may be done with it, beside it. */
  actions?: ReactNode;
  children: ReactNode;
}

export function Bubble({ out, isFollowOn, hasReactions, isFaint, isBare, actions, children }: Props) {
  const side = out ? 'border-transparent bg-bubble-out rounded-ee-[4px]' : 'border-line bg-bubble-in rounded-es-[4px]';
  const look = isBare ? 'px-0' : `rounded-lg border px-3 pt-2 pb-1.5 shadow-1 ${side}`;
  return (
    <div
      className={`group/bubble flex ${out ? 'justify-end' : ''} ${isFollowOn ? 'pt-0.75' : 'pt-2'} ${hasReactions ? 'pb-4' : 'pb-0.5'}`}
    >
      <div className={`relative max-w-[88%] min-w-0 text-b desk:max-w-[76%] ${look} ${isFaint ? 'opacity-90' : ''}`}>
        <span className="sr-only">{out ? say('thread.weWrote') : say('thread.theyWrote')} </span>
        {children}
        {actions}
      </div>
    </div>
  );
}
