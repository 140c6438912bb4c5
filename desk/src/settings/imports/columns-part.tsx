import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Import, ImportMapping } from '@throughline/contract';
import { type FormEvent, useState } from 'react';
import { goOn, importQuery, importsKey, nameColumns } from '../../api/imports.ts';
import { fieldsQuery } from '../../api/labels.ts';
import { regions } from '../../campaigns/regions.ts';
import { useMay } from '../../shell/use-may.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { FormEnd } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { say } from '../../words/say.tsx';
import { optionOf, optionsFor, targetOf } from './import-words.ts';

/** The columns with what stands in them, and what each is taken for. */
export function ColumnsPart({ list, onChecked }: { list: Import; onChecked: () => void }) {
  const may = useMay();
  const client = useQueryClient();
  const fields = useQuery({ ...fieldsQuery, enabled: may('labels:read') }).data?.data ?? [];
  const [mapping, setMapping] = useState<ImportMapping>(list.mapping);
  const set = (change: Partial<ImportMapping>) => setMapping({ ...mapping, ...change });
  const check = useMutation({
    mutationFn: async () => {
      await nameColumns(list.id, mapping);
      return await goOn(list.id, 'check');
    },
    onSuccess: (after) => {
      client.setQueryData(importQuery(list.id).queryKey, after);
      onChecked();
      return client.invalidateQueries({ queryKey: importsKey });
    },
  });
  const options = optionsFor(fields);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!check.isPending) check.mutate();
  };
  return (
    <form onSubmit={send}>
      <h2 className="text-l font-semibold">{say('imports.columns')}</h2>
      <p className="mt-1 mb-4 max-w-140 text-ink-2">{say('imports.columnsHint')}</p>
      <div className="grid gap-4 sm:grid-cols-2 desk:grid-cols-3">
        {list.columns.map(({ header, samples }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one head, and they stay in their order
          <div key={`${place} ${header}`} className="min-w-0 rounded-md border border-line bg-surface p-3">
            <Select
              label={`\u2068${header}\u2069`}
              value={optionOf(mapping.columns[place] ?? null)}
              onChange={(option) =>
                set({ columns: mapping.columns.map((one, at) => (at === place ? targetOf(option) : one)) })
              }
              options={options}
            />
            <ul className="mt-2 text-s text-ink-3">
              {samples
                .filter((sample) => sample !== '')
                .slice(0, 3)
                .map((sample, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: samples have no other name, and stay in their order
                  <li key={at} className="truncate">
                    <bdi>{sample}</bdi>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
      <div className="mt-5 flex max-w-120 flex-col gap-4">
        <ComboBox
          label={say('imports.country')}
          hint={say('imports.countryHint')}
          nothing={say('imports.noCountry')}
          value={mapping.country}
          onChange={(country) => set({ country })}
          options={regions().map(({ code, name }) => ({ id: code, label: name }))}
        />
        <Checkbox
          label={say('imports.byUsername')}
          hint={say('imports.byUsernameHint')}
          isSelected={mapping.byUsername}
          onChange={(byUsername) => set({ byUsername })}
        />
        {may('labels:manage') && (
          <Checkbox
            label={say('imports.createTags')}
            isSelected={mapping.createTags}
            onChange={(createTags) => set({ createTags })}
          />
        )}
        <FormEnd problem={check.error?.message}>
          <Button look="main" type="submit" isPending={check.isPending}>
            {say('imports.check')}
          </Button>
        </FormEnd>
      </div>
    </form>
  );
}
