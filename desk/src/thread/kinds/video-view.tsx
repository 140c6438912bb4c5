import type { Media, MessageItem } from '@throughline/contract';
import { lengthText } from '../../words/files.ts';
import { say } from '../../words/say.tsx';
import { fit } from './fit.ts';
import { LostMedia } from './lost-media.tsx';
import { useFreshMedia } from './use-fresh-media.ts';

const most = { width: 320, height: 340 };

/** The browser's own controls: they are what people know, and they speak to every keyboard and screen reader. */
export function VideoView({ item, media }: { item: MessageItem; media: Media }) {
  const { attempt, renew, tryAgain, onLoaded, isLost } = useFreshMedia(item, media);
  const box = fit(media, most);
  if (isLost) return <LostMedia words={say('kinds.videoLost')} onAgain={tryAgain} />;
  const length = media.durationS === undefined ? '' : `, ${lengthText(media.durationS)}`;
  return (
    // biome-ignore lint/a11y/useMediaCaption: what customers film has no captions
    <video
      key={attempt}
      src={media.url}
      controls
      playsInline
      preload="metadata"
      aria-label={`${media.caption ?? say('kinds.video')}${length}`}
      onError={renew}
      onLoadedMetadata={onLoaded}
      style={{ width: box.width, aspectRatio: `${box.width} / ${box.height}` }}
      className="max-w-full rounded-md bg-ink object-contain"
    />
  );
}
