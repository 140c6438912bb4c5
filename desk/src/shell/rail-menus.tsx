import type { Me } from '@throughline/contract';
import { AccountMenu } from './account-menu.tsx';
import { ThemeMenu } from './theme-menu.tsx';

/** Fetched after the rest of the rail: nobody opens these in the first moment. */
export function RailMenus({ me }: { me: Me }) {
  return (
    <>
      <ThemeMenu />
      <AccountMenu me={me} />
    </>
  );
}
