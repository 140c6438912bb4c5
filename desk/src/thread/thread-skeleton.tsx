import { say } from '../words/say.tsx';

export function ThreadSkeleton() {
  return (
    <div role="status" aria-label={say('thread.loading')} className="flex min-w-0 flex-1 flex-col">
      <div className="flex h-15 items-center gap-3 border-b border-line bg-surface px-4.5">
        <div className="skeleton size-7 rounded-full!" />
        <div className="skeleton h-3.5 w-36" />
      </div>
      <div className="mx-auto flex w-full max-w-180 flex-1 flex-col justify-end gap-3 p-6">
        <div className="skeleton h-12 w-3/5 rounded-lg!" />
        <div className="skeleton h-16 w-1/2 self-end rounded-lg!" />
        <div className="skeleton h-12 w-2/5 rounded-lg!" />
      </div>
    </div>
  );
}
