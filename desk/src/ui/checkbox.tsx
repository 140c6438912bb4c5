import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxGroup as AriaGroup, CheckboxButton, CheckboxField, FieldError, Text } from 'react-aria-components';
import { FieldHelp, FieldLabel, type FieldWords } from './field.tsx';

interface Props {
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
  /** Its place in a CheckboxGroup. */
  value?: string;
  isSelected?: boolean;
  /** Some of what it stands for, not all. */
  isIndeterminate?: boolean;
  onChange?: (on: boolean) => void;
  isDisabled?: boolean | undefined;
  /** Drawn as the box alone, in a table; `label` must then be text. */
  hidesLabel?: boolean;
  className?: string;
}

/** Yes or no, saved with the form it stands in. */
export function Checkbox({
  label,
  hint,
  problem,
  hidesLabel = false,
  isDisabled = false,
  className = '',
  ...rest
}: Props) {
  return (
    <CheckboxField
      {...rest}
      isDisabled={isDisabled}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      className={className}
    >
      <CheckboxButton className="group flex min-h-7 cursor-pointer items-start gap-2 rounded-sm py-1 data-[disabled]:cursor-default data-[disabled]:opacity-60">
        {({ isSelected, isIndeterminate }) => (
          <>
            <span className="mt-px grid size-4.5 shrink-0 place-items-center rounded-[5px] border border-edge bg-surface text-accent-ink group-data-[indeterminate]:border-accent group-data-[indeterminate]:bg-accent group-data-[invalid]:border-danger group-data-[selected]:border-accent group-data-[selected]:bg-accent forced-colors:text-[ButtonText]">
              {isIndeterminate ? (
                <Minus aria-hidden size={13} strokeWidth={2.5} />
              ) : (
                isSelected && <Check aria-hidden size={13} strokeWidth={2.5} />
              )}
            </span>
            <span className={hidesLabel ? 'sr-only' : 'min-w-0'}>{label}</span>
          </>
        )}
      </CheckboxButton>
      {problem === undefined && hint !== undefined && (
        <Text slot="description" className="block ps-6.5 text-s text-ink-3">
          {hint}
        </Text>
      )}
      {problem !== undefined && <FieldError className="block ps-6.5 text-s text-danger">{problem}</FieldError>}
    </CheckboxField>
  );
}

interface GroupProps extends FieldWords {
  value: readonly string[];
  onChange: (value: string[]) => void;
  isDisabled?: boolean | undefined;
  /** Checkboxes, each with a `value`. */
  children: ReactNode;
}

/** Any of a few. */
export function CheckboxGroup({ label, hint, problem, hidesLabel, value, isDisabled = false, ...rest }: GroupProps) {
  const { children, onChange } = rest;
  return (
    <AriaGroup
      value={[...value]}
      onChange={onChange}
      isDisabled={isDisabled}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hidesLabel={hidesLabel ?? false} />
      <div className="flex flex-col">{children}</div>
      <FieldHelp hint={hint} problem={problem} />
    </AriaGroup>
  );
}
