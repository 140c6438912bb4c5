// A place one goes to from the rail.

import type { LucideIcon } from 'lucide-react';

export interface RailPlace {
  to:
    | '/inbox'
    | '/mentions'
    | '/people'
    | '/parked'
    | '/reviews'
    | '/campaigns'
    | '/templates'
    | '/board'
    | '/privacy'
    | '/settings';
  icon: LucideIcon;
  label: string;
  waiting?: boolean;
  /** How many are open, as it is shown. */
  open?: string | undefined;
}
