import type { Media, MessageItem } from '@throughline/contract';
import { MessageText } from '../message-text.tsx';
import { DocumentView } from './document-view.tsx';
import { MissingMedia } from './missing-media.tsx';
import { Picture } from './picture.tsx';
import { SoundPlayer } from './sound-player.tsx';
import { VideoView } from './video-view.tsx';

interface Props {
  item: MessageItem;
  media: Media;
  name: string;
}

/** A file that came or went: itself where it is here, else why not; and the caption under it. */
export function MediaView({ item, media, name }: Props) {
  return (
    <>
      <File item={item} media={media} name={name} />
      {media.caption !== undefined && media.caption !== '' && (
        <div className="mt-1.5 max-w-80">
          <MessageText text={media.caption} />
        </div>
      )}
    </>
  );
}

function File({ item, media, name }: Props) {
  // Before its bytes are here a document is a name all the same, and a sound a length.
  if (media.state !== 'ready') return <MissingMedia item={item} media={media} />;
  switch (media.type) {
    case 'image':
    case 'sticker':
      return <Picture item={item} media={media} name={name} />;
    case 'video':
      return <VideoView item={item} media={media} />;
    case 'audio':
      return <SoundPlayer item={item} media={media} />;
    case 'document':
      return <DocumentView media={media} />;
  }
}
