import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Field, FieldKind, FieldSubject } from '@throughline/contract';
import { type SubmitEvent, useState } from 'react';
import { changeField, createField } from '../api/labels.ts';
import { newKey } from '../api/new-key.ts';
import { keys } from '../api/queries.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';

export const kindWords = {
  text: 'labels.kind.text',
  number: 'labels.kind.number',
  date: 'labels.kind.date',
  choice: 'labels.kind.choice',
  yes_no: 'labels.kind.yes_no',
} as const satisfies Record<FieldKind, Key>;
export const subjectWords = {
  contact: 'labels.subject.contact',
  conversation: 'labels.subject.conversation',
} as const satisfies Record<FieldSubject, Key>;

const optionsOf = <T extends string>(words: Record<T, Key>) =>
  (Object.keys(words) as T[]).map((id) => ({ id, label: say(words[id] as 'labels.name') }));

/** A new field; or one there is, whose kind and subject stay: what was filled in must go on fitting. */
export function FieldForm({ field, onDone }: { field?: Field; onDone: () => void }) {
  const [name, setName] = useState(field?.name ?? '');
  const [subject, setSubject] = useState<FieldSubject>(field?.subject ?? 'contact');
  const [kind, setKind] = useState<FieldKind>(field?.kind ?? 'text');
  const [required, setRequired] = useState(field?.required ?? false);
  const [lines, setLines] = useState(
    (field?.choices ?? [])
      .filter(({ archived }) => !archived)
      .map(({ label }) => label)
      .join('\n'),
  );
  const [key] = useState(newKey);
  const client = useQueryClient();
  const labels = [...new Set(lines.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  const save = useMutation({
    mutationFn: () => {
      const choices = kind === 'choice' ? labels.map((label) => choiceOf(field, label)) : [];
      return field
        ? changeField(field.id, { name, required, ...(kind === 'choice' && { choices }) })
        : createField({ subject, name, kind, required, choices: choices.map(({ label }) => ({ label })) }, key);
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.labels });
      onDone();
    },
  });
  const ready = name.trim() !== '' && (kind !== 'choice' || labels.length > 0);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (ready && !save.isPending) save.mutate();
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      className="mb-4 flex flex-col gap-4 rounded-md border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap gap-3">
        <TextField
          label={say('labels.name')}
          value={name}
          onChange={setName}
          maxLength={60}
          autoFocus
          problem={save.isError ? save.error.message : undefined}
          className="min-w-48 flex-1"
        />
        {!field && (
          <>
            <Select
              label={say('labels.of')}
              options={optionsOf(subjectWords)}
              value={subject}
              onChange={setSubject}
              className="w-40"
            />
            <Select
              label={say('labels.kind')}
              options={optionsOf(kindWords)}
              value={kind}
              onChange={setKind}
              className="w-36"
            />
          </>
        )}
      </div>
      {kind === 'choice' && <TextArea label={say('labels.choices')} rows={4} value={lines} onChange={setLines} />}
      <Checkbox label={say('labels.isRequired')} isSelected={required} onChange={setRequired} />
      <div className="flex gap-2">
        <Button type="submit" look="main" isPending={save.isPending} isDisabled={!ready}>
          {field ? say('labels.save') : say('labels.add')}
        </Button>
        <Button onPress={onDone}>{say('labels.cancel')}</Button>
      </div>
    </form>
  );
}

/** A label that was there before is the same choice, so that what was chosen stays chosen. */
function choiceOf(field: Field | undefined, label: string): { id?: string; label: string } {
  const known = field?.choices.find((one) => one.label === label);
  return known ? { id: known.id, label } : { label };
}
