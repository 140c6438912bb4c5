import type { EventType } from '@throughline/contract';
import { useState } from 'react';
import type { WebhookDraft } from '../../api/webhooks.ts';
import { useMay } from '../../shell/use-may.ts';
import { Checkbox, CheckboxGroup } from '../../ui/checkbox.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { say } from '../../words/say.tsx';
import { SystemForm, type SystemFormProps } from '../systems/system-form.tsx';
import { types, typeWords } from './webhook-words.ts';

/** What a webhook is called, where it goes, and what it is told. */
export function WebhookForm({ initial, onSubmit, ...rest }: SystemFormProps<WebhookDraft>) {
  const may = useMay();
  const [all, setAll] = useState(initial ? initial.types === null : true);
  const [chosen, setChosen] = useState<readonly string[]>(initial?.types ?? []);
  const [accounts, setAccounts] = useState(initial?.accounts ?? false);
  return (
    <SystemForm
      {...rest}
      initial={initial}
      urlHint={say('webhooks.urlHint')}
      lacks={!all && chosen.length === 0}
      onSubmit={(named) => onSubmit({ ...named, types: all ? null : (chosen as EventType[]), accounts })}
    >
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
    </SystemForm>
  );
}
