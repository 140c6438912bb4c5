// How the buttons of the rail's menus look: the plain ones that stand for them at first, and their own.

import { Ellipsis, Monitor, Moon, Sun } from 'lucide-react';
import type { RailPlace } from './rail-place.ts';

export const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const;
export const moreButton = 'relative grid size-11 place-items-center rounded-md text-ink-3 hover:text-ink';
export const themeButton = 'icon-btn max-desk:size-11!';
export const accountButton = 'grid size-11 shrink-0 place-items-center rounded-md desk:size-9.5';

export function MoreFace({ places }: { places: readonly RailPlace[] }) {
  const waits = places.some(({ waiting, open }) => waiting || open !== undefined);
  return (
    <>
      <Ellipsis aria-hidden size={19} strokeWidth={1.75} />
      {waits && <i className="absolute end-1.5 top-1.5 size-2.5 rounded-full border-2 border-sunken bg-warn" />}
    </>
  );
}
