// One line of the command menu.

import type { ReactNode } from 'react';

export interface Entry {
  id: string;
  content: ReactNode;
  run: () => void;
  /** Somebody, or a conversation: worth going back to. */
  isPlace?: boolean;
}
