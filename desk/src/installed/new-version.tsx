import { RefreshCw } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useMissing } from '../shell/lost-part.tsx';
import { say } from '../words/say.tsx';
import { changeToNewVersion, hasNewVersion, subscribeToNewVersion } from './worker.ts';

/** Said where a newer desk waits, or took away a part of this one: drafts and unsent replies are kept, so changing costs nothing but a moment. */
export function NewVersion() {
  const waits = useSyncExternalStore(subscribeToNewVersion, hasNewVersion);
  const isMissing = useMissing() > 0;
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-18 z-40 flex justify-center px-4 desk:bottom-4"
    >
      {(waits || isMissing) && (
        <p className="pointer-events-auto flex max-w-130 flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-raised py-2 ps-4 pe-3 shadow-2">
          {waits ? say('app.newVersion') : say('app.partMissing')}
          <button
            type="button"
            className="text-btn ms-auto inline-flex items-center gap-1.5"
            onClick={waits ? changeToNewVersion : () => location.reload()}
          >
            <RefreshCw aria-hidden size={14} strokeWidth={2} /> {say('app.reload')}
          </button>
        </p>
      )}
    </div>
  );
}
