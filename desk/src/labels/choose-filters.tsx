// What a list is to be narrowed to by one's own fields: each asked for as its kind wants it.

import type { Field } from '@throughline/contract';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { say } from '../words/say.tsx';
import { isRange, readRange, writeRange } from './field-filter.ts';

interface Props {
  fields: readonly Field[];
  chosen: ReadonlyMap<string, string>;
  onClose: () => void;
  onChoose: (values: ReadonlyMap<string, string>) => void;
}

export function ChooseFilters({ fields, chosen, onClose, onChoose }: Props) {
  const [values, setValues] = useState(chosen);
  const choose = (next: ReadonlyMap<string, string>) => {
    onChoose(next);
    onClose();
  };
  return (
    <Dialog
      title={say('filters.open')}
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
      : ['true', 'false'].map((id) => ({ id, label: id === 'true' ? say('common.yes') : say('common.no') }));
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
