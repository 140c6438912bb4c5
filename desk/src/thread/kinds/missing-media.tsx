import { useMutation } from '@tanstack/react-query';
import type { Media, MessageItem } from '@throughline/contract';
import { Ban, Clock, FileX, LoaderCircle, type LucideIcon, RotateCw, Scale, Trash2 } from 'lucide-react';
import { retryMedia } from '../../api/messages.ts';
import { lengthText, sizeText } from '../../words/files.ts';
import { placeMedia } from './use-fresh-media.ts';

type State = Exclude<Media['state'], 'ready'>;

const nouns: Record<Media['type'], string> = {
  image: 'picture',
  video: 'video',
  audio: 'sound',
  document: 'document',
  sticker: 'sticker',
};

const words: Record<State, { icon: LucideIcon; title: (noun: string) => string; detail: string }> = {
  waiting: { icon: LoaderCircle, title: (noun) => `The ${noun} is on its way`, detail: 'It shows here by itself.' },
  expired: {
    icon: Clock,
    title: (noun) => `WhatsApp no longer had the ${noun}`,
    detail: 'Ask for it to be sent again.',
  },
  too_large: { icon: Scale, title: (noun) => `The ${noun} was too large to keep`, detail: '' },
  refused: { icon: Ban, title: (noun) => `The ${noun} was not kept`, detail: '' },
  failed: { icon: FileX, title: (noun) => `The ${noun} could not be fetched`, detail: '' },
  erased: { icon: Trash2, title: (noun) => `The ${noun} was removed here`, detail: '' },
};

/** A file that is not here: which, why, and what may be done. */
export function MissingMedia({ item, media }: { item: MessageItem; media: Media }) {
  const state = media.state as State;
  const { icon: Icon, title, detail } = words[state];
  const noun = media.voice === true ? 'voice message' : nouns[media.type];
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
        <p className="font-medium text-ink">{out ? `The ${noun} is being handed to WhatsApp` : title(noun)}</p>
        {facts.length > 0 && (
          <p className="text-ink-3 wrap-anywhere">
            <bdi>{facts.join(' · ')}</bdi>
          </p>
        )}
        <p className="text-ink-2">{media.reason ?? detail}</p>
        {(state === 'failed' || state === 'expired') && (
          <button type="button" className="text-btn mt-0.5" disabled={again.isPending} onClick={() => again.mutate()}>
            <RotateCw aria-hidden size={13} strokeWidth={2} className="me-1 inline align-[-2px]" />
            {state === 'failed' ? 'Fetch it again' : 'Ask WhatsApp once more'}
          </button>
        )}
        <span role="status" className="block text-danger">
          {again.isError && again.error.message}
        </span>
      </div>
    </div>
  );
}
