import { CloudOff } from 'lucide-react';
import { useEffect } from 'react';
import { say } from '../words/say.tsx';

/** The desk was opened without a line: it says so, tries again as soon as there is one, and on a press. */
export function OfflineStart({ onRetry }: { onRetry: () => void }) {
  useEffect(() => {
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, [onRetry]);
  return (
    <div role="alert" className="mx-auto flex max-w-80 flex-col items-center gap-1.5 px-5 py-10 text-center">
      <CloudOff aria-hidden className="mb-1 text-warn" size={26} strokeWidth={1.75} />
      <h1 className="text-b font-semibold">{say('app.offline.title')}</h1>
      <p className="text-s text-ink-2">{say('app.offline.detail')}</p>
      <button type="button" className="btn mt-3" onClick={onRetry}>
        {say('common.tryAgain')}
      </button>
    </div>
  );
}
