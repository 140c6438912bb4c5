import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OneTimeLink, User } from '@throughline/contract';
import { UserPlus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { inviteUser, usersQuery } from '../../api/access.ts';
import { useMay } from '../../shell/use-may.ts';
import { useNow } from '../../shell/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fields, FormEnd } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState, NoPermission } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { factsText } from '../../words/lists.ts';
import { say } from '../../words/say.tsx';
import { agoText, fullTime } from '../../words/time.ts';
import { ShownOnce } from '../systems/shown-once.tsx';
import { type RoleName, roleName, roleOptions } from './roles.ts';
import { UserActions } from './user-actions.tsx';

interface Made {
  name: string;
  link: OneTimeLink;
}

/** Everybody who has access: invited, changed, suspended, removed. */
export function UsersScreen() {
  const may = useMay();
  const users = useQuery({ ...usersQuery, enabled: may('users:read') });
  const now = useNow();
  const [invites, setInvites] = useState(false);
  const [made, setMade] = useState<Made | undefined>();
  const manages = may('users:manage');
  const columns: readonly [Column<User>, ...Column<User>[]] = [
    { id: 'name', name: say('access.name'), cell: (user) => <NameCell user={user} /> },
    { id: 'role', name: say('access.role'), cell: ({ role }) => roleName(role) },
    { id: 'ways', name: say('access.ways'), cell: waysOf },
    {
      id: 'seen',
      name: say('access.lastSeen'),
      cell: ({ lastSeenAt }) => (lastSeenAt === null ? say('access.never') : agoText(lastSeenAt, now)),
    },
    ...(manages
      ? [
          {
            id: 'actions',
            name: say('access.actions'),
            hidesName: true,
            align: 'end' as const,
            cell: (user: User) => <UserActions user={user} onLink={(link) => setMade({ name: user.name, link })} />,
          },
        ]
      : []),
  ];
  return (
    <SettingsFrame
      title={say('access.users')}
      intro={say('access.usersIntro')}
      width="wide"
      actions={
        manages && (
          <Button look="main" icon={UserPlus} onPress={() => setInvites(true)}>
            {say('access.invite')}
          </Button>
        )
      }
    >
      {!may('users:read') && <NoPermission />}
      {may('users:read') && users.isPending && <Skeleton shape="rows" />}
      {users.isError && users.data === undefined && (
        <ErrorState
          title={say('access.usersFailed')}
          detail={users.error.message}
          onRetry={() => void users.refetch()}
        />
      )}
      {users.data && (
        <Table label={say('access.users')} columns={columns} rows={users.data.data} rowId={(user) => user.id} />
      )}
      <Dialog title={say('access.inviteTitle')} isOpen={invites} onOpenChange={setInvites} size="s">
        <InviteForm
          onDone={(done) => {
            setInvites(false);
            setMade(done);
          }}
        />
      </Dialog>
      {made && (
        <ShownOnce
          title={say('access.linkTitle', { name: made.name })}
          explains={say('access.linkExplained', { when: fullTime(made.link.expiresAt) })}
          values={[{ label: say('access.link'), value: made.link.url }]}
          onClose={() => setMade(undefined)}
        />
      )}
    </SettingsFrame>
  );
}

function NameCell({ user }: { user: User }) {
  return (
    <span>
      <span className="flex flex-wrap items-center gap-2">
        <bdi className="font-semibold">{user.name}</bdi>
        {user.state !== 'active' && (
          <Chip tone={user.state === 'suspended' ? 'danger' : 'plain'}>
            {say('access.state', { state: user.state })}
          </Chip>
        )}
      </span>
      <bdi className="block text-s text-ink-3">{user.email}</bdi>
    </span>
  );
}

function waysOf({ signIn }: User): string {
  const ways = [
    signIn.password && say(signIn.secondFactor ? 'access.wayApp' : 'access.wayPassword'),
    signIn.passkeys > 0 && say('access.wayPasskey'),
    signIn.singleSignOn && say('access.waySso'),
  ].filter((way) => way !== false);
  return ways.length === 0 ? say('access.wayNone') : factsText(ways);
}

function InviteForm({ onDone }: { onDone: (made: Made) => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<RoleName>('agent');
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: () => inviteUser({ name, email, role }),
    onSuccess: ({ user, link }) => {
      void client.invalidateQueries({ queryKey: usersQuery.queryKey });
      onDone({ name: user.name, link });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Fields>
        <TextField label={say('access.name')} value={name} onChange={setName} isRequired autoFocus />
        <TextField label={say('access.email')} type="email" dir="ltr" value={email} onChange={setEmail} isRequired />
        <Select label={say('access.role')} options={roleOptions()} value={role} onChange={setRole} />
        <FormEnd problem={invite.error?.message}>
          <Button look="main" type="submit" isPending={invite.isPending}>
            {say('access.makeLink')}
          </Button>
        </FormEnd>
      </Fields>
    </form>
  );
}
