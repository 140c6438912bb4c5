import { useQuery } from '@tanstack/react-query';
import { accountQuery } from '../api/access.ts';
import { Banner } from '../ui/banner.tsx';
import { SettingsFrame } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { AppPart } from './app-part.tsx';
import { PasskeysPart } from './passkeys-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { SessionsPart } from './sessions-part.tsx';

/** How one signs in, and where one is signed in. */
export function AccountScreen() {
  const account = useQuery(accountQuery);
  return (
    <SettingsFrame title={say('access.account')} intro={say('access.accountIntro')}>
      {account.isPending && <Skeleton />}
      {account.isError && account.data === undefined && (
        <ErrorState
          title={say('access.accountFailed')}
          detail={account.error.message}
          onRetry={() => void account.refetch()}
        />
      )}
      {account.data && (
        <div className="flex flex-col gap-4">
          {account.data.secondFactorNeeded && (
            <Banner tone="warn" title={say('access.needed')}>
              {say('access.neededDetail')}
            </Banner>
          )}
          <PasswordPart account={account.data} />
          <AppPart account={account.data} />
          <PasskeysPart account={account.data} />
          <SessionsPart />
        </div>
      )}
    </SettingsFrame>
  );
}
