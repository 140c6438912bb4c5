import { useQuery } from '@tanstack/react-query';
import { sendingQuery } from '../api/people.ts';
import { SettingsFrame } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { SendingNumber } from './sending-number.tsx';

/** How sending goes on each of our numbers, and what holds it back. Kept fresh while it is looked at. */
export function SendingScreen() {
  const answer = useQuery(sendingQuery);
  return (
    <SettingsFrame
      title="Sending"
      intro="How fast messages go out on each business number, what waits, and what holds it back."
    >
      {answer.isPending && <Skeleton />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title="Sending could not be looked at"
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
      {answer.data?.data.length === 0 && <p className="text-ink-2">No business number is connected yet.</p>}
    </SettingsFrame>
  );
}
