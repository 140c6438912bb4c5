import type { MessageItem } from '@throughline/contract';
import { Copy, ExternalLink, MapPin } from 'lucide-react';
import { useState } from 'react';
import { tell } from '../../shell/told.tsx';
import { say } from '../../words/say.tsx';
import { chooseMap, chosenMap, coordinatesText, type MapName, mapAddress, maps } from './maps.ts';

/** Where somebody is. No map is drawn: that would tell its maker whom we write with. */
export function LocationCard({ location }: { location: NonNullable<MessageItem['location']> }) {
  const [map, setMap] = useState(chosenMap);
  const { name, address } = location;
  const coordinates = coordinatesText(location);
  const choose = (next: MapName) => {
    chooseMap(next);
    setMap(next);
  };
  return (
    <div className="w-75 max-w-full">
      <div className="flex items-start gap-3 rounded-md border border-line bg-canvas px-3 py-2.5">
        <span className="grid size-9 shrink-0 place-items-center rounded-sm bg-accent-soft text-accent">
          <MapPin aria-hidden size={19} strokeWidth={1.75} />
        </span>
        <div className="min-w-0">
          <p className="font-medium wrap-anywhere">
            <bdi>{name ?? say('kinds.place')}</bdi>
          </p>
          {address !== undefined && (
            <p className="text-s text-ink-2 wrap-anywhere">
              <bdi>{address}</bdi>
            </p>
          )}
          <p className="text-s text-ink-3 tabular-nums" dir="ltr">
            {coordinates}
          </p>
        </div>
      </div>
      <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-s">
        <a
          href={mapAddress(map, location)}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-btn inline-flex items-center gap-1"
        >
          <ExternalLink aria-hidden size={13} strokeWidth={2} />
          {say('kinds.openIn')}
        </a>
        <select
          aria-label={say('kinds.whichMap')}
          value={map}
          onChange={(event) => choose(event.target.value as MapName)}
          className="h-6 rounded-sm border border-line-strong bg-surface px-1 text-s"
        >
          {maps().map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="ms-auto grid size-6 place-items-center rounded-sm text-ink-3 hover:text-ink"
          aria-label={say('kinds.copyCoordinates')}
          onClick={() => {
            void navigator.clipboard?.writeText(coordinates).then(() => tell(say('kinds.coordinatesCopied')));
          }}
        >
          <Copy aria-hidden size={14} strokeWidth={1.75} />
        </button>
      </div>
    </div>
  );
}
