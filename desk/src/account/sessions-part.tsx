import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { endOtherSessions, endOwnSession, sessionsQuery } from '../api/access.ts';
import { tell } from '../shell/told.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { List } from '../ui/list.tsx';
import { say } from '../words/say.tsx';
import { AccountPart, inPart } from './part.tsx';
import { SessionRow } from './session-row.tsx';

export function SessionsPart() {
  const sessions = useQuery(sessionsQuery);
  const [asks, setAsks] = useState(false);
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  const end = useMutation({ mutationFn: endOwnSession, onSettled: again });
  const endOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: () => {
      setAsks(false);
      tell(say('access.othersOut'));
      return again();
    },
  });
  const rows = sessions.data?.data ?? [];
  return (
    <AccountPart
      title={say('access.sessions')}
      actions={rows.length > 1 && <Button onPress={() => setAsks(true)}>{say('access.signOutOthers')}</Button>}
    >
      <List label={say('access.sessions')} className={inPart}>
        {rows.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
        ))}
      </List>
      <ConfirmDialog
        title={say('access.signOutOthersAsk')}
        confirm={say('access.signOutOthers')}
        isOpen={asks}
        isBusy={endOthers.isPending}
        failure={endOthers.error?.message}
        onConfirm={() => endOthers.mutate()}
        onClose={() => setAsks(false)}
      >
        {say('access.signOutOthersExplained')}
      </ConfirmDialog>
    </AccountPart>
  );
}
