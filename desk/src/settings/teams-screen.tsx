import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Team } from '@throughline/contract';
import { Plus, Users } from 'lucide-react';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { agentsQuery, teamsQuery, workKeys } from '../api/work.ts';
import { useMay } from '../shell/use-may.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox, CheckboxGroup } from '../ui/checkbox.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SettingsBox, SettingsFrame } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { TextField } from '../ui/text-field.tsx';
import { say } from '../words/say.tsx';

/** Who works together. */
export function TeamsScreen() {
  const answer = useQuery(teamsQuery);
  const may = useMay();
  const [edited, setEdited] = useState<Team | 'new'>();
  const [leaving, setLeaving] = useState<Team>();
  return (
    <SettingsFrame
      title={say('work.teams')}
      intro={say('work.teamsIntro')}
      actions={
        may('teams:manage') && (
          <Button look="main" icon={Plus} onPress={() => setEdited('new')}>
            {say('work.addTeam')}
          </Button>
        )
      }
    >
      {answer.isPending && <Skeleton />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title={say('work.failedToLoad')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.data?.length === 0 && (
        <EmptyState icon={Users} title={say('work.noTeams')} detail={say('work.noTeamsDetail')} />
      )}
      {answer.data !== undefined && answer.data.length > 0 && (
        <SettingsBox>
          {answer.data.map((team) => (
            <section key={team.id} aria-label={team.name} className="flex flex-wrap items-start gap-3 p-4">
              <div className="min-w-48 flex-1">
                <h2 className="font-semibold">
                  <bdi>{team.name}</bdi>
                </h2>
                <p className="text-s text-ink-3">{say('work.membersOf', { count: team.members.length })}</p>
                <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-ink-2">
                  {team.members.map(({ id, name }) => (
                    <bdi key={id}>{name}</bdi>
                  ))}
                </p>
              </div>
              {may('teams:manage') && (
                <div className="flex gap-2">
                  <Button onPress={() => setEdited(team)}>{say('work.edit')}</Button>
                  <Button look="quiet" onPress={() => setLeaving(team)}>
                    {say('work.remove')}
                  </Button>
                </div>
              )}
            </section>
          ))}
        </SettingsBox>
      )}
      {edited !== undefined && (
        <TeamDialog team={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
      {leaving !== undefined && <RemoveTeam team={leaving} onClose={() => setLeaving(undefined)} />}
    </SettingsFrame>
  );
}

function TeamDialog({ team, onClose }: { team: Team | undefined; onClose: () => void }) {
  const { data: agents = [] } = useQuery(agentsQuery);
  const client = useQueryClient();
  const [name, setName] = useState(team?.name ?? '');
  const [members, setMembers] = useState(team?.members.map(({ id }) => id) ?? []);
  const save = useMutation({
    mutationFn: () =>
      call<Team>(team ? `/api/v1/teams/${team.id}` : '/api/v1/teams', {
        method: team ? 'PUT' : 'POST',
        body: { name: name.trim(), members },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: workKeys.teams });
      void client.invalidateQueries({ queryKey: workKeys.queues });
      onClose();
    },
  });
  return (
    <Dialog
      title={team ? team.name : say('work.addTeam')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button look="main" isDisabled={name.trim() === ''} isPending={save.isPending} onPress={() => save.mutate()}>
            {say('common.save')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={say('work.teamName')}
          value={name}
          onChange={setName}
          maxLength={60}
          problem={save.error?.message}
        />
        <CheckboxGroup label={say('work.members')} value={members} onChange={setMembers}>
          {agents.map((agent) => (
            <Checkbox key={agent.id} value={agent.id} label={<bdi>{agent.name}</bdi>} />
          ))}
        </CheckboxGroup>
      </div>
    </Dialog>
  );
}

function RemoveTeam({ team, onClose }: { team: Team; onClose: () => void }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call(`/api/v1/teams/${team.id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: workKeys.teams });
      void client.invalidateQueries({ queryKey: workKeys.queues });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={say('work.removeTeam', { name: team.name })}
      confirm={say('work.remove')}
      isDanger
      isOpen
      isBusy={remove.isPending}
      failure={remove.error?.message}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {say('work.removeTeamDetail')}
    </ConfirmDialog>
  );
}
