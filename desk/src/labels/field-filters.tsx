// A list narrowed by one's own fields: what is chosen stands beside the button, each with a way to take it off.

import { useQuery } from '@tanstack/react-query';
import type { Field } from '@throughline/contract';
import { ListFilter, X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { fieldsQuery } from '../api/labels.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { locale, say } from '../words/say.tsx';
import { isRange, readFilters, readRange, writeFilters, writeRange } from './field-filter.ts';
import { written } from './field-words.ts';

interface Props {
  /** Whose fields are offered: the list shows these. */
  subjects: readonly Field['subject'][];
  filters: readonly string[];
  onChange: (filters: string[]) => void;
  /** Only the icon: where there is little room. */
  small?: boolean;
  className?: string;
}

/** Nothing where there are no fields. */
export function FieldFilters({ subjects, filters, onChange, small = false, className = '' }: Props) {
  const all = useQuery(fieldsQuery).data?.data ?? [];
  const fields = all.filter(({ subject, archived }) => subjects.includes(subject) && !archived);
  const [isOpen, setOpen] = useState(false);
  const chosen = readFilters(filters);
  if (fields.length === 0) return null;
  const without = (id: string) => onChange(writeFilters(new Map([...chosen].filter(([other]) => other !== id))));
  return (
    <>
      <AriaButton
        className={small ? `icon-btn size-8! ${filters.length > 0 ? 'bg-accent-soft! text-accent!' : ''}` : 'btn h-10'}
        aria-label={filters.length === 0 ? say('labels.filter') : say('labels.filtered', { count: filters.length })}
        onPress={() => setOpen(true)}
      >
        <ListFilter aria-hidden size={small ? 17 : 15} strokeWidth={1.75} />
        {!small && say('labels.filter')}
      </AriaButton>
      {filters.length > 0 && (
        <ul aria-label={say('labels.filters')} className={`flex min-w-0 flex-wrap gap-1.5 ${className}`}>
          {fields
            .filter(({ id }) => chosen.has(id))
            .map((field) => (
              <Chosen
                key={field.id}
                words={filterText(field, chosen.get(field.id) ?? '')}
                onRemove={() => without(field.id)}
              />
            ))}
        </ul>
      )}
      {isOpen && (
        <Choosing
          fields={fields}
          chosen={chosen}
          onClose={() => setOpen(false)}
          onChoose={(values) => onChange(writeFilters(values))}
        />
      )}
    </>
  );
}

function Chosen({ words, onRemove }: { words: string; onRemove: () => void }) {
  return (
    <li className="chip chip-info min-h-7 max-w-full pe-0.5! text-s!">
      <bdi className="truncate">{words}</bdi>
      <AriaButton
        aria-label={say('labels.unfilter', { what: words })}
        className="grid size-6 place-items-center rounded-full hover:text-ink"
        onPress={onRemove}
      >
        <X aria-hidden size={13} strokeWidth={1.75} />
      </AriaButton>
    </li>
  );
}

interface ChoosingProps {
  fields: readonly Field[];
  chosen: ReadonlyMap<string, string>;
  onClose: () => void;
  onChoose: (values: ReadonlyMap<string, string>) => void;
}

function Choosing({ fields, chosen, onClose, onChoose }: ChoosingProps) {
  const [values, setValues] = useState(chosen);
  const choose = (next: ReadonlyMap<string, string>) => {
    onChoose(next);
    onClose();
  };
  return (
    <Dialog
      title={say('labels.filter')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      actions={
        <>
          <Button onPress={() => choose(new Map())}>{say('labels.filterNone')}</Button>
          <Button look="main" type="submit" form="field-filters">
            {say('labels.filterShow')}
          </Button>
        </>
      }
    >
      <form
        id="field-filters"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          choose(values);
        }}
      >
        {fields.map((field) => (
          <Asked
            key={field.id}
            field={field}
            value={values.get(field.id) ?? ''}
            onChange={(value) => setValues(new Map([...values, [field.id, value]]))}
          />
        ))}
      </form>
    </Dialog>
  );
}

interface AskedProps {
  field: Field;
  value: string;
  onChange: (value: string) => void;
}

const any = 'any';

function Asked({ field, value, onChange }: AskedProps) {
  if (isRange(field)) return <Range field={field} value={value} onChange={onChange} />;
  if (field.kind === 'text')
    return (
      <TextField
        label={say('labels.contains', { name: field.name })}
        value={value}
        maxLength={100}
        onChange={onChange}
      />
    );
  const options =
    field.kind === 'choice'
      ? field.choices.map(({ id, label }) => ({ id, label }))
      : ['true', 'false'].map((id) => ({ id, label: id === 'true' ? say('labels.yes') : say('labels.no') }));
  return (
    <Select
      label={field.name}
      options={[{ id: any, label: say('labels.any') }, ...options]}
      value={value === '' ? any : value}
      onChange={(id) => onChange(id === any ? '' : id)}
    />
  );
}

function Range({ field, value, onChange }: AskedProps) {
  const [from, to] = readRange(value);
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">
        <bdi>{field.name}</bdi>
      </legend>
      <div className="grid grid-cols-2 gap-3">
        {field.kind === 'date' ? (
          <>
            <DateField
              label={say('labels.from')}
              value={from || null}
              {...(to && { latest: to })}
              onChange={(day) => onChange(writeRange(day ?? '', to))}
            />
            <DateField
              label={say('labels.to')}
              value={to || null}
              {...(from && { earliest: from })}
              onChange={(day) => onChange(writeRange(from, day ?? ''))}
            />
          </>
        ) : (
          <>
            <Bound label={say('labels.from')} value={from} onChange={(next) => onChange(writeRange(next, to))} />
            <Bound label={say('labels.to')} value={to} onChange={(next) => onChange(writeRange(from, next))} />
          </>
        )}
      </div>
    </fieldset>
  );
}

function Bound({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <NumberField
      label={label}
      value={value === '' ? Number.NaN : Number(value)}
      formatOptions={{ maximumFractionDigits: 12 }}
      onChange={(next) => onChange(Number.isNaN(next) ? '' : String(next))}
    />
  );
}

/** "Size: 3 to 7", "Plan: gold". */
function filterText(field: Field, value: string): string {
  const { name } = field;
  if (field.kind === 'text') return say('labels.filterText', { name, value });
  if (!isRange(field)) return say('labels.filterIs', { name, value: shown(field, value) });
  const [from, to] = readRange(value).map((one) => (one === '' ? '' : shown(field, one)));
  if (!from) return say('labels.filterTo', { name, to: to ?? '' });
  if (!to) return say('labels.filterFrom', { name, from });
  return from === to ? say('labels.filterIs', { name, value: from }) : say('labels.filterRange', { name, from, to });
}

function shown(field: Field, value: string): string {
  const known = field.kind === 'yes_no' ? value === 'true' : field.kind === 'number' ? Number(value) : value;
  return written(field, known, locale()) ?? value;
}
