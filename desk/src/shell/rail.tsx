import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Me } from '@throughline/contract';
import { Inbox, Keyboard, type LucideIcon, PackageSearch } from 'lucide-react';
import { RequestProblem } from '../api/client.ts';
import { parkedQuery } from '../api/queries.ts';
import { AccountMenu } from './account-menu.tsx';
import { Logo } from './logo.tsx';
import { ThemeMenu } from './theme-menu.tsx';

const parkedRoles: Me['role'][] = ['supervisor', 'admin', 'developer'];

/** `compact`: a thread is open, and on a narrow screen the rail gives its place to it. */
export function Rail({ me, compact, onHelp }: { me: Me; compact: boolean; onHelp: () => void }) {
  const mayPark = parkedRoles.includes(me.role);
  const parked = useInfiniteQuery({ ...parkedQuery, enabled: mayPark });
  const forbidden = parked.error instanceof RequestProblem && parked.error.status === 403;
  const waiting = parked.data?.pages.some(({ data }) => data.length > 0) ?? false;
  return (
    <nav
      aria-label="Main"
      className={`${compact ? 'hidden desk:flex' : 'flex'} shrink-0 items-center justify-around gap-1.5 border-line bg-sunken p-1.5 max-desk:border-t desk:w-14 desk:flex-col desk:justify-start desk:border-e desk:py-3.5`}
    >
      <Logo className="mb-3 size-7.5 max-desk:hidden" />
      <Place to="/inbox" icon={Inbox} label="Inbox" />
      {mayPark && !forbidden && <Place to="/parked" icon={PackageSearch} label="Parked" waiting={waiting} />}
      <div className="max-desk:hidden desk:mt-auto" />
      <button type="button" className="icon-btn max-desk:hidden" aria-label="Keys" title="Keys (?)" onClick={onHelp}>
        <Keyboard aria-hidden size={18} strokeWidth={1.75} />
      </button>
      <ThemeMenu />
      <AccountMenu me={me} />
    </nav>
  );
}

interface PlaceProps {
  to: '/inbox' | '/parked';
  icon: LucideIcon;
  label: string;
  waiting?: boolean;
}

function Place({ to, icon: Icon, label, waiting = false }: PlaceProps) {
  return (
    <Link
      to={to}
      aria-label={waiting ? `${label}, some waiting` : label}
      title={label}
      className="relative grid size-9.5 place-items-center rounded-md text-ink-3 transition-colors hover:text-ink"
      activeProps={{ className: 'bg-surface text-accent! shadow-1' }}
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
      {waiting && <i className="absolute end-1 top-1 size-2.5 rounded-full border-2 border-sunken bg-warn" />}
    </Link>
  );
}
