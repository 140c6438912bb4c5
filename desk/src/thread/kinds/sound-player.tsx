import type { Media, MessageItem } from '@throughline/contract';
import { Mic, Music, Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { lengthText } from '../../words/files.ts';
import { say } from '../../words/say.tsx';
import { LostMedia } from './lost-media.tsx';
import { useFreshMedia } from './use-fresh-media.ts';

const speeds = [1, 1.5, 2] as const;

/** One sound at a time: another that begins stops it. */
let playing: HTMLAudioElement | undefined;

export function SoundPlayer({ item, media }: { item: MessageItem; media: Media }) {
  const audio = useRef<HTMLAudioElement>(null);
  const { attempt, renew, tryAgain, onLoaded, isLost } = useFreshMedia(item, media);
  const [isOn, setIsOn] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(media.durationS ?? 0);
  const [speed, setSpeed] = useState<number>(1);
  // A row that scrolls out of sight is taken away, and its sound with it.
  useEffect(() => {
    const element = audio.current;
    return () => element?.pause();
  }, []);
  if (isLost) return <LostMedia words={say('kinds.soundLost')} onAgain={tryAgain} />;
  const kind = media.voice === true ? 'voice' : media.filename === undefined ? 'sound' : 'file';
  const what = { kind, name: media.filename ?? '' };
  const toggle = () => {
    const element = audio.current;
    if (!element) return;
    if (!element.paused) return element.pause();
    if (playing !== element) playing?.pause();
    playing = element;
    element.play().catch(() => setIsOn(false));
  };
  const seek = (to: number) => {
    if (audio.current) audio.current.currentTime = to;
    setAt(to);
  };
  const faster = () => {
    const next = speeds[(speeds.indexOf(speed as 1) + 1) % speeds.length] ?? 1;
    if (audio.current) audio.current.playbackRate = next;
    setSpeed(next);
  };
  const Icon = media.voice === true ? Mic : Music;
  return (
    // A player reads left to right in every script, as clocks do.
    <fieldset dir="ltr" className="flex w-75 max-w-full items-center gap-2 py-1">
      <legend className="sr-only">{say('kinds.player', what)}</legend>
      {/* biome-ignore lint/a11y/useMediaCaption: what customers record has no captions */}
      <audio
        key={attempt}
        ref={audio}
        src={media.url}
        preload="none"
        onPlay={() => setIsOn(true)}
        onPause={() => setIsOn(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onLoadedMetadata={(event) => {
          onLoaded();
          const { duration } = event.currentTarget;
          if (Number.isFinite(duration)) setLength(duration);
        }}
        onError={renew}
      />
      <button
        type="button"
        aria-label={isOn ? say('kinds.pause', what) : say('kinds.play', what)}
        onClick={toggle}
        className="grid size-9 shrink-0 place-items-center rounded-full bg-accent text-accent-ink hover:bg-accent-hover"
      >
        {isOn ? (
          <Pause aria-hidden size={17} strokeWidth={2} />
        ) : (
          <Play aria-hidden size={17} strokeWidth={2} className="ms-0.5" />
        )}
      </button>
      <div className="min-w-0 flex-1">
        {media.voice !== true && media.filename !== undefined && (
          <bdi className="block truncate text-s font-medium">{media.filename}</bdi>
        )}
        <input
          type="range"
          aria-label={say('kinds.position')}
          aria-valuetext={say('kinds.positionOf', { at: lengthText(at), length: lengthText(length) })}
          min={0}
          max={Math.max(length, at, 0.1)}
          step={0.1}
          value={at}
          onChange={(event) => seek(Number(event.target.value))}
          className="block h-4 w-full accent-accent"
        />
        <span className="flex items-center gap-1 text-2xs text-ink-2 tabular-nums">
          <Icon aria-hidden size={12} strokeWidth={1.75} />
          {at > 0 ? `${lengthText(at)} / ${lengthText(length)}` : lengthText(length)}
        </span>
      </div>
      <button
        type="button"
        aria-label={say('kinds.speed', { speed })}
        onClick={faster}
        className="h-6 min-w-10 shrink-0 rounded-full bg-sunken px-1.5 text-xs font-semibold text-ink-2 tabular-nums hover:text-ink"
      >
        {speed}×
      </button>
    </fieldset>
  );
}
