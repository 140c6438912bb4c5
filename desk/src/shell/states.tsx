// What stands where nothing can be shown: nothing there, or nothing reached. Each in words, each with a way on.

import { Link } from '@tanstack/react-router';
import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../words/say.tsx';

interface Words {
  title: string;
  detail: string;
}

export function Empty({ icon: Icon, title, detail, children }: Words & { icon: LucideIcon; children?: ReactNode }) {
  return (
    <div className="mx-auto flex max-w-72 flex-col items-center gap-1.5 px-5 py-10 text-center">
      <Icon aria-hidden className="mb-1 text-ink-3" size={26} strokeWidth={1.75} />
      <p className="text-b font-semibold">{title}</p>
      <p className="text-s text-ink-2">{detail}</p>
      {children !== undefined && <div className="mt-3 flex gap-2">{children}</div>}
    </div>
  );
}

export function Failed({ title, detail, action, onAction }: Words & { action: string; onAction: () => void }) {
  return (
    <div role="alert" className="mx-auto flex max-w-80 flex-col items-center gap-1.5 px-5 py-10 text-center">
      <CircleAlert aria-hidden className="mb-1 text-danger" size={26} strokeWidth={1.75} />
      <p className="text-b font-semibold">{title}</p>
      <p className="text-s text-ink-2">{detail}</p>
      <button type="button" className="btn mt-3" onClick={onAction}>
        {action}
      </button>
    </div>
  );
}

export function NotFound() {
  return (
    <main className="grid h-full place-items-center text-center">
      <div className="flex flex-col items-center gap-2 p-6">
        <h1 className="text-xl font-semibold">{say('shell.noPage')}</h1>
        <p className="text-ink-2">{say('shell.noPageDetail')}</p>
        <Link to="/inbox" className="btn mt-2">
          {say('shell.toInbox')}
        </Link>
      </div>
    </main>
  );
}
