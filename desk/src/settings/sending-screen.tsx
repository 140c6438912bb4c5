import { useQuery } from '@tanstack/react-query';
import { sendingQuery } from '../api/people.ts';
import { SettingsFrame } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { SendingNumber } from './sending-number.tsx';

/** How sending goes on each of our numbers, and what holds it back. Kept fresh while it is looked at. */
export function SendingScreen() {
  const answer = useQuery(sendingQuery);
  return (
    <SettingsFrame title={say('settings.sending')} intro={say('settings.sendingExplained')}>
      {answer.isPending && <Skeleton />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title={say('settings.sendingFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      <ul className="flex flex-col gap-4">
        {answer.data?.data.map((sending) => (
          <li key={sending.businessNumber.id}>
            <SendingNumber sending={sending} />
          </li>
        ))}
      </ul>
      {answer.data?.data.length === 0 && <p className="text-ink-2">{say('settings.noNumber')}</p>}
    </SettingsFrame>
  );
}
