import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { IntegrationDraft } from '../../api/relay.ts';
import { numbersQuery } from '../../templates/template-queries.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, CheckboxGroup } from '../../ui/checkbox.tsx';
import { Fields, FormEnd } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { say } from '../../words/say.tsx';
import { fields, fieldWords, modes } from './relay-words.tsx';

interface Props {
  initial?: IntegrationDraft;
  /** The words of the button. */
  submit: string;
  isBusy: boolean;
  problem: string | undefined;
  onSubmit: (draft: IntegrationDraft) => void;
}

/** What an integration is called, where it waits, what it is told, and what stands in the place of numbers. */
export function IntegrationForm({ initial, submit, isBusy, problem, onSubmit }: Props) {
  const numbers = useQuery(numbersQuery).data?.data ?? [];
  const [name, setName] = useState(initial?.name ?? '');
  const [url, setUrl] = useState(initial?.url ?? '');
  const [mode, setMode] = useState(initial?.mode ?? 'stable-alias');
  const [someNumbers, setSomeNumbers] = useState<readonly string[] | null>(initial?.numbers ?? null);
  const [someFields, setSomeFields] = useState<readonly string[] | null>(initial?.fields ?? null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ name, url, mode, numbers: someNumbers && [...someNumbers], fields: someFields && [...someFields] });
  };
  const lacks = someNumbers?.length === 0 || someFields?.length === 0;
  return (
    <form onSubmit={send}>
      <Fields>
        <TextField label={say('webhooks.name')} value={name} onChange={setName} isRequired autoFocus />
        <TextField
          label={say('webhooks.url')}
          hint={say('relay.urlHint')}
          dir="ltr"
          value={url}
          onChange={setUrl}
          isRequired
        />
        <RadioGroup
          label={say('relay.mode')}
          {...(initial && { hint: say('relay.modeLater') })}
          value={mode}
          onChange={setMode}
          options={modes.map(({ id, label, detail }) => ({ id, label: label(), detail: detail() }))}
        />
        <RadioGroup
          label={say('relay.numbers')}
          value={someNumbers === null ? 'all' : 'some'}
          onChange={(value) => setSomeNumbers(value === 'all' ? null : [])}
          options={[
            { id: 'all', label: say('relay.allNumbers') },
            { id: 'some', label: say('relay.someNumbers') },
          ]}
        />
        {someNumbers !== null && (
          <CheckboxGroup label={say('relay.someNumbers')} hidesLabel value={someNumbers} onChange={setSomeNumbers}>
            {numbers.map((one) => (
              <Checkbox
                key={one.id}
                value={one.id}
                label={
                  <>
                    <bdi>{one.name}</bdi> <bdi dir="ltr">{one.display}</bdi>
                  </>
                }
              />
            ))}
          </CheckboxGroup>
        )}
        <RadioGroup
          label={say('relay.fields')}
          value={someFields === null ? 'all' : 'some'}
          onChange={(value) => setSomeFields(value === 'all' ? null : ['messages'])}
          options={[
            { id: 'all', label: say('relay.allFields') },
            { id: 'some', label: say('relay.someFields') },
          ]}
        />
        {someFields !== null && (
          <CheckboxGroup label={say('relay.someFields')} hidesLabel value={someFields} onChange={setSomeFields}>
            {fields.map((field) => (
              <Checkbox key={field} value={field} label={fieldWords(field)} />
            ))}
          </CheckboxGroup>
        )}
        <FormEnd problem={problem}>
          <Button look="main" type="submit" isPending={isBusy} isDisabled={lacks}>
            {submit}
          </Button>
        </FormEnd>
      </Fields>
    </form>
  );
}
