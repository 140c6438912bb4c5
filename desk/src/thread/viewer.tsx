import { useMutation } from '@tanstack/react-query';
import type { Media, MessageItem, TimelineItem } from '@throughline/contract';
import { ChevronLeft, ChevronRight, Download, X, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { say } from '../words/say.tsx';
import { clockTime, dayHeading, fullTime } from '../words/time.ts';
import { LostMedia } from './kinds/lost-media.tsx';
import { altOf } from './kinds/picture.tsx';
import { saveFile, useFreshMedia } from './kinds/use-fresh-media.ts';
import { VideoView } from './kinds/video-view.tsx';
import { closeViewer, openViewer } from './viewer-state.ts';

type Shown = MessageItem & { media: Media };
const zooms = [1, 1.5, 2.5, 4] as const;

interface Props {
  items: TimelineItem[];
  itemId: string;
  name: string;
}

/** One picture large, and the others of the thread to either side of it. */
export function Viewer({ items, itemId, name }: Props) {
  const shown = items.filter(isShown);
  const index = shown.findIndex(({ id }) => id === itemId);
  const item = shown[index];
  const [zoom, setZoom] = useState(0);
  const saving = useMutation({ mutationFn: (media: Media) => saveFile(media) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture begins at its own size
  useEffect(() => setZoom(0), [itemId]);
  if (item === undefined) return null;
  const go = (step: number) => {
    const next = shown[index + step];
    if (next) openViewer(next.conversationId, next.id);
  };
  const zoomBy = (step: number) => setZoom((now) => Math.min(zooms.length - 1, Math.max(0, now + step)));
  const onKeyDown = (event: KeyboardEvent) => {
    // The player of a video has its own use for the arrows.
    if (event.target instanceof HTMLVideoElement) return;
    const before = document.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      if (zoom > 0) return;
      go(event.key === before ? -1 : 1);
    } else if (event.key === '+' || event.key === '=') zoomBy(1);
    else if (event.key === '-') zoomBy(-1);
    else return;
    event.preventDefault();
  };
  const alt = altOf(item, item.media, name);
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => open || closeViewer()}
      className="fixed inset-0 z-40 bg-canvas"
    >
      <Modal className="size-full">
        <Dialog
          aria-label={say('thread.pictures', { index: index + 1, total: shown.length })}
          className="flex size-full flex-col outline-none"
        >
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole dialog */}
          <div className="contents" onKeyDown={onKeyDown}>
            <header className="flex items-center gap-1 border-b border-line bg-surface px-2 py-1.5 desk:px-4">
              <div className="me-auto min-w-0">
                <p className="font-semibold">
                  <bdi className="cut">{item.direction === 'in' ? name : (item.author ?? say('thread.we'))}</bdi>
                </p>
                <p className="truncate text-s text-ink-3">
                  <time dateTime={item.at} title={fullTime(item.at)}>
                    {dayHeading(item.at, Date.now())}, {clockTime(item.at)}
                  </time>
                  {shown.length > 1 && ` · ${say('thread.ofTotal', { index: index + 1, total: shown.length })}`}
                </p>
              </div>
              {item.media.type === 'image' && (
                <>
                  <Tool label={say('thread.smaller')} disabled={zoom === 0} onPress={() => zoomBy(-1)} icon={ZoomOut} />
                  <Tool
                    label={say('thread.larger')}
                    disabled={zoom === zooms.length - 1}
                    onPress={() => zoomBy(1)}
                    icon={ZoomIn}
                  />
                </>
              )}
              <Tool
                label={say('common.save')}
                disabled={saving.isPending}
                onPress={() => saving.mutate(item.media)}
                icon={Download}
              />
              <Tool label={say('common.close')} disabled={false} onPress={closeViewer} icon={X} />
            </header>
            <div className="relative flex min-h-0 flex-1">
              <Stage
                key={item.id}
                item={item}
                alt={alt}
                zoom={zooms[zoom] ?? 1}
                onZoom={() => setZoom(zoom === 0 ? 2 : 0)}
              />
              {index > 0 && <Arrow side="start" label={say('thread.pictureBefore')} onPress={() => go(-1)} />}
              {index < shown.length - 1 && (
                <Arrow side="end" label={say('thread.pictureAfter')} onPress={() => go(1)} />
              )}
            </div>
            {item.media.caption !== undefined && item.media.caption !== '' && (
              <p
                dir="auto"
                className="max-h-28 overflow-y-auto border-t border-line bg-surface px-4 py-2.5 text-center text-b wrap-anywhere"
              >
                {item.media.caption}
              </p>
            )}
            <p role="status" className="sr-only">
              {alt}
              {saving.isError && saving.error.message}
            </p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface StageProps {
  item: Shown;
  alt: string;
  zoom: number;
  onZoom: () => void;
}

/** Fits the screen; larger than that it is scrolled, by hand, wheel or keys. */
function Stage({ item, alt, zoom, onZoom }: StageProps) {
  const { attempt, renew, tryAgain, onLoaded, isLost } = useFreshMedia(item, item.media);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null || zoom === 1) return;
    element.scrollTo({
      left: (element.scrollWidth - element.clientWidth) / 2,
      top: (element.scrollHeight - element.clientHeight) / 2,
    });
  }, [zoom]);
  if (isLost) {
    return (
      <div className="m-auto">
        <LostMedia words={say('thread.couldNotShow')} onAgain={tryAgain} />
      </div>
    );
  }
  if (item.media.type === 'video') {
    return (
      <div className="m-auto p-4">
        <VideoView item={item} media={item.media} />
      </div>
    );
  }
  return (
    <div ref={box} tabIndex={zoom > 1 ? 0 : -1} className="min-w-0 flex-1 overflow-auto outline-none">
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: + and - do the same by keys */}
      <img
        key={attempt}
        src={item.media.url}
        alt={alt}
        draggable={false}
        onError={renew}
        onLoad={onLoaded}
        onClick={onZoom}
        style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%` }}
        className={`max-w-none object-contain ${zoom > 1 ? 'cursor-zoom-out' : 'cursor-zoom-in'}`}
      />
    </div>
  );
}

interface ToolProps {
  label: string;
  disabled: boolean;
  onPress: () => void;
  icon: typeof X;
}

function Tool({ label, disabled, onPress, icon: Icon }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
      className="icon-btn disabled:opacity-40"
    >
      <Icon aria-hidden size={19} strokeWidth={1.75} />
    </button>
  );
}

function Arrow({ side, label, onPress }: { side: 'start' | 'end'; label: string; onPress: () => void }) {
  const Icon = side === 'start' ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className={`absolute top-1/2 grid size-10 -translate-y-1/2 place-items-center rounded-full border border-line bg-raised shadow-1 hover:bg-sunken ${side === 'start' ? 'start-2 desk:start-4' : 'end-2 desk:end-4'}`}
    >
      <Icon aria-hidden size={20} strokeWidth={1.75} className="rtl:-scale-x-100" />
    </button>
  );
}

function isShown(item: TimelineItem): item is Shown {
  if (item.kind !== 'message' || item.deletedAt !== undefined || item.media?.state !== 'ready') return false;
  return item.media.type === 'image' || item.media.type === 'video';
}
