import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OneTimeLink, User } from '@throughline/contract';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { changeUser, dropSecondFactor, endSessionsOf, linkForUser, removeUser, usersQuery } from '../../api/access.ts';
import { tell } from '../../shell/told.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { say } from '../../words/say.tsx';
import { type RoleName, roleOptions } from './roles.ts';
import { UserSessions } from './user-sessions.tsx';

type Deed = 'role' | 'suspend' | 'remove' | 'sessions' | 'app';

/** What can be done about somebody, each said before it is done. */
export function UserActions({ user, onLink }: { user: User; onLink: (link: OneTimeLink) => void }) {
  const [deed, setDeed] = useState<Deed | undefined>();
  const [looks, setLooks] = useState(false);
  const [role, setRole] = useState<RoleName>(user.role);
  const client = useQueryClient();
  const done = () => {
    setDeed(undefined);
    tell(say('access.userDone', { name: user.name }));
    return client.invalidateQueries({ queryKey: usersQuery.queryKey });
  };
  const link = useMutation({ mutationFn: () => linkForUser(user.id), onSuccess: onLink });
  const work: Record<Deed, () => Promise<unknown>> = {
    role: () => changeUser(user.id, { role }),
    suspend: () => changeUser(user.id, { suspended: true }),
    remove: () => removeUser(user.id),
    sessions: () => endSessionsOf(user.id),
    app: () => dropSecondFactor(user.id),
  };
  const act = useMutation({ mutationFn: (which: Deed) => work[which](), onSuccess: done });
  const reactivate = useMutation({ mutationFn: () => changeUser(user.id, { suspended: false }), onSuccess: done });
  const { name } = user;
  const suspended = user.state === 'suspended';
  const words = deed && wordsOf(deed, name);
  return (
    <>
      <Menu
        label={say('access.actionsFor', { name })}
        trigger={<IconButton label={say('access.actionsFor', { name })} icon={Ellipsis} />}
      >
        <MenuItem id="role" label={say('access.changeRole')} onAction={() => setDeed('role')} />
        {!suspended && <MenuItem id="link" label={say('access.newLink')} onAction={() => link.mutate()} />}
        {user.sessions > 0 && (
          <MenuItem id="where" label={say('access.userSessions')} onAction={() => setLooks(true)} />
        )}
        {user.sessions > 0 && (
          <MenuItem id="sessions" label={say('access.endSessions')} onAction={() => setDeed('sessions')} />
        )}
        {user.signIn.secondFactor && (
          <MenuItem id="app" label={say('access.dropApp')} onAction={() => setDeed('app')} />
        )}
        {suspended ? (
          <MenuItem id="reactivate" label={say('access.reactivate')} onAction={() => reactivate.mutate()} />
        ) : (
          <MenuItem id="suspend" label={say('access.suspend')} onAction={() => setDeed('suspend')} />
        )}
        <MenuItem id="remove" label={say('access.removeUser')} tone="danger" onAction={() => setDeed('remove')} />
      </Menu>
      {looks && <UserSessions user={user} onClose={() => setLooks(false)} />}
      {deed && words && (
        <ConfirmDialog
          title={words.ask}
          confirm={words.confirm}
          isDanger={deed === 'remove' || deed === 'suspend'}
          isOpen
          isBusy={act.isPending}
          failure={act.error?.message}
          onConfirm={() => act.mutate(deed)}
          onClose={() => {
            setDeed(undefined);
            act.reset();
          }}
        >
          {deed === 'role' ? (
            <Select label={say('access.role')} options={roleOptions()} value={role} onChange={setRole} />
          ) : (
            words.explains
          )}
        </ConfirmDialog>
      )}
    </>
  );
}

function wordsOf(deed: Deed, name: string): { ask: string; confirm: string; explains: string } {
  switch (deed) {
    case 'role':
      return { ask: say('access.changeRole'), confirm: say('access.changeRole'), explains: '' };
    case 'suspend':
      return {
        ask: say('access.suspendAsk', { name }),
        confirm: say('access.suspend'),
        explains: say('access.suspendExplained'),
      };
    case 'remove':
      return {
        ask: say('access.removeAsk', { name }),
        confirm: say('access.removeUser'),
        explains: say('access.removeExplained'),
      };
    case 'sessions':
      return {
        ask: say('access.endSessionsAsk', { name }),
        confirm: say('access.endSessions'),
        explains: say('access.endSessionsExplained'),
      };
    case 'app':
      return {
        ask: say('access.dropAppAsk', { name }),
        confirm: say('access.dropApp'),
        explains: say('access.dropAppExplained'),
      };
  }
}
