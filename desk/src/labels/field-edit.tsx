import type { Field, FieldValue } from '@throughline/contract';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { DateField } from '../ui/date-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { locale, say } from '../words/say.tsx';
import { written } from './field-words.ts';

type Value = FieldValue['value'] | null;

interface Props {
  field: Field;
  value: Value;
  isReadOnly: boolean;
  onSave: (value: Value) => Promise<unknown>;
}

/** One field: its value, and pressed, what it is changed with. */
export function FieldEdit({ field, value, isReadOnly, onSave }: Props) {
  const [editing, setEditing] = useState(false);
  const save = (next: Value) => {
    setEditing(false);
    if (next !== value) void onSave(next).catch(() => undefined);
  };
  return (
    <>
      <dt className="pt-1.5 text-ink-3 wrap-anywhere">
        <bdi>{field.name}</bdi>
      </dt>
      <dd className="min-w-0">
        {isReadOnly ? (
          <p className="pt-1.5 wrap-anywhere">{written(field, value, locale())}</p>
        ) : editing ? (
          <Input field={field} value={value} onSave={save} onLeave={() => setEditing(false)} />
        ) : (
          <Button
            aria-label={say('labels.edit', {
              name: field.name,
              value: written(field, value, locale()) ?? say('labels.empty'),
            })}
            className="min-h-8 w-full rounded-sm px-1.5 text-start wrap-anywhere hover:bg-sunken"
            onPress={() => setEditing(true)}
          >
            {written(field, value, locale()) ?? (
              <span className={field.required ? 'font-medium text-warn' : 'text-ink-3'}>
                {field.required ? say('labels.missing') : say('labels.empty')}
              </span>
            )}
          </Button>
        )}
      </dd>
    </>
  );
}

interface InputProps {
  field: Field;
  value: Value;
  onSave: (value: Value) => void;
  onLeave: () => void;
}

function Input({ field, value, onSave, onLeave }: InputProps) {
  const none = { id: 'none', label: say('labels.empty') };
  switch (field.kind) {
    case 'choice':
    case 'yes_no': {
      const options =
        field.kind === 'choice'
          ? field.choices.filter(({ archived }) => !archived).map(({ id, label }) => ({ id, label }))
          : [
              { id: 'true', label: say('common.yes') },
              { id: 'false', label: say('common.no') },
            ];
      const read = (id: string) => (id === 'none' ? null : field.kind === 'yes_no' ? id === 'true' : id);
      return (
        <Select
          label={field.name}
          hidesLabel
          options={field.required ? options : [none, ...options]}
          value={value === null ? null : String(value)}
          placeholder={say('labels.choose')}
          onChange={(id) => onSave(read(id))}
        />
      );
    }
    case 'date':
      return (
        <div className="flex flex-col gap-1.5">
          <DateField label={field.name} hidesLabel value={value === null ? null : String(value)} onChange={onSave} />
          <button type="button" className="text-btn self-start" onClick={onLeave}>
            {say('labels.done')}
          </button>
        </div>
      );
    default:
      return <TextInput field={field} value={value} onSave={onSave} onLeave={onLeave} />;
  }
}

/** Kept on Enter and when it is left; Escape leaves it as it was. */
function TextInput({ field, value, onSave, onLeave }: InputProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const isNumber = field.kind === 'number';
  const number = Number(text.trim().replace(',', '.'));
  const wrong = isNumber && text.trim() !== '' && !Number.isFinite(number);
  const missing = field.required && text.trim() === '' && value !== null;
  const save = () => {
    if (wrong || missing) return;
    onSave(text.trim() === '' ? null : isNumber ? number : text.trim());
  };
  return (
    <TextField
      label={field.name}
      hidesLabel
      autoFocus
      maxLength={500}
      inputMode={isNumber ? 'decimal' : 'text'}
      value={text}
      onChange={setText}
      problem={wrong ? say('labels.notANumber') : missing ? say('labels.required') : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        else if (event.key === 'Escape') onLeave();
        else event.continuePropagation();
      }}
      onBlur={() => (wrong || missing ? onLeave() : save())}
    />
  );
}
