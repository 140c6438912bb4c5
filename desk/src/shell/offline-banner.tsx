import { CloudOff } from 'lucide-react';
import { useDelayed } from './use-delayed.ts';

const patienceMs = 3_000;

/** Short cuts mend themselves and are nobody's business; a longer one is said. */
export function OfflineBanner({ up }: { up: boolean }) {
  const late = useDelayed(!up, patienceMs);
  return (
    <div role="status">
      {late && (
        <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-1.5 text-s font-medium text-warn">
          <CloudOff aria-hidden size={15} strokeWidth={1.75} className="shrink-0" />
          {navigator.onLine
            ? 'The connection to Throughline is cut. New messages appear as soon as it is back.'
            : 'You are offline. What you write is kept, and new messages appear when you are back.'}
        </p>
      )}
    </div>
  );
}
