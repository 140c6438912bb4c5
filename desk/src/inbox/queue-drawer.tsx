import { useState } from 'react';
import type { ListQuery } from '../api/conversation-lists.ts';
import { Sheet } from '../ui/sheet.tsx';
import { say } from '../words/say.tsx';
import { Queues } from './queues.tsx';

/** The queues where there is no room beside the list. Fetched when somebody first opens it. */
export function QueueDrawer({ query, onClosed }: { query: ListQuery; onClosed: () => void }) {
  const [isOpen, setOpen] = useState(true);
  const close = (open: boolean) => {
    setOpen(open);
    if (!open) onClosed();
  };
  return (
    <Sheet title={say('work.queues')} isOpen={isOpen} onOpenChange={close}>
      <Queues query={query} onChosen={() => close(false)} />
    </Sheet>
  );
}
