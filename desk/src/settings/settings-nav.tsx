import { Link } from '@tanstack/react-router';
import { ArrowLeft, ChevronRight } from 'lucide-react';
import { useMay } from '../shell/use-may.ts';
import { say } from '../words/say.tsx';
import { groupsFor, type Place } from './places.ts';

/** The ways between the pages of the settings: beside the page, or a way back to their list on a narrow screen. */
export function SettingsNav() {
  const groups = groupsFor(useMay());
  return (
    <>
      <nav
        aria-label={say('ui.settings')}
        className="w-56 shrink-0 overflow-y-auto border-e border-line bg-canvas px-2.5 py-5 max-desk:hidden"
      >
        <p className="px-2 pb-3 text-l font-semibold">{say('ui.settings')}</p>
        {groups.map(({ id, name, places }) => (
          <div key={id} className="mb-4">
            <p className="px-2 pb-1 text-xs font-semibold text-ink-3">{name()}</p>
            {places.map((place) => (
              <Link
                key={place.to}
                to={place.to}
                className="flex min-h-8 items-center rounded-sm px-2 font-medium text-ink-2 hover:bg-sunken hover:text-ink"
                activeProps={{ className: 'bg-accent-soft! text-accent! font-semibold', 'aria-current': 'page' }}
              >
                {place.name()}
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <Link
        to="/settings"
        className="flex min-h-11 shrink-0 items-center gap-1.5 border-b border-line px-4 font-semibold text-accent desk:hidden"
      >
        <ArrowLeft aria-hidden size={16} strokeWidth={1.75} className="rtl:-scale-x-100" /> {say('ui.settings')}
      </Link>
    </>
  );
}

/** All pages of the settings, as a narrow screen lists them. */
export function SettingsList() {
  const groups = groupsFor(useMay());
  return (
    <nav aria-label={say('ui.settings')} className="flex flex-col gap-5">
      {groups.map(({ id, name, places }) => (
        <div key={id}>
          <p className="pb-1.5 text-s font-semibold text-ink-3">{name()}</p>
          <div className="divide-y divide-line rounded-md border border-line bg-surface">
            {places.map((place) => (
              <ListLink key={place.to} place={place} />
            ))}
          </div>
        </div>
      ))}
    </nav>
  );
}

function ListLink({ place }: { place: Place }) {
  return (
    <Link to={place.to} className="flex min-h-12 items-center justify-between gap-3 px-4 py-2 -outline-offset-2!">
      <span className="font-medium">{place.name()}</span>
      <ChevronRight aria-hidden size={17} strokeWidth={1.75} className="shrink-0 text-ink-3 rtl:-scale-x-100" />
    </Link>
  );
}
