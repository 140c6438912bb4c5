import { useQuery } from '@tanstack/react-query';
import type { ExportFormat, ExportKind } from '@throughline/contract';
import { type FormEvent, useState } from 'react';
import type { Draft } from '../../api/exports.ts';
import { tagsQuery } from '../../api/labels.ts';
import { timeZones } from '../../campaigns/regions.ts';
import { type Scope, useMay } from '../../shell/use-may.ts';
import { numbersQuery } from '../../templates/template-queries.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Fields, FormEnd } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TimeField } from '../../ui/time-field.tsx';
import { say } from '../../words/say.tsx';
import { dayNames } from '../week-words.ts';
import { formatWords, kindWords } from './export-words.ts';

interface Props {
  isBusy: boolean;
  problem: string | undefined;
  onSubmit: (draft: Draft) => void;
}

const needed: Record<ExportKind, Scope> = {
  contacts: 'contacts:read',
  conversations: 'conversations:read',
  messages: 'conversations:read',
  campaigns: 'campaigns:read',
  coverage: 'contacts:read',
};
const kinds = Object.keys(needed) as ExportKind[];
const formats: ExportFormat[] = ['csv', 'jsonl', 'parquet'];

interface Wanted {
  kind: ExportKind;
  format: ExportFormat;
  number: string | null;
  tag: string | null;
  accounts: boolean;
  from: string | null;
  until: string | null;
  every: 'once' | 'day' | 'week' | 'month';
  name: string;
  day: number;
  clock: string;
  zone: string;
  lastDays: number;
  keep: number;
}

/** What is to be in the file, and how often it is made. */
export function ExportForm({ isBusy, problem, onSubmit }: Props) {
  const may = useMay();
  const offered = kinds.filter((kind) => may(needed[kind]));
  const [wanted, setWanted] = useState<Wanted>({
    ...{ kind: offered[0] ?? 'contacts', format: 'csv', number: null, tag: null, accounts: false },
    ...{ from: null, until: null, every: 'once', name: '', day: 1, clock: '06:00' },
    ...{ zone: timeZones()[0] ?? 'UTC', lastDays: Number.NaN, keep: 3 },
  });
  const set = (change: Partial<Wanted>) => setWanted({ ...wanted, ...change });
  const { kind, every } = wanted;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) onSubmit(draftOf(wanted));
  };
  return (
    <form onSubmit={send}>
      <Fields>
        <RadioGroup
          label={say('exports.kindName')}
          {...(offered.length < kinds.length && { hint: say('exports.kindsMissing') })}
          value={kind}
          onChange={(value) => set({ kind: value })}
          options={offered.map((id) => ({ id, label: kindWords(id), detail: say('exports.kindDetail', { kind: id }) }))}
        />
        <Select
          label={say('exports.format')}
          value={wanted.format}
          onChange={(format) => set({ format })}
          options={formats.map((id) => ({
            id,
            label: formatWords(id),
            detail: say('exports.formatDetail', { format: id }),
          }))}
        />
        <WhoFields wanted={wanted} set={set} />
        <Select
          label={say('exports.often')}
          value={every}
          onChange={(value) => set({ every: value, day: 1 })}
          options={[
            { id: 'once', label: say('exports.once') },
            ...(['day', 'week', 'month'] as const).map((id) => ({ id, label: say('exports.every', { every: id }) })),
          ]}
        />
        {every === 'once' ? <TimeFields wanted={wanted} set={set} /> : <RhythmFields wanted={wanted} set={set} />}
        <FormEnd problem={problem}>
          <Button look="main" type="submit" isPending={isBusy}>
            {say(every === 'once' ? 'exports.make' : 'exports.saveSchedule')}
          </Button>
        </FormEnd>
      </Fields>
    </form>
  );
}

interface PartProps {
  wanted: Wanted;
  set: (change: Partial<Wanted>) => void;
}

