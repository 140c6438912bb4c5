import type { Media, MessageItem } from '@throughline/contract';
import { lengthText } from '../../words/files.ts';
import { fit } from './fit.ts';
import { useFreshMedia } from './use-fresh-media.ts';

const most = { width: 320, height: 340 };

/** The browser's own controls: they are what people know, and they speak to every keyboard and screen reader. */
export function VideoView({ item, media }: { item: MessageItem; media: Media }) {
  const { renew, isLost } = useFreshMedia(item, media);
  const box = fit(media, most);
  if (isLost) return <p className="text-ink-2">This video could not be played.</p>;
  const length = media.durationS === undefined ? '' : `, ${lengthText(media.durationS)}`;
  return (
    // biome-ignore lint/a11y/useMediaCaption: what customers film has no captions
    <video
      src={media.url}
      controls
      playsInline
      preload="metadata"
      aria-label={`${media.caption ?? 'Video'}${length}`}
      onError={renew}
      style={{ width: box.width, aspectRatio: `${box.width} / ${box.height}` }}
      className="max-w-full rounded-md bg-ink object-contain"
    />
  );
}
