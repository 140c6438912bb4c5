import type { Media, MessageItem } from '@throughline/contract';
import { say } from '../../words/say.tsx';
import { openViewer } from '../viewer-state.ts';
import { fit } from './fit.ts';
import { LostMedia } from './lost-media.tsx';
import { useFreshMedia } from './use-fresh-media.ts';

const most = { width: 300, height: 340 };
const stickerMost = { width: 140, height: 140 };

interface Props {
  item: MessageItem;
  media: Media;
  name: string;
}

/** A picture in a box of its own shape, so that nothing moves when it comes. Opens large; a sticker does not. */
export function Picture({ item, media, name }: Props) {
  const { attempt, renew, tryAgain, onLoaded, isLost } = useFreshMedia(item, media);
  const sticker = media.type === 'sticker';
  const box = fit(media, sticker ? stickerMost : most);
  const alt = altOf(item, media, name);
  const style = { width: box.width, aspectRatio: `${box.width} / ${box.height}` };
  if (isLost || media.url === undefined) {
    return <LostMedia words={`${alt}. ${say('thread.couldNotShow')}`} onAgain={tryAgain} />;
  }
  const image = (
    <img
      key={attempt}
      src={media.url}
      alt={alt}
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={renew}
      onLoad={onLoaded}
      // Of a shape nobody told, the whole is shown rather than its middle.
      className={`size-full ${sticker || media.width === undefined ? 'object-contain' : 'object-cover'}`}
    />
  );
  if (sticker) {
    return (
      <div style={style} className="max-w-full">
        {image}
      </div>
    );
  }
  return (
    <button
      type="button"
      style={style}
      onClick={() => openViewer(item.conversationId, item.id)}
      className="block max-w-full cursor-zoom-in overflow-hidden rounded-md bg-sunken"
    >
      {image}
    </button>
  );
}

/** Its caption says what is on it; without one, what it is and from whom. */
export function altOf({ direction }: MessageItem, media: Media, name: string): string {
  if (media.caption !== undefined && media.caption.trim() !== '') return media.caption;
  return direction === 'in'
    ? say('kinds.fromThem', { type: media.type, name })
    : say('kinds.fromUs', { type: media.type });
}
