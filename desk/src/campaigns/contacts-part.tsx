import type { Audience, Campaign } from '@throughline/contract';
import { useId, useState } from 'react';
import { Field } from '../thread/compose/field.tsx';
import { say } from '../words/say.tsx';
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
      <Field
        label={say('campaigns.nameHas')}
        value={q}
        onChange={setQ}
        onBlur={saveWords}
        max={200}
        placeholder={say('campaigns.anybody')}
      />
      <Pick
        label={say('campaigns.lastHeard')}
        value={seen}
        options={seenOptions.map(({ id, label }) => ({ id, label: say(label) }))}
        onChange={(chosen) => {
          const { seenWithinDays: _in, notSeenForDays: _out, ...rest } = filter;
          const [way, days] = chosen.split('-');
          if (days === undefined) set(rest);
          else
            set(way === 'in' ? { ...rest, seenWithinDays: Number(days) } : { ...rest, notSeenForDays: Number(days) });
        }}
      />
      <Pick
        label={say('campaigns.number')}
        value={filter.hidden === undefined ? '' : String(filter.hidden)}
        options={hiddenOptions.map(({ id, label }) => ({ id, label: say(label) }))}
        onChange={(chosen) => {
          const { hidden: _, ...rest } = filter;
          set(chosen === '' ? rest : { ...rest, hidden: chosen === 'true' });
        }}
      />
      {saving.isError && (
        <p role="alert" className="col-span-full text-danger">
          {say('settings.notSaved', { why: saving.error.message })}
        </p>
      )}
    </div>
  );
}

const seenOptions = [
  { id: '', label: 'campaigns.anyTime' },
  { id: 'in-7', label: 'campaigns.in7' },
  { id: 'in-30', label: 'campaigns.in30' },
  { id: 'in-90', label: 'campaigns.in90' },
  { id: 'out-30', label: 'campaigns.out30' },
  { id: 'out-180', label: 'campaigns.out180' },
] as const;
const hiddenOptions = [
  { id: '', label: 'campaigns.shownOrHidden' },
  { id: 'false', label: 'campaigns.shown' },
  { id: 'true', label: 'campaigns.hidden' },
] as const;

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
