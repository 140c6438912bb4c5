import type { MessageItem } from '@throughline/contract';
import { Megaphone } from 'lucide-react';
import { say } from '../words/say.tsx';
import { safeHref } from './links.ts';

const sources = { ad: 'thread.fromAd', post: 'thread.fromPost', other: 'thread.fromLink' } as const;

/** What the customer pressed before writing: said quietly above their words. */
export function ReferralLine({
  referral: { source, headline, body, url },
}: {
  referral: NonNullable<MessageItem['referral']>;
}) {
  const href = safeHref(url);
  return (
    <div className="mb-1.5 flex items-start gap-2 rounded-sm bg-sunken px-2 py-1.5 text-s text-ink-2">
      <Megaphone aria-hidden size={14} strokeWidth={1.75} className="mt-0.75 shrink-0 text-ink-3 rtl:-scale-x-100" />
      <p className="min-w-0 wrap-anywhere">
        {say(sources[source])}
        {headline !== undefined && (
          <>
            {': '}
            {href === undefined ? (
              <bdi className="font-medium">{headline}</bdi>
            ) : (
              <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="font-medium text-accent">
                <bdi>{headline}</bdi>
              </a>
            )}
          </>
        )}
        {headline === undefined && href !== undefined && (
          <>
            {': '}
            <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="font-medium text-accent">
              <bdi dir="ltr">{new URL(href).hostname}</bdi>
            </a>
          </>
        )}
        {body !== undefined && <bdi className="line-clamp-2 text-ink-3">{body}</bdi>}
      </p>
    </div>
  );
}
