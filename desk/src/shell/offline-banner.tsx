import { CloudOff } from 'lucide-react';
import { say } from '../words/say.tsx';
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
          {navigator.onLine ? say('shell.cut') : say('shell.offline')}
        </p>
      )}
    </div>
  );
}
