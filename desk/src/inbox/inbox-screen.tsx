import { Outlet, useMatch } from '@tanstack/react-router';
import { useMedia } from '../shell/use-media.ts';
import { ListPane } from './list-pane.tsx';

/** The list, and beside it what is open; under 900 px one gives way to the other. */
export function InboxScreen() {
  const open = useMatch({ from: '/desk/inbox/$conversationId', shouldThrow: false });
  const openId = open?.params.conversationId;
  const beside = useMedia('(min-width: 56.25rem)');
  const List = beside ? 'div' : 'main';
  return (
    <>
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
