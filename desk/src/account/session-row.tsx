import type { Session } from '@throughline/contract';
import { useNow } from '../shell/use-now.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ListRow } from '../ui/list.tsx';
import { say } from '../words/say.tsx';
import { agoText } from '../words/time.ts';

/** A browser somebody is signed in with. One's own present one is ended by signing out. */
export function SessionRow({
  session,
  isBusy = false,
  onEnd,
}: {
  session: Session;
  isBusy?: boolean;
  onEnd: () => void;
}) {
  const now = useNow();
  const device = deviceText(session);
  return (
    <ListRow
      title={<bdi>{device}</bdi>}
      chips={session.current && <Chip tone="good">{say('access.thisOne')}</Chip>}
      detail={say('access.seen', { when: agoText(session.lastSeenAt, now), address: session.address ?? '–' })}
      end={
        !session.current && (
          <Button look="quiet" aria-label={say('access.signOutOf', { device })} isPending={isBusy} onPress={onEnd}>
            {say('access.signOut')}
          </Button>
        )
      }
    />
  );
}

export function deviceText({ device: { browser, system } }: Pick<Session, 'device'>): string {
  return browser !== null && system !== null
    ? say('access.device', { browser, system })
    : (browser ?? system ?? say('access.deviceUnknown'));
}
