import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Me } from '@throughline/contract';
import {
  AtSign,
  ChartColumn,
  Inbox,
  Keyboard,
  LayoutTemplate,
  type LucideIcon,
  Megaphone,
  PackageSearch,
  Settings,
  UserRoundSearch,
  Users,
} from 'lucide-react';
import { Suspense } from 'react';
import { RequestProblem } from '../api/client.ts';
import { parkedQuery } from '../api/queries.ts';
import { mentionCountQuery } from '../api/together.ts';
import { reviewsQuery } from '../api/who-is-who.ts';
import { say } from '../words/say.tsx';
import { countText } from './count-text.ts';
import { lazily } from './lazily.ts';
import { Logo } from './logo.tsx';
import { useMay } from './use-may.ts';

const RailMenus = lazily(async () => (await import('./rail-menus.tsx')).RailMenus);

const parkedRoles: Me['role'][] = ['supervisor', 'admin', 'developer'];

/** `compact`: a thread is open, and on a narrow screen the rail gives its place to it. */
export function Rail({ me, compact, onHelp }: { me: Me; compact: boolean; onHelp: () => void }) {
  const may = useMay();
  const mayReview = may('reviews:read');
  const reviews = useInfiniteQuery({ ...reviewsQuery('open'), enabled: mayReview });
  const open = countText(reviews.data?.pages ?? []);
  const { data: mentions } = useQuery({ ...mentionCountQuery, enabled: may('notes:write') });
  const unread = mentions?.unread ?? 0;
  const mentioned = unread === 0 ? undefined : unread > 99 ? '99+' : String(unread);
  const mayPark = parkedRoles.includes(me.role);
  const parked = useInfiniteQuery({ ...parkedQuery, enabled: mayPark });
  const forbidden = parked.error instanceof RequestProblem && parked.error.status === 403;
  const waiting = parked.data?.pages.some(({ data }) => data.length > 0) ?? false;
  return (
    <nav
      aria-label={say('shell.main')}
      className={`${compact ? 'hidden desk:flex' : 'flex'} shrink-0 items-center justify-around gap-1.5 border-line bg-sunken p-1.5 max-desk:border-t desk:w-14 desk:flex-col desk:justify-start desk:border-e desk:py-3.5`}
    >
      <Logo className="mb-3 size-7.5 max-desk:hidden" />
      <Place to="/inbox" icon={Inbox} label={say('inbox.title')} />
      {may('notes:write') && (
        <Place
          to="/mentions"
          icon={AtSign}
          label={say('together.mentions')}
          {...(mentioned === undefined ? {} : { open: mentioned })}
        />
      )}
      {may('contacts:read') && <Place to="/people" icon={Users} label={say('people.title')} />}
      {mayPark && !forbidden && (
        <Place to="/parked" icon={PackageSearch} label={say('shell.parked')} waiting={waiting} />
      )}
      {mayReview && (
        <Place
          to="/reviews"
          icon={UserRoundSearch}
          label={say('shell.whoIsThis')}
          {...(open === undefined ? {} : { open })}
        />
      )}
      {may('campaigns:read') && <Place to="/campaigns" icon={Megaphone} label={say('shell.campaigns')} />}
      {may('templates:read') && <Place to="/templates" icon={LayoutTemplate} label={say('shell.templates')} />}
      {may('reports:read') && <Place to="/board" icon={ChartColumn} label={say('boards.board')} />}
      <div className="max-desk:hidden desk:mt-auto" />
      {may('policy:read') && <Place to="/settings" icon={Settings} label={say('shell.settings')} />}
      <button
        type="button"
        className="icon-btn max-desk:hidden"
        aria-label={say('shell.keys')}
        title={say('shell.keysTitle')}
        onClick={onHelp}
      >
        <Keyboard aria-hidden size={18} strokeWidth={1.75} />
      </button>
      <Suspense fallback={<span className="h-19 w-9.5" />}>
        <RailMenus me={me} />
      </Suspense>
    </nav>
  );
}

interface PlaceProps {
  to:
    | '/inbox'
    | '/mentions'
    | '/people'
    | '/parked'
    | '/reviews'
    | '/campaigns'
    | '/templates'
    | '/board'
    | '/settings';
  icon: LucideIcon;
  label: string;
  waiting?: boolean;
  /** How many are open, as it is shown. */
  open?: string;
}

function Place({ to, icon: Icon, label, waiting = false, open }: PlaceProps) {
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
      className="relative grid size-9.5 place-items-center rounded-md text-ink-3 transition-colors hover:text-ink"
      activeProps={{ className: 'bg-surface text-accent! shadow-1' }}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
      {waiting && <i className="absolute end-1 top-1 size-2.5 rounded-full border-2 border-sunken bg-warn" />}
      {open !== undefined && (
        <span className="absolute -end-0.5 -top-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full border-2 border-sunken bg-warn px-1 text-[10px] leading-none font-[650] text-surface">
          {open}
        </span>
      )}
    </Link>
  );
}
