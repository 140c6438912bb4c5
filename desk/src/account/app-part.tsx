import { useQueryClient } from '@tanstack/react-query';
import type { OwnAccount } from '@throughline/contract';
import { useState } from 'react';
import { disableApp, newBackupCodes } from '../api/access.ts';
import { meQuery } from '../api/queries.ts';
import { tell } from '../shell/told.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { say } from '../words/say.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { AccountPart } from './part.tsx';
import { PasswordGate } from './password-gate.tsx';
import { SetUpApp } from './set-up-app.tsx';

type Doing = 'set_up' | 'turn_off' | 'new_codes';

/** Codes from an authenticator app: set up, turned off, new backup codes. Each is confirmed with the password. */
export function AppPart({ account }: { account: OwnAccount }) {
  const [doing, setDoing] = useState<Doing | undefined>();
  const [codes, setCodes] = useState<string[] | undefined>();
  const client = useQueryClient();
  const close = () => {
    setDoing(undefined);
    setCodes(undefined);
    void client.invalidateQueries({ queryKey: ['account'] });
    void client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const titles = { set_up: 'access.app', turn_off: 'access.turnOff', new_codes: 'access.newCodes' } as const;
  const { password, secondFactor, backupCodes } = account;
  return (
    <AccountPart
      title={say('access.app')}
      explains={
        secondFactor
          ? say('access.appOn', { codes: backupCodes ?? 0 })
          : say(password ? 'access.appOff' : 'access.appNoPassword')
      }
      actions={
        secondFactor ? (
          <>
            <Button onPress={() => setDoing('new_codes')}>{say('access.newCodes')}</Button>
            <Button look="danger" onPress={() => setDoing('turn_off')}>
              {say('access.turnOff')}
            </Button>
          </>
        ) : (
          password && <Button onPress={() => setDoing('set_up')}>{say('access.setUp')}</Button>
        )
      }
    >
      {secondFactor && <Chip tone="good">{say('access.yes')}</Chip>}
      <Dialog
        title={say(titles[doing ?? 'set_up'])}
        isOpen={doing !== undefined}
        onOpenChange={(open) => !open && close()}
        size="s"
      >
        {doing === 'set_up' && <SetUpApp onDone={close} />}
        {doing === 'turn_off' && (
          <PasswordGate
            explains={say('access.turnOffExplained')}
            deed={say('access.turnOff')}
            isDanger
            work={disableApp}
            onDone={() => {
              tell(say('access.appRemoved'));
              close();
            }}
          />
        )}
        {doing === 'new_codes' && codes === undefined && (
          <PasswordGate
            deed={say('access.newCodes')}
            work={newBackupCodes}
            onDone={(made) => setCodes(made.backupCodes)}
          />
        )}
        {codes !== undefined && <BackupCodes codes={codes} onDone={close} />}
      </Dialog>
    </AccountPart>
  );
}
