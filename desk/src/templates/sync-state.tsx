import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, RefreshCw } from 'lucide-react';
import { keys } from '../api/queries.ts';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { say } from '../words/say.tsx';
import { agoText, fullTime } from '../words/time.ts';
import { syncTemplates, templateSyncQuery } from './template-queries.ts';

/** How fresh the copy of WhatsApp's list is, and a way to have it read again. */
export function SyncState() {
  const client = useQueryClient();
  const now = useNow();
  const may = useMay();
  const { data: sync } = useQuery(templateSyncQuery);
  const asking = useMutation({
    mutationFn: syncTemplates,
    onSuccess: (state) => {
      client.setQueryData(templateSyncQuery.queryKey, state);
      void client.invalidateQueries({ queryKey: keys.templates });
    },
  });
  if (!sync) return null;
  const running = sync.state === 'running' || asking.isPending;
  const ago = sync.at === null ? null : agoText(sync.at, now);
  return (
    <div className="mb-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {may('templates:manage') && (
          <button type="button" className="btn" disabled={running} onClick={() => asking.mutate()}>
            <RefreshCw
              aria-hidden
              size={15}
              strokeWidth={1.75}
              className={running ? 'animate-spin motion-reduce:animate-none' : ''}
            />
            {say('templates.readAgain')}
          </button>
        )}
        <p role="status" className="text-s text-ink-3" {...(sync.at !== null && { title: fullTime(sync.at) })}>
          {running
            ? say('templates.reading')
            : ago === null
              ? say('templates.notRead')
              : say('templates.lastRead', { ago })}
        </p>
      </div>
      {(sync.problem ?? asking.error?.message) !== undefined && !running && sync.problem !== null && (
        <p role="alert" className="mt-2 flex gap-2 rounded-sm bg-danger-soft px-2.5 py-1.5 text-danger">
          <CircleAlert aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" />
          {sync.problem}
        </p>
      )}
      {asking.isError && (
        <p role="alert" className="mt-2 text-danger">
          {asking.error.message}
        </p>
      )}
    </div>
  );
}
