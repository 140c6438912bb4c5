// One line of the command menu.

import type { ReactNode } from 'react';
import type { Question } from './actions.ts';

export interface Entry {
  id: string;
  content: ReactNode;
  run: () => void;
  /** It asks which: the menu stays, with these. */
  asks?: Question;
  /** Somebody, or a conversation: worth going back to. */
  isPlace?: boolean;
}
