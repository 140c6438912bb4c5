import { Link, type LinkProps } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';

interface Props {
  title: string;
  /** Chips right after the title. */
  chips?: ReactNode;
  /** What the page is for, in a sentence or two. */
  intro?: ReactNode;
  actions?: ReactNode;
  /** The page above, and its name. */
  back?: { to: NonNullable<LinkProps['to']>; label: string };
  /** The title of the window where it says more than the page's own: `Sending · Settings`. */
  windowTitle?: string;
  /** `wide` for tables and boards. */
  width?: 'text' | 'wide';
  children: ReactNode;
}

/** The frame of a screen: where one is, what can be done here, and what stands here. */
export function Page({ title, chips, intro, actions, back, windowTitle = title, width = 'text', children }: Props) {
  useWindowTitle(windowTitle);
  return (
    <main id="main" tabIndex={-1} className="min-h-0 min-w-0 flex-1 overflow-y-auto outline-none!">
      <div className={`mx-auto px-4 py-6 desk:px-8 desk:py-8 ${width === 'wide' ? 'max-w-300' : 'max-w-180'}`}>
        <PageHead title={title} chips={chips} intro={intro} actions={actions} {...(back && { back })} />
        {children}
      </div>
    </main>
  );
}

/** Title, deeds and way back; used by Page and by the settings. */
export function PageHead({ title, chips, intro, actions, back }: Omit<Props, 'children' | 'width' | 'windowTitle'>) {
  return (
    <div className="mb-5">
      {back && (
        <Link to={back.to} className="text-btn mb-2 inline-flex items-center gap-1">
          <ArrowLeft aria-hidden size={15} strokeWidth={1.75} className="rtl:-scale-x-100" /> {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <h1 className="flex min-w-0 flex-wrap items-center gap-x-2 text-xl font-semibold tracking-tight">
          <bdi className="wrap-anywhere">{title}</bdi> {chips}
        </h1>
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {intro !== undefined && <div className="mt-1 max-w-140 text-ink-2">{intro}</div>}
    </div>
  );
}

/** To the top of the page, for where what had the focus is gone. */
export function focusPage(): void {
  document.getElementById('main')?.focus();
}

/** Names the window after what it shows, for tabs, history and those who listen. */
export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Throughline`;
  }, [title]);
}
