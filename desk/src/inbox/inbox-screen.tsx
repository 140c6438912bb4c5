import { Outlet, useMatch } from '@tanstack/react-router';
import { useMedia } from '../shell/use-media.ts';
import { say } from '../words/say.tsx';
import { ListPane } from './list-pane.tsx';
import { Queues } from './queues.tsx';
import { useQueue } from './use-queue.ts';

/** Queues, their list, and beside it what is open. Under 1,200 px the queues fold away; under 900 px list and thread alternate. */
export function InboxScreen() {
  const open = useMatch({ from: '/desk/inbox/$conversationId', shouldThrow: false });
  const openId = open?.params.conversationId;
  const beside = useMedia('(min-width: 56.25rem)');
  const roomy = useMedia('(min-width: 75rem)');
  const { query } = useQueue();
  const List = beside ? 'div' : 'main';
  return (
    <>
      {roomy && (
        <div className="w-50 shrink-0 overflow-y-auto border-e border-line bg-canvas px-2.5 py-4">
          {/* For the eye: the list has this heading for everybody, and the queues their name. */}
          <p aria-hidden className="px-2 pb-3 text-l font-semibold">
            {say('inbox.title')}
          </p>
          <Queues query={query} />
        </div>
      )}
      {(beside || openId === undefined) && (
        <List className="flex min-h-0 w-full flex-1 flex-col border-line bg-surface desk:w-80 desk:flex-none desk:border-e">
          <ListPane openId={openId} />
        </List>
      )}
      {(beside || openId !== undefined) && (
        <div className="flex min-h-0 min-w-0 flex-1">
          <Outlet />
        </div>
      )}
    </>
  );
}
