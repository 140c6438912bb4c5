import { useMutation } from '@tanstack/react-query';
import type { Media, MessageItem } from '@throughline/contract';
import { Ban, Clock, FileX, LoaderCircle, type LucideIcon, RotateCw, Scale, Trash2 } from 'lucide-react';
import { retryMedia } from '../../api/messages.ts';
import type { Key } from '../../words/en/index.ts';
import { lengthText, sizeText } from '../../words/files.ts';
import { say } from '../../words/say.tsx';
import { placeMedia } from './use-fresh-media.ts';

type State = Exclude<Media['state'], 'ready'>;

const icons: Record<State, LucideIcon> = {
  waiting: LoaderCircle,
  expired: Clock,
  too_large: Scale,
  refused: Ban,
  failed: FileX,
  erased: Trash2,
};

const titles = {
  waiting: 'kinds.waiting',
  expired: 'kinds.expired',
  too_large: 'kinds.tooLarge',
  refused: 'kinds.refused',
  failed: 'kinds.failed',
  erased: 'kinds.erased',
} as const satisfies Record<State, Key>;

const details: Partial<Record<State, 'kinds.waitingDetail' | 'kinds.expiredDetail'>> = {
  waiting: 'kinds.waitingDetail',
  expired: 'kinds.expiredDetail',
};

/** A file that is not here: which, why, and what may be done. */
export function MissingMedia({ item, media }: { item: MessageItem; media: Media }) {
  const state = media.state as State;
  const Icon = icons[state];
  const detail = details[state];
  const type = media.voice === true ? 'voice' : media.type;
  const facts = [
    media.filename,
    media.durationS === undefined ? undefined : lengthText(media.durationS),
    media.sizeBytes === undefined ? undefined : sizeText(media.sizeBytes),
  ].filter((fact) => fact !== undefined);
  const again = useMutation({
    mutationFn: () => retryMedia(media.id),
    onSuccess: (now) => now && placeMedia(item.conversationId, now),
  });
  const out = item.direction === 'out' && state === 'waiting';
  return (
    <div
      data-media-state={state}
      className="flex w-75 max-w-full items-start gap-2.5 rounded-md border border-dashed border-line-strong bg-canvas px-3 py-2.5"
    >
      <Icon
        aria-hidden
        size={18}
        strokeWidth={1.75}
        className={`mt-0.5 shrink-0 text-ink-3 ${state === 'waiting' ? 'animate-spin' : ''}`}
      />
      <div className="min-w-0 text-s">
        <p className="font-medium text-ink">{say(out ? 'kinds.handing' : titles[state], { type })}</p>
        {facts.length > 0 && (
          <p className="text-ink-3 wrap-anywhere">
            <bdi>{facts.join(' · ')}</bdi>
          </p>
        )}
        <p className="text-ink-2">{media.reason ?? (detail && say(detail))}</p>
        {(state === 'failed' || state === 'expired') && (
          <button type="button" className="text-btn mt-0.5" disabled={again.isPending} onClick={() => again.mutate()}>
            <RotateCw aria-hidden size={13} strokeWidth={2} className="me-1 inline align-[-2px]" />
            {say(state === 'failed' ? 'kinds.fetchAgain' : 'kinds.askOnceMore')}
          </button>
        )}
        <span role="status" className="block text-danger">
          {again.isError && again.error.message}
        </span>
      </div>
    </div>
  );
}
