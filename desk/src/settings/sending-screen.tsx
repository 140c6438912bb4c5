import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sendingQuery } from '../api/people.ts';
import { Failed } from '../shell/states.tsx';
import { useDelayed } from '../shell/use-delayed.ts';
import { SendingNumber } from './sending-number.tsx';
import { SettingsNav } from './settings-nav.tsx';

/** How sending goes on each of our numbers, and what holds it back. Kept fresh while it is looked at. */
export function SendingScreen() {
  const answer = useQuery(sendingQuery);
  const slow = useDelayed(answer.isPending, 300);
  useEffect(() => {
    document.title = 'Sending · Settings · Throughline';
  }, []);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-180 px-4 py-6 desk:px-8 desk:py-8">
        <SettingsNav />
        <h1 className="text-xl font-semibold tracking-tight">Sending</h1>
        <p className="mt-1 mb-5 max-w-140 text-ink-2">
          How fast messages go out on each business number, what waits, and what holds it back.
        </p>
        {slow && <div role="status" aria-label="Loading" className="skeleton h-80" />}
        {answer.isError && answer.data === undefined && (
          <Failed
            title="Sending could not be looked at"
            detail={answer.error.message}
            action="Try again"
            onAction={() => void answer.refetch()}
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
      </div>
    </main>
  );
}
