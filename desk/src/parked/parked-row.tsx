import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Parked } from '@throughline/contract';
import { RotateCw } from 'lucide-react';
import { call } from '../api/client.ts';
import { keys } from '../api/queries.ts';
import { useNow } from '../shell/use-now.ts';
import { say, show } from '../words/say.tsx';
import { clockTime, dayWord, fullTime } from '../words/time.ts';
import { reasonWords } from './reasons.ts';

export function ParkedRow({ item, onReplayed }: { item: Parked; onReplayed: (item: Parked) => void }) {
  const now = useNow();
  const client = useQueryClient();
  const replay = useMutation({
    mutationFn: () => call<Parked>(`/api/v1/parked/${item.id}/replay`, { method: 'POST' }),
    onSuccess: (after) => {
      if (after?.state === 'parked') return;
      onReplayed(item);
      void client.invalidateQueries({ queryKey: keys.parked });
    },
  });
  const stillParked = replay.isSuccess && replay.data?.state === 'parked';
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 p-4" data-testid="parked-item" data-id={item.id}>
      <div className="min-w-60 flex-1">
        <p className="font-semibold">{reasonWords(item.reason)}</p>
        <p className="mt-0.5 text-ink-2">{item.detail}</p>
        <p className="mt-1 text-s text-ink-3">
          {show('parked.received', {
            when: (
              <time dateTime={item.receivedAt} title={fullTime(item.receivedAt)}>
                {say('time.dayAt', { day: dayWord(item.receivedAt, now), time: clockTime(item.receivedAt) })}
              </time>
            ),
          })}
          {item.field !== null && (
            <>
              {' '}
              ·{' '}
              {show('parked.inField', {
                field: <code className="rounded-sm bg-sunken px-1 py-0.5 text-xs">{item.field}</code>,
              })}
            </>
          )}
        </p>
        <div role="status" className="text-s font-medium">
          {stillParked && (
            <p className="mt-2 text-warn">{say('parked.stillParked', { why: replay.data?.detail ?? '' })}</p>
          )}
          {replay.isError && (
            <p className="mt-2 text-danger">{say('parked.notReplayed', { why: replay.error.message })}</p>
          )}
        </div>
      </div>
      <button
        type="button"
        className="btn"
        disabled={replay.isPending || (replay.isSuccess && !stillParked)}
        aria-label={say('parked.replayItem', { reason: reasonWords(item.reason), time: clockTime(item.receivedAt) })}
        onClick={() => replay.mutate()}
      >
        <RotateCw aria-hidden size={15} strokeWidth={1.75} />
        {say('parked.replay')}
      </button>
    </li>
  );
}
