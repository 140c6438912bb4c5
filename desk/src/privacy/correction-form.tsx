import type { Account, Contact, Correction, Field, FieldValue } from '@throughline/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Fields, FormEnd } from '../ui/field.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PersonPicker } from '../who/person-picker.tsx';
import { identifierText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';

type What = Correction['what'];
type Value = FieldValue['value'] | null;

interface Props {
  contact: Contact;
  fields: readonly Field[];
  isBusy: boolean;
  problem: string | undefined;
  onAdd: (correction: Correction) => void;
}

/** One thing to be corrected: first what is wrong, then what is right. */
export function CorrectionForm({ contact, fields, isBusy, problem, onAdd }: Props) {
  const offered: readonly What[] = [
    'name',
    ...(fields.length > 0 ? (['field'] as const) : []),
    ...(contact.accounts.length > 1 ? (['split'] as const) : []),
    'never_merge',
  ];
  const [what, setWhat] = useState<What>('name');
  const [correction, setCorrection] = useState<Correction>();
  const choose = (next: What) => {
    setWhat(next);
    setCorrection(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (correction && !isBusy) onAdd(correction);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <Fields>
        <RadioGroup
          label={say('privacy.correctWhat')}
          options={offered.map((one) => ({ id: one, label: say('privacy.correction', { what: one }) }))}
          value={what}
          onChange={choose}
        />
        {what === 'name' && <NameInput onChange={setCorrection} />}
        {what === 'field' && <FieldInput contact={contact} fields={fields} onChange={setCorrection} />}
        {what === 'split' && <AccountInput accounts={contact.accounts} onChange={setCorrection} />}
        {what === 'never_merge' && <PersonInput contact={contact} onChange={setCorrection} />}
      </Fields>
      <FormEnd problem={problem}>
        <Button type="submit" look="main" isPending={isBusy} isDisabled={correction === undefined}>
          {say('privacy.correctAdd')}
        </Button>
      </FormEnd>
    </form>
  );
}

interface InputProps {
  onChange: (correction: Correction | undefined) => void;
}

function NameInput({ onChange }: InputProps) {
  const [name, setName] = useState('');
  const change = (text: string) => {
    setName(text);
    onChange(text.trim() === '' ? undefined : { what: 'name', name: text.trim() });
  };
  return (
    <TextField
      label={say('privacy.correctName')}
      hint={say('privacy.correctNameHint')}
      autoComplete="off"
      maxLength={200}
      value={name}
      onChange={change}
    />
  );
}

function FieldInput({ contact, fields, onChange }: InputProps & { contact: Contact; fields: readonly Field[] }) {
  const [fieldId, setFieldId] = useState<string | null>(null);
  const [value, setValue] = useState<Value>(null);
  const field = fields.find(({ id }) => id === fieldId);
  const given = (id: string, next: Value) => {
    setValue(next);
    onChange({ what: 'field', fieldId: id, value: next });
  };
  const choose = (id: string) => {
    setFieldId(id);
    given(id, contact.values.find((one) => one.field === id)?.value ?? null);
  };
  return (
    <>
      <Select
        label={say('privacy.correctField')}
        options={fields.map(({ id, name }) => ({ id, label: name }))}
        value={fieldId}
        placeholder={say('labels.choose')}
        onChange={choose}
      />
      {field && <ValueInput field={field} value={value} onChange={(next) => given(field.id, next)} />}
    </>
  );
}

function ValueInput({ field, value, onChange }: { field: Field; value: Value; onChange: (value: Value) => void }) {
  const label = say('privacy.correctValue');
  switch (field.kind) {
    case 'choice':
    case 'yes_no': {
      const options =
        field.kind === 'choice'
          ? field.choices.filter(({ archived }) => !archived).map(({ id, label: name }) => ({ id, label: name }))
          : [
              { id: 'true', label: say('common.yes') },
              { id: 'false', label: say('common.no') },
            ];
      const none = { id: 'none', label: say('privacy.empty') };
      const read = (id: string) => (id === 'none' ? null : field.kind === 'yes_no' ? id === 'true' : id);
      return (
        <Select
          label={label}
          options={field.required ? options : [none, ...options]}
          value={value === null ? 'none' : String(value)}
          onChange={(id) => onChange(read(id))}
        />
      );
    }
    case 'date':
      return <DateField label={label} value={value === null ? null : String(value)} onChange={onChange} />;
    default:
      return <WordsInput label={label} field={field} value={value} onChange={onChange} />;
  }
}

interface WordsProps {
  label: string;
  field: Field;
  value: Value;
  onChange: (value: Value) => void;
}

function WordsInput({ label, field, value, onChange }: WordsProps) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const isNumber = field.kind === 'number';
  const number = Number(text.trim().replace(',', '.'));
  const wrong = isNumber && text.trim() !== '' && !Number.isFinite(number);
  const change = (next: string) => {
    setText(next);
    const trimmed = next.trim();
    onChange(trimmed === '' ? null : isNumber ? Number(trimmed.replace(',', '.')) : trimmed);
  };
  return (
    <TextField
      label={label}
      autoComplete="off"
      maxLength={500}
      inputMode={isNumber ? 'decimal' : 'text'}
      value={text}
      onChange={change}
      problem={wrong ? say('labels.notANumber') : undefined}
    />
  );
}

function AccountInput({ accounts, onChange }: InputProps & { accounts: readonly Account[] }) {
  const [account, setAccount] = useState<string | null>(null);
  const choose = (id: string) => {
    setAccount(id);
    onChange({ what: 'split', account: id });
  };
  return (
    <Select
      label={say('privacy.correctAccount')}
      hint={say('privacy.correctAccountHint')}
      options={accounts.map(({ id, displayName, identifier }) => ({
        id,
        label: displayName,
        detail: identifierText(identifier),
      }))}
      value={account}
      placeholder={say('labels.choose')}
      onChange={choose}
    />
  );
}

function PersonInput({ contact, onChange }: InputProps & { contact: Contact }) {
  const [person, setPerson] = useState<Contact>();
  const pick = (one: Contact) => {
    setPerson(one);
    onChange({ what: 'never_merge', contact: one.id });
  };
  return (
    <div>
      <p className="mb-1 font-medium">{say('privacy.correctPerson')}</p>
      <p className="mb-2 text-s text-ink-3">{say('privacy.correctPersonHint')}</p>
      {person ? (
        <p className="rounded-md bg-sunken px-3 py-2 font-semibold">
          <bdi>{person.displayName}</bdi>{' '}
          <bdi className="font-normal text-ink-2">{identifierText(person.identifier)}</bdi>
        </p>
      ) : (
        <PersonPicker except={contact.id} onPick={pick} />
      )}
    </div>
  );
}
