// Who this is. Beside the thread where there is room; behind a button, sliding in, where there is not.

import type { ConversationDetail } from '@throughline/contract';
import { Suspense } from 'react';
import { lazily } from '../shell/lazily.ts';
import { useMedia } from '../shell/use-media.ts';
import { say } from '../words/say.tsx';

const loadDetails = () => import('./contact-details.tsx');
const ContactDetails = lazily(async () => (await loadDetails()).ContactDetails);
const ContextDrawer = lazily(async () => (await import('./context-drawer.tsx')).ContextDrawer);

/** Fetched beside a conversation's first questions, and kept out of the script the list waits for. */
export function loadContactDetails(): void {
  void loadDetails();
}

interface Props {
  conversation: ConversationDetail;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

export function ContextPanel({ conversation, isOpen, onOpenChange }: Props) {
  const wide = useMedia('(min-width: 75rem)');
  if (wide) {
    return (
      <aside
        aria-label={say('thread.aboutCustomer')}
        className="w-72 shrink-0 overflow-y-auto border-s border-line bg-surface px-4 py-4.5"
      >
        <Suspense>
          <ContactDetails conversation={conversation} />
        </Suspense>
      </aside>
    );
  }
  return (
    isOpen && (
      <Suspense>
        <ContextDrawer conversation={conversation} onOpenChange={onOpenChange} />
      </Suspense>
    )
  );
}
