import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Key } from '@throughline/contract';
import { KeyRound, Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { createKey, keysQuery, revokeKey } from '../../api/access.ts';
import { tell } from '../../shell/told.tsx';
import { useMay } from '../../shell/use-may.ts';
import { useNow } from '../../shell/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fields, FormEnd } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, NoPermission } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { say } from '../../words/say.tsx';
import { agoText, shortDate } from '../../words/time.ts';
import { ShownOnce } from '../systems/shown-once.tsx';
import { type RoleName, roleName, roleOptions } from './roles.ts';

/** Keys for programs. */
export function KeysScreen() {
  const may = useMay();
  const keys = useQuery({ ...keysQuery, enabled: may('keys:read') });
  const now = useNow();
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: keysQuery.queryKey });
  const [creates, setCreates] = useState(false);
  const [secret, setSecret] = useState<string | undefined>();
  const [ending, setEnding] = useState<Key | undefined>();
  const end = useMutation({
    mutationFn: (id: string) => revokeKey(id),
    onSuccess: () => {
      setEnding(undefined);
      tell(say('access.revoked'));
      return again();
    },
  });
  const manages = may('keys:manage');
  const columns: readonly [Column<Key>, ...Column<Key>[]] = [
    { id: 'name', name: say('access.name'), cell: (key) => <NameCell item={key} /> },
    { id: 'role', name: say('access.role'), cell: ({ role }) => roleName(role) },
    {
      id: 'reach',
      name: say('access.reach'),
      cell: ({ portfolios }) => <bdi>{portfolios === null ? say('access.allPortfolios') : portfolios.join(', ')}</bdi>,
    },
    {
      id: 'used',
      name: say('access.lastSeen'),
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? say('access.never') : agoText(lastUsedAt, now)),
    },
    {
      id: 'expires',
      name: say('access.expires'),
      cell: ({ expiresAt }) => (expiresAt === null ? say('access.never') : shortDate(expiresAt, now)),
    },
    {
      id: 'actions',
      name: say('access.actions'),
      hidesName: true,
      align: 'end',
      cell: (key) =>
        manages &&
        key.state === 'active' && (
          <Button
            look="quiet"
            aria-label={say('access.revokeNamed', { name: key.name })}
            onPress={() => setEnding(key)}
          >
            {say('access.revoke')}
          </Button>
        ),
    },
  ];
  return (
    <SettingsFrame
      title={say('access.keys')}
      intro={say('access.keysIntro')}
      width="wide"
      actions={
        manages && (
          <Button look="main" icon={Plus} onPress={() => setCreates(true)}>
            {say('access.createKey')}
          </Button>
        )
      }
    >
      {!may('keys:read') && <NoPermission />}
      {may('keys:read') && keys.isPending && <Skeleton shape="rows" />}
      {keys.isError && keys.data === undefined && (
        <ErrorState title={say('access.keysFailed')} detail={keys.error.message} onRetry={() => void keys.refetch()} />
      )}
      {keys.data?.data.length === 0 && (
        <EmptyState icon={KeyRound} title={say('access.noKeys')} detail={say('access.noKeysDetail')} />
      )}
      {keys.data && keys.data.data.length > 0 && (
        <Table label={say('access.keys')} columns={columns} rows={keys.data.data} rowId={(key) => key.id} />
      )}
      <Dialog title={say('access.createKey')} isOpen={creates} onOpenChange={setCreates} size="s">
        <CreateForm
          onDone={(made) => {
            setCreates(false);
            setSecret(made);
            void again();
          }}
        />
      </Dialog>
      {secret !== undefined && (
        <ShownOnce
          title={say('access.keyTitle')}
          explains={say('access.keyExplained')}
          values={[{ label: say('access.key'), value: secret }]}
          onClose={() => setSecret(undefined)}
        />
      )}
      <ConfirmDialog
        title={say('access.revokeAsk', { name: ending?.name ?? '' })}
        confirm={say('access.revoke')}
        isDanger
        isOpen={ending !== undefined}
        isBusy={end.isPending}
        failure={end.error?.message}
        onConfirm={() => ending && end.mutate(ending.id)}
        onClose={() => setEnding(undefined)}
      >
        {say('access.revokeExplained')}
      </ConfirmDialog>
    </SettingsFrame>
  );
}

function NameCell({ item }: { item: Key }) {
  return (
    <span>
      <span className="flex flex-wrap items-center gap-2">
        <bdi className="font-semibold">{item.name}</bdi>
        {item.state !== 'active' && <Chip>{say('access.keyState', { state: item.state })}</Chip>}
      </span>
      <bdi className="block font-mono text-s text-ink-3">{item.prefix}…</bdi>
    </span>
  );
}

function CreateForm({ onDone }: { onDone: (secret: string) => void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<RoleName>('developer');
  const [portfolios, setPortfolios] = useState('');
  const [expires, setExpires] = useState<string | null>(null);
  const create = useMutation({
    mutationFn: () => {
      const named = portfolios.split(/[\s,]+/).filter((one) => one !== '');
      return createKey({
        name,
        role,
        ...(named.length > 0 && { portfolios: named }),
        ...(expires !== null && { expiresAt: new Date(`${expires}T23:59:59`).toISOString() }),
      });
    },
    onSuccess: (made) => onDone(made.secret),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Fields>
        <TextField label={say('access.name')} value={name} onChange={setName} isRequired autoFocus />
        <Select label={say('access.role')} options={roleOptions()} value={role} onChange={setRole} />
        <TextField
          label={say('access.portfolio')}
          hint={say('access.portfolioHint')}
          dir="ltr"
          value={portfolios}
          onChange={setPortfolios}
        />
        <DateField
          label={say('access.expires')}
          hint={say('access.expiresHint')}
          value={expires}
          onChange={setExpires}
        />
        <FormEnd problem={create.error?.message}>
          <Button look="main" type="submit" isPending={create.isPending}>
            {say('access.createKey')}
          </Button>
        </FormEnd>
      </Fields>
    </form>
  );
}
