import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Routing, SetRouting } from '@throughline/contract';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { routingQuery, schedulesQuery, teamsQuery, workKeys } from '../api/work.ts';
import { tell } from '../shell/told.tsx';
import { useMay } from '../shell/use-may.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { SettingsFrame } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState } from '../ui/states.tsx';
import { phoneText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';

/** Who gets a new conversation on each number, and what is promised there. */
export function RoutingScreen() {
  const answer = useQuery(routingQuery);
  return (
    <SettingsFrame title={say('work.routing')} intro={say('work.routingIntro')}>
      {answer.isPending && <Skeleton />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title={say('work.failedToLoad')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.data?.length === 0 && <p className="text-ink-2">{say('work.noNumbers')}</p>}
      <div className="flex flex-col gap-5">
        {answer.data?.map((routing) => (
          <RoutingForm key={routing.number.id} routing={routing} />
        ))}
      </div>
    </SettingsFrame>
  );
}

const nobody = 'none';
const orNull = (value: number) => (Number.isNaN(value) ? null : value);
const orNaN = (value: number | null) => value ?? Number.NaN;

function RoutingForm({ routing }: { routing: Routing }) {
  const { number, ...held } = routing;
  const [draft, setDraft] = useState(held);
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: schedules = [] } = useQuery(schedulesQuery);
  const client = useQueryClient();
  const isDisabled = !useMay()('teams:manage');
  const set = (next: SetRouting) => setDraft((now) => ({ ...now, ...next }) as typeof draft);
  const save = useMutation({
    mutationFn: () => call<Routing>(`/api/v1/routing/${number.id}`, { method: 'PUT', body: draft }),
    onSuccess: () => {
      tell(say('work.saved'));
      void client.invalidateQueries({ queryKey: workKeys.routing });
    },
  });
  const promise = (label: string, field: 'firstReplyMinutes' | 'nextReplyMinutes' | 'resolveMinutes') => (
    <NumberField
      label={label}
      hint={say('work.promiseHint')}
      value={orNaN(draft[field])}
      onChange={(value) => set({ [field]: orNull(value) })}
      minValue={1}
      maxValue={525_600}
      isDisabled={isDisabled}
    />
  );
  return (
    <section aria-labelledby={`number-${number.id}`} className="rounded-md border border-line bg-surface p-4">
      <h2 id={`number-${number.id}`} className="mb-4 font-semibold">
        <bdi>{number.name}</bdi>{' '}
        <bdi dir="ltr" className="font-normal text-ink-3">
          {phoneText(number.display)}
        </bdi>
      </h2>
      <div className="grid gap-4 desk:grid-cols-2">
        <Select
          label={say('work.defaultTeam')}
          value={draft.team ?? nobody}
          onChange={(team) => set({ team: team === nobody ? null : team })}
          options={[{ id: nobody, label: say('work.noTeam') }, ...teams.map(({ id, name }) => ({ id, label: name }))]}
          isDisabled={isDisabled}
        />
        <Select
          label={say('work.mode')}
          value={draft.mode}
          onChange={(mode) => set({ mode })}
          options={[
            { id: 'manual', label: say('work.modeManual') },
            { id: 'round_robin', label: say('work.modeRound') },
            { id: 'least_busy', label: say('work.modeLeast') },
          ]}
          isDisabled={isDisabled}
        />
        <NumberField
          label={say('work.cap')}
          hint={say('work.capHint')}
          value={orNaN(draft.cap)}
          onChange={(value) => set({ cap: orNull(value) })}
          minValue={1}
          maxValue={1000}
          isDisabled={isDisabled}
        />
        <NumberField
          label={say('work.threading')}
          hint={say('work.threadingHint')}
          value={draft.threadingHours}
          onChange={(value) => !Number.isNaN(value) && set({ threadingHours: value })}
          minValue={0}
          maxValue={72}
          isDisabled={isDisabled}
        />
        <Select
          label={say('work.schedule')}
          value={draft.schedule ?? nobody}
          onChange={(schedule) => set({ schedule: schedule === nobody ? null : schedule })}
          options={[
            { id: nobody, label: say('work.noSchedule') },
            ...schedules.map(({ id, name }) => ({ id, label: name })),
          ]}
          isDisabled={isDisabled}
        />
        {promise(say('work.firstReply'), 'firstReplyMinutes')}
        {promise(say('work.nextReply'), 'nextReplyMinutes')}
        {promise(say('work.resolveWithin'), 'resolveMinutes')}
      </div>
      <div className="mt-4 flex flex-col">
        <Checkbox
          label={say('work.lastAgent')}
          isSelected={draft.lastAgentFirst}
          onChange={(lastAgentFirst) => set({ lastAgentFirst })}
          isDisabled={isDisabled}
        />
        <Checkbox
          label={say('work.countedInHours')}
          isSelected={draft.businessHours}
          onChange={(businessHours) => set({ businessHours })}
          isDisabled={isDisabled || draft.schedule === null}
        />
      </div>
      {save.isError && (
        <p role="alert" className="mt-3 text-danger">
          {save.error.message}
        </p>
      )}
      {!isDisabled && (
        <div className="mt-4 flex justify-end">
          <Button look="main" isPending={save.isPending} onPress={() => save.mutate()}>
            {say('common.save')}
          </Button>
        </div>
      )}
    </section>
  );
}
