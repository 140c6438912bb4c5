import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Me } from '@throughline/contract';
import { Check, LogOut } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { signOut } from '../api/session.ts';
import { changeSettings, type Direction, useSettings } from '../theme/settings.ts';
import { Avatar } from './avatar.tsx';

const roles: Record<Me['role'], string> = {
  admin: 'Administrator',
  supervisor: 'Supervisor',
  agent: 'Agent',
  privacy_officer: 'Privacy officer',
  developer: 'Developer',
  auditor: 'Auditor',
};
const directions = [
  { id: 'ltr', label: 'Left to right' },
  { id: 'rtl', label: 'Right to left' },
] as const;

export function AccountMenu({ me }: { me: Me }) {
  const { dir } = useSettings();
  const leave = useLeave();
  return (
    <MenuTrigger>
      <Button aria-label={`Account: ${me.name}`} className="grid size-9.5 place-items-center rounded-md">
        <Avatar id={me.email ?? me.name} name={me.name} size="s" />
      </Button>
      <Popover placement="end bottom" className="menu w-60">
        <div className="border-b border-line px-2 pt-1.5 pb-2.5">
          <p className="truncate font-semibold">
            <bdi>{me.name}</bdi>
          </p>
          {me.email !== null && <p className="truncate text-s text-ink-3">{me.email}</p>}
          <p className="mt-1 text-s text-ink-2">{roles[me.role]}</p>
        </div>
        <Menu aria-label="Account" className="outline-none">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[dir]}
            onSelectionChange={(chosen) => changeSettings({ dir: [...chosen][0] as Direction })}
          >
            <Header className="menu-head">Layout</Header>
            {directions.map(({ id, label }) => (
              <MenuItem key={id} id={id} textValue={label} className="menu-item">
                {({ isSelected }) => (
                  <>
                    {label}
                    {isSelected && <Check aria-hidden size={15} strokeWidth={2} className="ms-auto text-accent" />}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="my-1.5 border-t border-line" />
          <MenuItem id="leave" className="menu-item" onAction={() => leave.mutate()}>
            <LogOut aria-hidden size={16} strokeWidth={1.75} className="rtl:-scale-x-100" />
            Sign out
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function useLeave() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      await navigate({ to: '/sign-in' });
      client.removeQueries();
    },
  });
}
