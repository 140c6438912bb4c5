// The menus of the rail. What a menu needs is a quarter of the desk's script, and nobody opens one in the first moment: a plain button
// stands for it until it is pressed, and begins to fetch as the pointer or the focus comes near.

import type { Me } from '@throughline/contract';
import { type ReactNode, Suspense, useState } from 'react';
import { useSettings } from '../theme/settings.ts';
import { say } from '../words/say.tsx';
import { Avatar } from './avatar.tsx';
import { lazily } from './lazily.ts';
import { accountButton, MoreFace, moreButton, themeButton, themeIcons } from './rail-faces.tsx';
import type { RailPlace } from './rail-place.ts';

const loadAccount = () => import('./account-menu.tsx');
const loadTheme = () => import('./theme-menu.tsx');
const loadMore = () => import('./rail-more.tsx');
const AccountMenu = lazily(async () => (await loadAccount()).AccountMenu);
const ThemeMenu = lazily(async () => (await loadTheme()).ThemeMenu);
const RailMore = lazily(async () => (await loadMore()).RailMore);

export function RailMenus({ me }: { me: Me }) {
  const Theme = themeIcons[useSettings().theme];
  return (
    <>
      <OnPress
        label={say('shell.theme')}
        look={themeButton}
        load={loadTheme}
        face={<Theme aria-hidden size={18} strokeWidth={1.75} />}
      >
        <ThemeMenu />
      </OnPress>
      <OnPress
        label={say('shell.accountOf', { name: me.name })}
        look={accountButton}
        load={loadAccount}
        face={<Avatar id={me.email ?? me.name} name={me.name} size="s" />}
      >
        <AccountMenu me={me} />
      </OnPress>
    </>
  );
}

/** On a narrow screen: the places that have no room in the bar. */
export function MorePlaces({ places }: { places: readonly RailPlace[] }) {
  return (
    <OnPress label={say('ui.more')} look={moreButton} load={loadMore} face={<MoreFace places={places} />}>
      <RailMore places={places} />
    </OnPress>
  );
}

interface OnPressProps {
  label: string;
  look: string;
  load: () => Promise<unknown>;
  /** What stands in the button. */
  face: ReactNode;
  /** The menu with a button of its own that looks the same; it opens as it comes. */
  children: ReactNode;
}

function OnPress({ label, look, load, face, children }: OnPressProps) {
  const [wanted, setWanted] = useState(false);
  const begin = () => void load();
  const button = (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={false}
      className={look}
      onPointerEnter={begin}
      onFocus={begin}
      onClick={() => setWanted(true)}
    >
      {face}
    </button>
  );
  return wanted ? <Suspense fallback={button}>{children}</Suspense> : button;
}
