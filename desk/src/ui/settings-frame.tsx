import type { ReactNode } from 'react';
import { SettingsNav } from '../settings/settings-nav.tsx';
import { say } from '../words/say.tsx';
import { PageHead, useWindowTitle } from './page.tsx';

interface Props {
  title: string;
  chips?: ReactNode;
  intro?: ReactNode;
  actions?: ReactNode;
  width?: 'text' | 'wide';
  children: ReactNode;
}

/** The frame of every page of the settings: the ways between them beside it, above it on a narrow screen. */
export function SettingsFrame({ title, chips, intro, actions, width = 'text', children }: Props) {
  useWindowTitle(`${title} · ${say('ui.settings')}`);
  return (
    <main id="main" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none! desk:flex-row">
      <SettingsNav />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page with nothing to press in it is scrolled by keyboard all the same */}
      <div tabIndex={0} className="min-h-0 min-w-0 flex-1 overflow-y-auto -outline-offset-2!">
        <div className={`mx-auto px-4 py-6 desk:px-8 desk:py-8 ${width === 'wide' ? 'max-w-300' : 'max-w-180'}`}>
          <PageHead title={title} chips={chips} intro={intro} actions={actions} />
          {children}
        </div>
      </div>
    </main>
  );
}

/** A box of settings. */
export function SettingsBox({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`divide-y divide-line rounded-md border border-line bg-surface ${className}`}>{children}</div>;
}

interface SettingProps {
  id: string;
  title: string;
  explains: ReactNode;
  children: ReactNode;
}

/** What a setting means on one side, its value on the other. Its input is described by `about-{id}`. */
export function Setting({ id, title, explains, children }: SettingProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3 p-4">
      <div className="min-w-60 flex-1">
        <h2 className="font-semibold">{title}</h2>
        <div id={`about-${id}`} className="mt-0.5 text-ink-2">
          {explains}
        </div>
      </div>
      {children}
    </div>
  );
}
