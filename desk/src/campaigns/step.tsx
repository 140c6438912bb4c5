import { Circle, CircleCheck } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { say } from '../words/say.tsx';

interface Props {
  title: string;
  /** What it is set to, in a few words, once it is. */
  done: string | undefined;
  /** What stands in the way, by the server. */
  problems?: string[];
  failure?: string | undefined;
  children: ReactNode;
}

/** One step of putting a campaign together. All are on one page, in the order in which they are needed. */
export function Step({ title, done, problems = [], failure, children }: Props) {
  const id = useId();
  const Icon = done === undefined ? Circle : CircleCheck;
  return (
    <section aria-labelledby={id} className="rounded-md border border-line bg-surface p-4">
      <div className="mb-3 flex flex-wrap items-center gap-x-2">
        <Icon
          aria-hidden
          size={18}
          strokeWidth={1.75}
          className={`shrink-0 ${done === undefined ? 'text-ink-3' : 'text-accent'}`}
        />
        <h2 id={id} className="text-l font-semibold">
          {title}
        </h2>
        <span className="min-w-0 text-s text-ink-3 wrap-anywhere">{done ?? say('campaigns.toDo')}</span>
      </div>
      {children}
      <div role="status">
        {problems.map((problem) => (
          <p key={problem} className="mt-3 rounded-sm bg-warn-soft px-2.5 py-1.5 text-warn">
            {problem}
          </p>
        ))}
      </div>
      {failure !== undefined && (
        <p role="alert" className="mt-3 rounded-sm bg-danger-soft px-2.5 py-1.5 text-danger">
          {say('settings.notSaved', { why: failure })}
        </p>
      )}
    </section>
  );
}
