import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Me } from '@throughline/contract';
import { Check, LogOut } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { signOut } from '../api/session.ts';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';
import { Avatar } from './avatar.tsx';
import { LanguageSection, PhonesSection } from './language-section.tsx';
import { accountButton } from './rail-faces.tsx';
import { useAvailability } from './use-availability.ts';
import { useOpens } from './use-opens.ts';

const roles = {
  admin: 'shell.admin',
  supervisor: 'shell.supervisor',
  agent: 'shell.agent',
  privacy_officer: 'shell.privacyOfficer',
  developer: 'shell.developer',
  auditor: 'shell.auditor',
} as const satisfies Record<Me['role'], Key>;

export function AccountMenu({ me }: { me: Me }) {
  const leave = useLeave();
  const { trigger, ref } = useOpens();
  const mayAnswer = me.scopes.includes('conversations:reply') && me.email !== null;
  return (
    <MenuTrigger {...trigger}>
      <Button ref={ref} aria-label={say('shell.accountOf', { name: me.name })} className={accountButton}>
        <Avatar id={me.email ?? me.name} name={me.name} size="s" />
      </Button>
      <Popover placement="end bottom" className="menu w-60">
        <div className="border-b border-line px-2 pt-1.5 pb-2.5">
          <p className="font-semibold">
            <bdi className="cut">{me.name}</bdi>
          </p>
          {me.email !== null && (
            <p className="text-s text-ink-3">
              <bdi className="cut">{me.email}</bdi>
            </p>
          )}
          <p className="mt-1 text-s text-ink-2">{say(roles[me.role])}</p>
        </div>
        <Menu aria-label={say('shell.account')} className="outline-none">
          {mayAnswer && <AvailabilitySection />}
          <LanguageSection />
          <Separator className="my-1.5 border-t border-line" />
          <PhonesSection />
          <Separator className="my-1.5 border-t border-line" />
          <MenuItem id="leave" className="menu-item" onAction={() => leave.mutate()}>
            <LogOut aria-hidden size={16} strokeWidth={1.75} className="rtl:-scale-x-100" />
            {say('shell.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Routing gives nothing to whoever is away. */
function AvailabilitySection() {
  const { availability, set } = useAvailability(true);
  return (
    <>
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={availability === undefined ? [] : [availability]}
        onSelectionChange={(chosen) => set([...chosen][0] as 'available' | 'away')}
      >
        <Header className="menu-head">{say('work.availability')}</Header>
        {(['available', 'away'] as const).map((one) => (
          <MenuItem key={one} id={one} textValue={say(`work.${one}`)} className="menu-item">
            {({ isSelected }) => (
              <>
                <span aria-hidden className={`size-2 rounded-full ${one === 'available' ? 'bg-accent' : 'bg-edge'}`} />
                {say(`work.${one}`)}
                {isSelected && <Check aria-hidden size={15} strokeWidth={2} className="ms-auto text-accent" />}
              </>
            )}
          </MenuItem>
        ))}
      </MenuSection>
      <Separator className="my-1.5 border-t border-line" />
    </>
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
