import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session, User } from '@throughline/contract';
import { MonitorSmartphone } from 'lucide-react';
import { deviceText, SessionRow } from '../../account/session-row.tsx';
import { endSessionOf, userSessionsQuery, usersQuery } from '../../api/access.ts';
import { tell } from '../../shell/told.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { List } from '../../ui/list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { say } from '../../words/say.tsx';

/** Where somebody is signed in, and ending any of it. */
export function UserSessions({ user, onClose }: { user: User; onClose: () => void }) {
  const title = say('access.userSessionsOf', { name: user.name });
  return (
    <Dialog title={title} isOpen onOpenChange={onClose}>
      <Sessions user={user} title={title} />
    </Dialog>
  );
}

function Sessions({ user, title }: { user: User; title: string }) {
  const sessions = useQuery(userSessionsQuery(user.id));
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: ({ id }: Session) => endSessionOf(user.id, id),
    onSuccess: (_, session) => tell(say('access.sessionEnded', { device: deviceText(session) })),
    // The sessions stand below the users.
    onSettled: () => client.invalidateQueries({ queryKey: usersQuery.queryKey }),
  });
  if (sessions.isPending) return <Skeleton shape="rows" />;
  if (sessions.data === undefined)
    return (
      <ErrorState
        title={say('access.userSessionsFailed')}
        detail={sessions.error.message}
        onRetry={() => void sessions.refetch()}
      />
    );
  const rows = sessions.data.data;
  if (rows.length === 0)
    return (
      <EmptyState icon={MonitorSmartphone} title={say('access.noSessions')} detail={say('access.noSessionsDetail')} />
    );
  return (
    <>
      {end.isError && (
        <Banner tone="danger" isLive>
          {end.error.message}
        </Banner>
      )}
      <List label={title}>
        {rows.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            isBusy={end.isPending && end.variables.id === session.id}
            onEnd={() => end.mutate(session)}
          />
        ))}
      </List>
    </>
  );
}
