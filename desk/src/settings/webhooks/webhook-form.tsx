import type { EventType } from '@throughline/contract';
import { type FormEvent, useState } from 'react';
import type { WebhookDraft } from '../../api/webhooks.ts';
import { useMay } from '../../shell/use-may.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox, CheckboxGroup } from '../../ui/checkbox.tsx';
import { Fields, FormEnd } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { say } from '../../words/say.tsx';
import { types, typeWords } from './webhook-words.ts';

interface Props {
  initial?: WebhookDraft;
  /** The words of the button. */
  submit: string;
  isBusy: boolean;
  problem: string | undefined;
  onSubmit: (draft: WebhookDraft) => void;
}

/** What a webhook is called, where it goes, and what it is told. */
export function WebhookForm({ initial, submit, isBusy, problem, onSubmit }: Props) {
  const may = useMay();
  const [name, setName] = useState(initial?.name ?? '');
  const [url, setUrl] = useState(initial?.url ?? '');
  const [all, setAll] = useState(initial ? initial.types === null : true);
  const [chosen, setChosen] = useState<readonly string[]>(initial?.types ?? []);
  const [accounts, setAccounts] = useState(initial?.accounts ?? false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ name, url, types: all ? null : (chosen as EventType[]), accounts });
  };
  return (
    <form onSubmit={send}>
      <Fields>
        <TextField label={say('webhooks.name')} value={name} onChange={setName} isRequired autoFocus />
        <TextField
          label={say('webhooks.url')}
          hint={say('webhooks.urlHint')}
          dir="ltr"
          value={url}
          onChange={setUrl}
          isRequired
        />
        <RadioGroup
          label={say('webhooks.told')}
          value={all ? 'all' : 'some'}
          onChange={(value) => setAll(value === 'all')}
          options={[
            { id: 'all', label: say('webhooks.everything'), detail: say('webhooks.everythingHint') },
            { id: 'some', label: say('webhooks.only') },
          ]}
        />
        {!all && (
          <CheckboxGroup
            label={say('webhooks.which')}
            hint={say('webhooks.erasedAlways')}
            value={chosen}
            onChange={setChosen}
          >
            {types.map((type) => (
              <Checkbox key={type} value={type} label={typeWords(type)} />
            ))}
          </CheckboxGroup>
        )}
        {may('identity:read') && (
          <Checkbox
            label={say('webhooks.accounts')}
            hint={say('webhooks.accountsHint')}
            isSelected={accounts}
            onChange={setAccounts}
          />
        )}
        <FormEnd problem={problem}>
          <Button look="main" type="submit" isPending={isBusy} isDisabled={!all && chosen.length === 0}>
            {submit}
          </Button>
        </FormEnd>
      </Fields>
    </form>
  );
}
