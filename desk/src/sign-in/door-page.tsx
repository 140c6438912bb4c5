import { type ReactNode, useEffect } from 'react';
import { Logo } from '../shell/logo.tsx';

interface Props {
  title: string;
  intro: string;
  windowTitle?: string;
  children: ReactNode;
}

/** A page before the desk: signing in, and using a link. */
export function DoorPage({ title, intro, windowTitle = `${title} · Throughline`, children }: Props) {
  useEffect(() => {
    document.title = windowTitle;
  }, [windowTitle]);
  return (
    <main className="grid h-full place-items-center overflow-auto px-5 py-10">
      <div className="w-full max-w-80">
        <Logo className="mb-6 size-10" />
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        <p className="mt-1 mb-6 text-b text-ink-2">{intro}</p>
        <div className="flex flex-col gap-4">{children}</div>
      </div>
    </main>
  );
}
