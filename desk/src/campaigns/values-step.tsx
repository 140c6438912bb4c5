import type { Campaign, ColumnMapping, TemplateSlot } from '@throughline/contract';
import { useId, useState } from 'react';
import { say } from '../words/say.tsx';
import { useChange } from './campaign-queries.ts';
import { type Filling, suggested, unfilled } from './mapping.ts';
import { Step } from './step.tsx';

interface Props {
  campaign: Campaign;
  slots: readonly TemplateSlot[];
  problems: string[];
}

/** What goes into each place of the template: a column of the list, or one text for all. */
export function ValuesStep({ campaign, slots, problems }: Props) {
  const { id, file, audience, mapping } = campaign;
  const saving = useChange(id);
  const base: ColumnMapping = mapping ?? { phone: 0, values: {} };
  const columns = audience?.kind === 'contacts' ? [] : (file?.columns ?? []);
  const set = (values: ColumnMapping['values']) => saving.mutate({ mapping: { ...base, values } });
  const hints = file && columns.length > 0 ? suggested(slots, file, base) : {};
  const left = unfilled(slots, mapping).length;
  const done =
    left === 0 ? (slots.length === 0 ? say('campaigns.nothingToFill') : say('campaigns.allFilled')) : undefined;
  return (
    <Step title={say('campaigns.values')} done={done} problems={problems} failure={saving.error?.message}>
      {slots.length === 0 && <p className="text-ink-2">{say('campaigns.sentAsStands')}</p>}
      {Object.keys(hints).length > 0 && (
        <p className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-sm bg-info-soft px-2.5 py-1.5 text-info">
          {say('campaigns.columnsBelong')}
          <button type="button" className="btn" onClick={() => set({ ...base.values, ...hints })}>
            {say('campaigns.fillIn')}
          </button>
        </p>
      )}
      <ul className="flex flex-col gap-3">
        {slots.map((slot) => (
          <Value
            key={slot.key}
            slot={slot}
            columns={columns}
            filling={base.values[slot.key]}
            onChange={(filling) => {
              const { [slot.key]: _, ...rest } = base.values;
              set(filling === undefined ? rest : { ...rest, [slot.key]: filling });
            }}
          />
        ))}
      </ul>
    </Step>
  );
}

interface ValueProps {
  slot: TemplateSlot;
  columns: NonNullable<Campaign['file']>['columns'];
  filling: Filling | undefined;
  onChange: (filling: Filling | undefined) => void;
}

function Value({ slot, columns, filling, onChange }: ValueProps) {
  const id = useId();
  const [text, setText] = useState(filling && 'text' in filling ? filling.text : '');
  // A text is chosen before it is written: until then nothing is saved.
  const [writing, setWriting] = useState(filling !== undefined && 'text' in filling);
  const chosen =
    filling && 'column' in filling ? `column-${filling.column}` : writing || columns.length === 0 ? 'text' : '';
  const choose = (value: string) => {
    setWriting(value === 'text');
    if (value.startsWith('column-')) onChange({ column: Number(value.slice('column-'.length)) });
    else if (value === 'text' && text.trim() !== '') onChange({ text });
    else onChange(undefined);
  };
  const label = slot.required ? slot.label : say('templates.mayStayEmpty', { label: slot.label });
  return (
    <li className="grid items-start gap-x-4 gap-y-1 min-[640px]:grid-cols-[12rem_1fr_1fr]">
      <label htmlFor={id} className="pt-2 font-medium wrap-anywhere">
        {label}
      </label>
      <select id={id} className="field" value={chosen} onChange={(event) => choose(event.target.value)}>
        {chosen === '' && (
          <option value="">{slot.required ? say('campaigns.choose') : say('campaigns.leftEmpty')}</option>
        )}
        {columns.map(({ index, header }) => (
          <option key={index} value={`column-${index}`}>
            {say('campaigns.column', { header })}
          </option>
        ))}
        <option value="text">{say('campaigns.sameText')}</option>
      </select>
      {chosen === 'text' ? (
        <input
          type="text"
          aria-label={say('campaigns.textFor', { label: slot.label })}
          className="field placeholder:text-ink-3"
          maxLength={2000}
          dir={text === '' ? undefined : 'auto'}
          placeholder={slot.kind === 'media' ? 'https://' : (slot.example ?? '')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => onChange(text.trim() === '' ? undefined : { text: text.trim() })}
        />
      ) : (
        <p className="truncate pt-2.5 text-s text-ink-3">
          {filling && 'column' in filling && (
            <bdi>
              {columns
                .find(({ index }) => index === filling.column)
                ?.samples.slice(0, 3)
                .join(', ')}
            </bdi>
          )}
        </p>
      )}
    </li>
  );
}
