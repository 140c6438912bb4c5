import { say } from '../words/say.tsx';

const widths = ['w-32', 'w-24', 'w-40', 'w-28', 'w-36', 'w-24', 'w-32'];

export function ListSkeleton() {
  return (
    <div role="status" aria-label={say('inbox.loading')} className="flex-1 overflow-hidden">
      {widths.map((width, index) => (
        <div key={`${width}-${index.toString()}`} className="flex h-21 gap-3 border-b border-line px-3.5 py-3">
          <div className="skeleton size-9.5 rounded-full!" />
          <div className="flex flex-1 flex-col gap-2 pt-1">
            <div className={`skeleton h-3 ${width}`} />
            <div className="skeleton h-2.5 w-20" />
            <div className="skeleton h-2.5 w-44" />
          </div>
        </div>
      ))}
    </div>
  );
}
