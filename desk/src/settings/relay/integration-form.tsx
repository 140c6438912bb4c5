import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { IntegrationDraft } from '../../api/relay.ts';
import { numbersQuery } from '../../templates/template-queries.ts';
import { Checkbox, CheckboxGroup } from '../../ui/checkbox.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { say } from '../../words/say.tsx';
import { SystemForm, type SystemFormProps } from '../systems/system-form.tsx';
import { fields, fieldWords, modes } from './relay-words.tsx';

/** What an integration is called, where it waits, what it is told, and what stands in the place of numbers. */
export function IntegrationForm({ initial, onSubmit, ...rest }: SystemFormProps<IntegrationDraft>) {
  const known = useQuery(numbersQuery).data?.data ?? [];
  const [mode, setMode] = useState(initial?.mode ?? 'stable-alias');
  const [numbers, setNumbers] = useState<readonly string[] | null>(initial?.numbers ?? null);
  const [told, setTold] = useState<readonly string[] | null>(initial?.fields ?? null);
  return (
    <SystemForm
      {...rest}
      initial={initial}
      urlHint={say('relay.urlHint')}
      lacks={numbers?.length === 0 || told?.length === 0}
      onSubmit={(named) => onSubmit({ ...named, mode, numbers: numbers && [...numbers], fields: told && [...told] })}
    >
      <RadioGroup
        label={say('relay.mode')}
        {...(initial && { hint: say('relay.modeLater') })}
        value={mode}
        onChange={setMode}
        options={modes.map(({ id, label, detail }) => ({ id, label: label(), detail: detail() }))}
      />
      <AllOrSome
        words={{ name: say('relay.numbers'), all: say('relay.allNumbers'), some: say('relay.someNumbers') }}
        begins={[]}
        value={numbers}
        onChange={setNumbers}
      >
        {known.map((one) => (
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
      </AllOrSome>
      <AllOrSome
        words={{ name: say('relay.fields'), all: say('relay.allFields'), some: say('relay.someFields') }}
        begins={['messages']}
        value={told}
        onChange={setTold}
      >
        {fields.map((field) => (
          <Checkbox key={field} value={field} label={fieldWords(field)} />
        ))}
      </AllOrSome>
    </SystemForm>
  );
}

interface Choice {
  words: { name: string; all: string; some: string };
  /** What is chosen at first where it is only some. */
  begins: readonly string[];
  /** null: all. */
  value: readonly string[] | null;
  onChange: (value: readonly string[] | null) => void;
  children: ReactNode;
}

function AllOrSome({ words, begins, value, onChange, children }: Choice) {
  return (
    <>
      <RadioGroup
        label={words.name}
        value={value === null ? 'all' : 'some'}
        onChange={(which) => onChange(which === 'all' ? null : begins)}
        options={[
          { id: 'all', label: words.all },
          { id: 'some', label: words.some },
        ]}
      />
      {value !== null && (
        <CheckboxGroup label={words.some} hidesLabel value={value} onChange={onChange}>
          {children}
        </CheckboxGroup>
      )}
    </>
  );
}