function WhoFields({ wanted: { kind, number, tag, accounts }, set }: PartProps) {
  const may = useMay();
  const numbers = useQuery(numbersQuery).data?.data ?? [];
  const tags = useQuery({ ...tagsQuery, enabled: may('labels:read') }).data?.data ?? [];
  return (
    <>
      {numbers.length > 1 && (
        <Select
          label={say('exports.number')}
          value={number ?? 'all'}
          onChange={(id) => set({ number: id === 'all' ? null : id })}
          options={[
            { id: 'all', label: say('exports.allNumbers') },
            ...numbers.map(({ id, name, display }) => ({ id, label: name, detail: display })),
          ]}
        />
      )}
      {kind !== 'coverage' && tags.length > 0 && (
        <Select
          label={say('exports.tag')}
          value={tag ?? 'all'}
          onChange={(id) => set({ tag: id === 'all' ? null : id })}
          options={[
            { id: 'all', label: say('exports.allTags') },
            ...tags.filter(({ archived }) => !archived).map(({ id, name }) => ({ id, label: name })),
          ]}
        />
      )}
      {kind !== 'coverage' && may('identity:read') && (
        <Checkbox
          label={say('exports.accounts')}
          hint={say('exports.accountsHint')}
          isSelected={accounts}
          onChange={(on) => set({ accounts: on })}
        />
      )}
    </>
  );
}

function TimeFields({ wanted: { from, until }, set }: PartProps) {
  return (
    <>
      <DateField
        label={say('exports.from')}
        hint={say('exports.fromHint')}
        value={from}
        onChange={(day) => set({ from: day })}
      />
      <DateField
        label={say('exports.until')}
        hint={say('exports.untilHint')}
        value={until}
        onChange={(day) => set({ until: day })}
        {...(from !== null && { earliest: from })}
      />
    </>
  );
}

function RhythmFields({ wanted, set }: PartProps) {
  const { every, name, day, clock, zone, lastDays, keep } = wanted;
  return (
    <>
      <TextField label={say('exports.name')} value={name} onChange={(value) => set({ name: value })} isRequired />
      {every === 'week' && (
        <Select
          label={say('exports.weekday')}
          value={String(day)}
          onChange={(value) => set({ day: Number(value) })}
          options={dayNames().map((label, place) => ({ id: String(place + 1), label }))}
        />
      )}
      {every === 'month' && (
        <NumberField
          label={say('exports.monthday')}
          hint={say('exports.monthdayHint')}
          minValue={1}
          maxValue={31}
          value={day}
          onChange={(value) => set({ day: value })}
        />
      )}
      <TimeField label={say('exports.clock')} value={clock} onChange={(value) => set({ clock: value ?? '06:00' })} />
      <ComboBox
        label={say('exports.zone')}
        nothing={say('exports.noZone')}
        value={zone}
        onChange={(value) => set({ zone: value ?? zone })}
        options={timeZones().map((id) => ({ id, label: id }))}
      />
      <NumberField
        label={say('exports.lastDays')}
        hint={say('exports.lastDaysHint')}
        minValue={1}
        maxValue={366}
        value={lastDays}
        onChange={(value) => set({ lastDays: value })}
      />
      <NumberField
        label={say('exports.keep')}
        hint={say('exports.keepHint')}
        minValue={1}
        maxValue={30}
        value={keep}
        onChange={(value) => set({ keep: value })}
      />
    </>
  );
}

/** Coverage has no tags and no ids, whatever was chosen for another kind before. */
function draftOf(wanted: Wanted): Draft {
  const { kind, format, number, every, name, clock, zone, keep, from, until } = wanted;
  const people = kind !== 'coverage';
  const what = { kind, format, number, tag: people ? wanted.tag : null, accounts: people && wanted.accounts };
  if (every === 'once')
    return { kind: 'once', draft: { ...what, from: beginningOf(from, 0), until: beginningOf(until, 1) } };
  const day = every === 'day' ? null : wanted.day;
  const lastDays = Number.isNaN(wanted.lastDays) ? null : wanted.lastDays;
  return { kind: 'again', draft: { ...what, name, every, day, clock, zone, lastDays, keep } };
}

/** Midnight here, so many days after a day. */
function beginningOf(day: string | null, after: number): string | null {
  if (day === null) return null;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + after).toISOString();
}
