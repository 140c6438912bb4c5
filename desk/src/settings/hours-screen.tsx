import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schedule } from '@throughline/contract';
import { Clock, Plus } from 'lucide-react';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { schedulesQuery, workKeys } from '../api/work.ts';
import { useMay } from '../shell/use-may.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { SettingsBox, SettingsFrame } from '../ui/settings-frame.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TimeField } from '../ui/time-field.tsx';
import { say } from '../words/say.tsx';
import { clock, dayNames, daysOf, usualWeek, weekOf } from './week-words.ts';

/** When we are open. */
export function HoursScreen() {
  const answer = useQuery(schedulesQuery);
  const may = useMay();
  const [edited, setEdited] = useState<Schedule | 'new'>();
  const [leaving, setLeaving] = useState<Schedule>();
  return (
    <SettingsFrame
      title={say('work.hours')}
      intro={say('work.hoursIntro')}
      actions={
        may('teams:manage') && (
          <Button look="main" icon={Plus} onPress={() => setEdited('new')}>
            {say('work.addHours')}
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
        <EmptyState icon={Clock} title={say('work.noHours')} detail={say('work.noHoursDetail')} />
      )}
      {answer.data !== undefined && answer.data.length > 0 && (
        <SettingsBox>
          {answer.data.map((one) => (
            <section key={one.id} aria-label={one.name} className="flex flex-wrap items-start gap-3 p-4">
              <div className="min-w-48 flex-1">
                <h2 className="font-semibold">
                  <bdi>{one.name}</bdi>
                </h2>
                <p className="text-s text-ink-3">{one.timeZone}</p>
                <Week schedule={one} />
              </div>
              {may('teams:manage') && (
                <div className="flex gap-2">
                  <Button onPress={() => setEdited(one)}>{say('work.edit')}</Button>
                  <Button look="quiet" onPress={() => setLeaving(one)}>
                    {say('work.remove')}
                  </Button>
                </div>
              )}
            </section>
          ))}
        </SettingsBox>
      )}
      {edited !== undefined && (
        <HoursSheet schedule={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
      {leaving !== undefined && <RemoveHours schedule={leaving} onClose={() => setLeaving(undefined)} />}
    </SettingsFrame>
  );
}

function Week({ schedule }: { schedule: Schedule }) {
  const names = dayNames();
  return (
    <dl className="mt-2 grid max-w-80 grid-cols-[auto_1fr] gap-x-4 text-s">
      {schedule.week.map((shifts, index) => (
        <div key={names[index]} className="contents">
          <dt className="text-ink-2">{names[index]}</dt>
          <dd className="tabular-nums" dir="ltr">
            {shifts.length === 0
              ? say('work.closed')
              : shifts.map(([from, until]) => `${clock(from)}–${clock(until % 1440)}`).join(', ')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const date = /^\d{4}-\d{2}-\d{2}$/;

function HoursSheet({ schedule, onClose }: { schedule: Schedule | undefined; onClose: () => void }) {
  const client = useQueryClient();
  const before = schedule?.week ?? usualWeek;
  const [name, setName] = useState(schedule?.name ?? '');
  const [timeZone, setZone] = useState(schedule?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [days, setDays] = useState(() => daysOf(before));
  const [holidays, setHolidays] = useState(schedule?.holidays.join('\n') ?? '');
  const listed = holidays.split(/\s+/).filter((line) => line !== '');
  const areDays = listed.every((line) => date.test(line) && !Number.isNaN(Date.parse(line)));
  const save = useMutation({
    mutationFn: () =>
      call<Schedule>(schedule ? `/api/v1/schedules/${schedule.id}` : '/api/v1/schedules', {
        method: schedule ? 'PUT' : 'POST',
        body: { name: name.trim(), timeZone: timeZone.trim(), week: weekOf(days, before), holidays: listed },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: workKeys.schedules });
      onClose();
    },
  });
  const set = (index: number, next: Partial<(typeof days)[number]>) =>
    setDays((now) => now.map((day, at) => (at === index ? { ...day, ...next } : day)));
  return (
    <Sheet title={schedule ? schedule.name : say('work.addHours')} isOpen onOpenChange={(open) => !open && onClose()}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <TextField label={say('work.hoursName')} value={name} onChange={setName} maxLength={60} />
        <TextField label={say('work.zone')} hint={say('work.zoneHint')} value={timeZone} onChange={setZone} dir="ltr" />
        <ul className="flex flex-col gap-1">
          {dayNames().map((dayName, index) => {
            const day = days[index];
            if (day === undefined) return null;
            return (
              <li key={dayName} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1">
                <Switch
                  label={dayName}
                  isOn={day.isOpen}
                  onChange={(isOpen) => set(index, { isOpen })}
                  className="w-44"
                />
                {day.isOpen ? (
                  <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <TimeField
                      label={say('work.opensOn', { day: dayName })}
                      hidesLabel
                      value={day.from}
                      onChange={(from) => from !== null && set(index, { from })}
                    />
                    <TimeField
                      label={say('work.closesOn', { day: dayName })}
                      hidesLabel
                      value={day.until}
                      onChange={(until) => until !== null && set(index, { until })}
                    />
                    {day.until <= day.from && <span className="text-s text-ink-3">{say('work.nextDay')}</span>}
                  </div>
                ) : (
                  <span className="text-ink-3">{say('work.closed')}</span>
                )}
              </li>
            );
          })}
        </ul>
        <TextArea
          label={say('work.holidays')}
          hint={say('work.holidaysHint')}
          problem={areDays ? undefined : say('work.holidaysWrong')}
          value={holidays}
          onChange={setHolidays}
        />
        {save.isError && (
          <p role="alert" className="text-danger">
            {save.error.message}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button type="submit" look="main" isDisabled={name.trim() === '' || !areDays} isPending={save.isPending}>
            {say('common.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function RemoveHours({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call(`/api/v1/schedules/${schedule.id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: workKeys.schedules });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={say('work.removeHours', { name: schedule.name })}
      confirm={say('work.remove')}
      isDanger
      isOpen
      isBusy={remove.isPending}
      failure={remove.error?.message}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {say('work.removeHoursDetail')}
    </ConfirmDialog>
  );
}
