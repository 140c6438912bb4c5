import type { Audience, Campaign } from '@throughline/contract';
import { useId, useState } from 'react';
import { Field } from '../thread/compose/field.tsx';
import { useChange } from './campaign-queries.ts';

type Filter = Extract<Audience, { kind: 'contacts' }>['filter'];

/** Contacts here, by what is known of them. Who of them can be reached, the check says. */
export function ContactsPart({ campaign }: { campaign: Campaign }) {
  const saving = useChange(campaign.id);
  const filter = campaign.audience?.kind === 'contacts' ? campaign.audience.filter : {};
  const [q, setQ] = useState(filter.q ?? '');
  const set = (next: Filter) => saving.mutate({ audience: { kind: 'contacts', filter: next } });
  const saveWords = () => {
    const { q: before = '', ...rest } = filter;
    if (q.trim() !== before) set(q.trim() === '' ? rest : { ...rest, q: q.trim() });
  };
  const seen =
    filter.seenWithinDays !== undefined
      ? `in-${filter.seenWithinDays}`
      : filter.notSeenForDays !== undefined
        ? `out-${filter.notSeenForDays}`
        : '';
  return (
    <div className="grid gap-x-4 min-[640px]:grid-cols-3">
      <Field label="Name or number has" value={q} onChange={setQ} onBlur={saveWords} max={200} placeholder="Anybody" />
      <Pick
        label="Last heard from"
        value={seen}
        options={seenOptions}
        onChange={(chosen) => {
          const { seenWithinDays: _in, notSeenForDays: _out, ...rest } = filter;
          const [way, days] = chosen.split('-');
          if (days === undefined) set(rest);
          else
            set(way === 'in' ? { ...rest, seenWithinDays: Number(days) } : { ...rest, notSeenForDays: Number(days) });
        }}
      />
      <Pick
        label="Number"
        value={filter.hidden === undefined ? '' : String(filter.hidden)}
        options={hiddenOptions}
        onChange={(chosen) => {
          const { hidden: _, ...rest } = filter;
          set(chosen === '' ? rest : { ...rest, hidden: chosen === 'true' });
        }}
      />
      {saving.isError && (
        <p role="alert" className="col-span-full text-danger">
          Not saved. {saving.error.message}
        </p>
      )}
    </div>
  );
}

const seenOptions = [
  { id: '', label: 'Any time' },
  { id: 'in-7', label: 'In the last 7 days' },
  { id: 'in-30', label: 'In the last 30 days' },
  { id: 'in-90', label: 'In the last 90 days' },
  { id: 'out-30', label: 'Not for 30 days' },
  { id: 'out-180', label: 'Not for 180 days' },
];
const hiddenOptions = [
  { id: '', label: 'Shown or hidden' },
  { id: 'false', label: 'Shown' },
  { id: 'true', label: 'Hidden' },
];

interface PickProps {
  label: string;
  value: string;
  options: readonly { id: string; label: string }[];
  onChange: (id: string) => void;
}

function Pick({ label, value, options, onChange }: PickProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
