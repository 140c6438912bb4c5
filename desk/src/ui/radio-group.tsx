import { RadioGroup as AriaGroup, RadioButton, RadioField, Text } from 'react-aria-components';
import { FieldHelp, FieldLabel, type FieldWords } from './field.tsx';
import type { Option } from './select.tsx';

interface Props<T extends string> extends FieldWords {
  options: readonly Option<T>[];
  value: T | null;
  onChange: (value: T) => void;
  isDisabled?: boolean | undefined;
  className?: string;
}

/** One of two to six, all of them in sight, each with room to say what it means. */
export function RadioGroup<T extends string>({ label, hint, problem, hidesLabel, options, ...rest }: Props<T>) {
  const { value, onChange, isDisabled = false, className = '' } = rest;
  return (
    <AriaGroup
      value={value}
      onChange={(next) => onChange(next as T)}
      isDisabled={isDisabled}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      className={className}
    >
      <FieldLabel label={label} hidesLabel={hidesLabel ?? false} />
      <div className="flex flex-col gap-0.5">
        {options.map((option) => (
          <RadioField key={option.id} value={option.id} isDisabled={option.isDisabled ?? false}>
            <RadioButton className="group flex min-h-7 cursor-pointer items-start gap-2 rounded-sm py-1 data-[disabled]:cursor-default data-[disabled]:opacity-60">
              <span className="mt-px grid size-4.5 shrink-0 place-items-center rounded-full border border-edge bg-surface group-data-[selected]:border-[5.5px] group-data-[selected]:border-accent forced-colors:group-data-[selected]:border-[Highlight]" />
              {option.label}
            </RadioButton>
            {option.detail !== undefined && (
              <Text slot="description" className="-mt-0.5 mb-1 block ps-6.5 text-s text-ink-3">
                {option.detail}
              </Text>
            )}
          </RadioField>
        ))}
      </div>
      <FieldHelp hint={hint} problem={problem} />
    </AriaGroup>
  );
}

/** One of two to four short words, in a row: a way of looking, or a small setting. */
export function Segments<T extends string>({ label, hidesLabel = true, options, ...rest }: Props<T>) {
  const { value, onChange, isDisabled = false, className = '' } = rest;
  return (
    <AriaGroup
      value={value}
      onChange={(next) => onChange(next as T)}
      isDisabled={isDisabled}
      orientation="horizontal"
      className={className}
    >
      <FieldLabel label={label} hidesLabel={hidesLabel} />
      <div
        className={`inline-flex max-w-full flex-wrap rounded-md border border-edge p-0.5 ${isDisabled ? 'opacity-60' : ''}`}
      >
        {options.map((option) => (
          <RadioField key={option.id} value={option.id} isDisabled={option.isDisabled ?? false}>
            <RadioButton className="flex min-h-7.5 cursor-pointer items-center rounded-sm px-2.5 text-s font-medium text-ink-2 data-[disabled]:cursor-default data-[selected]:bg-accent-soft data-[selected]:font-semibold data-[selected]:text-accent forced-colors:data-[selected]:bg-[Highlight]">
              {option.label}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </AriaGroup>
  );
}
