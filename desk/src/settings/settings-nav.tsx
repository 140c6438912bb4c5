import { Link } from '@tanstack/react-router';
import { type Scope, useMay } from '../shell/use-may.ts';

interface Place {
  to: '/settings/identity' | '/settings/contact-book' | '/settings/sending';
  label: string;
  needs: Scope;
}

const places: Place[] = [
  { to: '/settings/identity', label: 'Who is who', needs: 'policy:read' },
  { to: '/settings/contact-book', label: 'Contact Book', needs: 'contact-book:read' },
  { to: '/settings/sending', label: 'Sending', needs: 'sending:read' },
];

/** The pages of the settings, those one may see. A single one needs no way to itself. */
export function SettingsNav() {
  const may = useMay();
  const shown = places.filter(({ needs }) => may(needs));
  if (shown.length < 2) return <p className="text-s font-semibold text-ink-3">Settings</p>;
  return (
    <nav aria-label="Settings" className="mb-4 flex flex-wrap gap-x-1 gap-y-1 border-b border-line">
      {shown.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          className="-mb-px border-b-2 border-transparent px-2.5 py-1.5 font-medium text-ink-2 hover:text-ink"
          activeProps={{ className: 'border-accent! text-accent!', 'aria-current': 'page' }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
