import type { ReactNode } from 'react';

interface Props {
  out: boolean;
  isFollowOn: boolean;
  hasReactions?: boolean;
  isFaint?: boolean;
  children: ReactNode;
}

export function Bubble({ out, isFollowOn, hasReactions = false, isFaint = false, children }: Props) {
  const side = out ? 'border-transparent bg-bubble-out rounded-ee-[4px]' : 'border-line bg-bubble-in rounded-es-[4px]';
  return (
    <div
      className={`flex ${out ? 'justify-end' : ''} ${isFollowOn ? 'pt-0.75' : 'pt-2'} ${hasReactions ? 'pb-4' : 'pb-0.5'}`}
    >
      <div
        className={`relative max-w-[88%] min-w-0 rounded-lg border px-3 pt-2 pb-1.5 text-b shadow-1 desk:max-w-[76%] ${side} ${isFaint ? 'opacity-90' : ''}`}
      >
        <span className="sr-only">{out ? 'We wrote: ' : 'They wrote: '}</span>
        {children}
      </div>
    </div>
  );
}
