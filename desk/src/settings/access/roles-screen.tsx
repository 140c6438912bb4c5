import { useQuery } from '@tanstack/react-query';
import type { RoleTable } from '@throughline/contract';
import { Check } from 'lucide-react';
import { rolesQuery } from '../../api/access.ts';
import { SettingsFrame } from '../../ui/settings-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { scopes } from '../../words/en/scopes.ts';
import { say } from '../../words/say.tsx';
import { roleName } from './roles.ts';

type Row = RoleTable['scopes'][number];

/** Which role may do what, as the server has it. */
export function RolesScreen() {
  const table = useQuery(rolesQuery);
  const columns: readonly [Column<Row>, ...Column<Row>[]] = [
    { id: 'may', name: say('access.may'), cell: ({ scope }) => scopeWords(scope) },
    ...(table.data?.roles ?? []).map((role) => ({
      id: role,
      name: roleName(role),
      cell: (row: Row) =>
        row.roles.includes(role) ? (
          <Check aria-label={say('access.yes')} role="img" size={16} strokeWidth={2} className="text-accent" />
        ) : (
          <span className="text-ink-3">
            <span aria-hidden>–</span>
            <span className="sr-only">{say('access.no')}</span>
          </span>
        ),
    })),
  ];
  return (
    <SettingsFrame title={say('access.roles')} intro={say('access.rolesIntro')} width="wide">
      {table.isPending && <Skeleton shape="rows" />}
      {table.isError && (
        <ErrorState
          title={say('access.rolesFailed')}
          detail={table.error.message}
          onRetry={() => void table.refetch()}
        />
      )}
      {table.data && (
        <Table label={say('access.roles')} columns={columns} rows={table.data.scopes} rowId={(row) => row.scope} />
      )}
    </SettingsFrame>
  );
}

/** A scope newer than these words stands as the server names it. */
function scopeWords(scope: string): string {
  const key = `scopes.${scope}`;
  return key in scopes ? say(key as Exclude<keyof typeof scopes, 'scopes.unknown'>) : say('scopes.unknown', { scope });
}
