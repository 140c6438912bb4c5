import type { Campaign } from '@throughline/contract';
import { type SubmitEvent, useId, useState } from 'react';
import { DateField } from '../ui/date-field.tsx';
import { Segments } from '../ui/radio-group.tsx';
import { say } from '../words/say.tsx';
import { momentText } from '../words/time.ts';
import { dayIn, ownTimeZone } from '../words/zones.ts';
import { useChange } from './campaign-queries.ts';
import { scheduleWords } from './campaign-words.ts';
import { timeZones } from './regions.ts';
import { Step } from './step.tsx';

const starts = [
  { id: 'now', label: 'campaigns.whenIStart' },
  { id: 'later', label: 'campaigns.atATime' },
] as const;

/** When, and how fast. */
export function ScheduleStep({ campaign, problems }: { campaign: Campaign; problems: string[] }) {
  const { id, schedule, pacePerMinute } = campaign;
  const saving = useChange(id);
  const [later, setLater] = useState(schedule !== null);
  const [at, setAt] = useState(schedule?.at ?? null);
  const [zone, setZone] = useState(schedule?.timeZone ?? (timeZones()[0] as string));
  const field = useId();
  const when = schedule === null ? say('campaigns.startsByHand') : scheduleWords(schedule);
  const pace =
    pacePerMinute === null
      ? say('campaigns.planFast', { when })
      : say('campaigns.planPace', { when, pace: pacePerMinute });
  const save = (timeZone: string) => {
    if (at === null || at < earliestIn(timeZone)) return;
    if (at !== schedule?.at || timeZone !== schedule.timeZone) saving.mutate({ schedule: { at, timeZone } });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save(zone);
  };
  return (
    <Step
      title={say('campaigns.timeAndPace')}
      done={pace}
      problems={problems}
      failure={later ? undefined : saving.error?.message}
    >
      <div className="flex">
        <Segments
          label={say('campaigns.whenStarts')}
          options={starts.map(({ id: way, label }) => ({ id: way, label: say(label) }))}
          value={later ? 'later' : 'now'}
          isDisabled={saving.isPending}
          onChange={(next) => {
            setLater(next === 'later');
            if (next === 'later') save(zone);
            if (next === 'now' && schedule !== null) saving.mutate({ schedule: null });
          }}
        />
      </div>
      {later && (
        <form noValidate onSubmit={submit} className="mt-3 grid gap-x-4 gap-y-2 min-[640px]:grid-cols-2">
          <DateField
            label={say('campaigns.dayThere')}
            withTime
            value={at}
            onChange={setAt}
            onLeave={() => save(zone)}
            earliest={earliestIn(zone)}
            hint={
              schedule !== null && schedule.timeZone !== ownTimeZone()
                ? say('campaigns.onYourClock', { when: momentText(schedule.startsAt) })
                : undefined
            }
            problem={saving.error?.message}
          />
          <div>
            <label htmlFor={`${field}-zone`} className="mb-1 block font-medium">
              {say('campaigns.timeZone')}
            </label>
            <select
              id={`${field}-zone`}
              className="field"
              value={zone}
              onChange={(event) => {
                setZone(event.target.value);
                save(event.target.value);
              }}
            >
              {timeZones().map((name) => (
                <option key={name} value={name}>
                  {name.replaceAll('_', ' ')}
                </option>
              ))}
            </select>
          </div>
        </form>
      )}
      <Pace campaign={campaign} />
    </Step>
  );
}

/** The day that has begun there. Which hours of it have passed the service knows. */
function earliestIn(timeZone: string): string {
  return `${dayIn(timeZone)}T00:00`;
}

function Pace({ campaign }: { campaign: Campaign }) {
  const saving = useChange(campaign.id);
  const [text, setText] = useState(campaign.pacePerMinute?.toString() ?? '');
  const id = useId();
  const pace = text.trim() === '' ? null : Number(text);
  const wrong = pace !== null && !(Number.isInteger(pace) && pace >= 1 && pace <= 60_000);
  return (
    <div className="mt-3 max-w-80">
      <label htmlFor={id} className="mb-1 block font-medium">
        {say('campaigns.perMinute')}
      </label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        className="field w-36! tabular-nums placeholder:text-ink-3"
        placeholder={say('campaigns.noLimit')}
        aria-invalid={wrong}
        aria-describedby={`${id}-help`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => !wrong && pace !== campaign.pacePerMinute && saving.mutate({ pacePerMinute: pace })}
      />
      <p id={`${id}-help`} role="status" className={`mt-0.5 text-s ${wrong ? 'text-danger' : 'text-ink-3'}`}>
        {wrong ? say('campaigns.paceBounds') : (saving.error?.message ?? say('campaigns.paceHint'))}
      </p>
    </div>
  );
}
