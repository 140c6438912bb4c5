import { Navigate } from '@tanstack/react-router';
import { useMay } from '../shell/use-may.ts';
import { useMedia } from '../shell/use-media.ts';
import { Page } from '../ui/page.tsx';
import { NoPermission } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { groupsFor } from './places.ts';
import { SettingsList } from './settings-nav.tsx';

/** The list of the settings' pages where it has the screen to itself; elsewhere it stands beside each, and the first opens. */
export function SettingsIndex() {
  const isWide = useMedia('(width >= 56.25rem)');
  const first = groupsFor(useMay())[0]?.places[0];
  if (isWide && first !== undefined) return <Navigate to={first.to} replace />;
  return <Page title={say('ui.settings')}>{first === undefined ? <NoPermission /> : <SettingsList />}</Page>;
}
