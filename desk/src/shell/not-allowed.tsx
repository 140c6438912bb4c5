import { useLocation } from '@tanstack/react-router';
import { useWindowTitle } from '../ui/page.tsx';
import { SettingsFrame } from '../ui/settings-frame.tsx';
import { NoPermission } from '../ui/states.tsx';
import { say } from '../words/say.tsx';

/** In the place of a screen one's role does not see; among the settings, with the ways to those it does. */
export function NotAllowed() {
  const { pathname } = useLocation();
  if (pathname.startsWith('/settings/'))
    return (
      <SettingsFrame title={say('ui.settings')}>
        <NoPermission />
      </SettingsFrame>
    );
  return <Alone />;
}

function Alone() {
  useWindowTitle(say('ui.noPermission.title'));
  return (
    <main id="main" className="grid min-h-0 min-w-0 flex-1 place-items-center overflow-y-auto">
      <NoPermission isPage />
    </main>
  );
}
