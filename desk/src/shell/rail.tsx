import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Me } from '@throughline/contract';
import {
  AtSign,
  ChartColumn,
  Inbox,
  Keyboard,
  LayoutTemplate,
  Megaphone,
  PackageSearch,
  Settings,
  ShieldCheck,
  UserRoundSearch,
  Users,
} from 'lucide-react';
import { privacyDueQuery } from '../api/privacy-due.ts';
import { parkedQuery } from '../api/queries.ts';
import { mentionCountQuery } from '../api/together.ts';
import { reviewsQuery } from '../api/who-is-who.ts';
import { badgeText } from '../words/numbers.ts';
import { say } from '../words/say.tsx';
import { countText } from './count-text.ts';
import { Logo } from './logo.tsx';
import { MorePlaces, RailMenus } from './rail-menus.tsx';
import type { RailPlace } from './rail-place.ts';
import { useMay } from './use-may.ts';
import { useMedia } from './use-media.ts';

/** How many places a narrow screen has room for beside the menus; the rest are behind "More". */
const narrowRoom = 4;

/** `compact`: a thread is open, and on a narrow screen the rail gives its place to it. */
export function Rail({ me, compact, onHelp }: { me: Me; compact: boolean; onHelp: () => void }) {
  const isWide = useMedia('(width >= 56.25rem)');
  const places = usePlaces();
  const room = isWide || places.length <= narrowRoom + 1 ? places.length : narrowRoom;
  return (
    <nav
      aria-label={say('shell.main')}
      className={`${compact ? 'hidden desk:flex' : 'flex'} shrink-0 items-center justify-around gap-1 border-line bg-sunken p-1 max-desk:border-t desk:w-14 desk:flex-col desk:justify-start desk:gap-1.5 desk:overflow-y-auto desk:border-e desk:px-1.5 desk:py-3.5 desk:[scrollbar-width:none]`}
    >
      <Logo className="mb-3 size-7.5 shrink-0 max-desk:hidden" />
      {places.slice(0, room).map((place) => (
        <Place key={place.to} {...place} />
      ))}
      {room < places.length && <MorePlaces places={places.slice(room)} />}
      <button
        type="button"
        className="icon-btn max-desk:hidden desk:mt-auto"
        aria-label={say('shell.keys')}
        title={say('shell.keysTitle')}
        onClick={onHelp}
      >
        <Keyboard aria-hidden size={18} strokeWidth={1.75} />
      </button>
      <RailMenus me={me} />
    </nav>
  );
}

/** Where this person may go, in the order of use. */
function usePlaces(): RailPlace[] {
  const may = useMay();
  const mayReview = may('reviews:read');
  const reviews = useInfiniteQuery({ ...reviewsQuery('open'), enabled: mayReview });
  const open = countText(reviews.data?.pages ?? []);
  const { data: mentions } = useQuery({ ...mentionCountQuery, enabled: may('notes:write') });
  const unread = mentions?.unread ?? 0;
  const mentioned = unread === 0 ? undefined : badgeText(unread);
  const mayPark = may('parked:read');
  const parked = useInfiniteQuery({ ...parkedQuery, enabled: mayPark });
  const waiting = parked.data?.pages.some(({ data }) => data.length > 0) ?? false;
  const mayPrivacy = may('privacy:read');
  const { data: privacy } = useQuery({ ...privacyDueQuery, enabled: mayPrivacy });
  const due = privacy ? privacy.late + privacy.soon + privacy.waiting : 0;
  const places: (RailPlace | false)[] = [
    may('conversations:read') && { to: '/inbox', icon: Inbox, label: say('inbox.title') },
    may('notes:write') && { to: '/mentions', icon: AtSign, label: say('together.mentions'), open: mentioned },
    may('contacts:read') && { to: '/people', icon: Users, label: say('places.people') },
    mayReview && { to: '/reviews', icon: UserRoundSearch, label: say('shell.whoIsThis'), open },
    may('campaigns:read') && { to: '/campaigns', icon: Megaphone, label: say('shell.campaigns') },
    may('reports:read') && { to: '/board', icon: ChartColumn, label: say('places.board') },
    may('templates:read') && { to: '/templates', icon: LayoutTemplate, label: say('shell.templates') },
    mayPark && { to: '/parked', icon: PackageSearch, label: say('shell.parked'), waiting },
    mayPrivacy && {
      ...{ to: '/privacy' as const, icon: ShieldCheck, label: say('places.privacy') },
      open: due === 0 ? undefined : badgeText(due),
    },
    { to: '/settings', icon: Settings, label: say('shell.settings') },
  ];
  return places.filter((place) => place !== false);
}

function Place({ to, icon: Icon, label, waiting = false, open }: RailPlace) {
  const spoken =
    open !== undefined
      ? say('shell.placeOpen', { label, open })
      : waiting
        ? say('shell.placeWaiting', { label })
        : label;
  return (
    <Link
      to={to}
      aria-label={spoken}
      title={label}
      className="relative grid size-11 shrink-0 place-items-center rounded-md text-ink-3 transition-colors hover:text-ink desk:size-9.5"
      activeProps={{ className: 'bg-surface text-accent! shadow-1' }}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
      {waiting && (
        <i className="absolute end-1.5 top-1.5 size-2.5 desk:end-1 desk:top-1 rounded-full border-2 border-sunken bg-warn" />
      )}
      {open !== undefined && (
        <span className="absolute -end-0.5 -top-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full border-2 border-sunken bg-warn px-1 text-[10px] leading-none font-[650] text-surface">
          {open}
        </span>
      )}
    </Link>
  );
}
