import { Check, ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue, Text } from 'react-aria-components';
import { FieldHelp, FieldLabel, type FieldWords } from './field.tsx';

export interface Option<T extends string> {
  id: T;
  label: string;
  /** A second line that tells it from the others. */
  detail?: string;
  isDisabled?: boolean;
}

interface Props<T extends string> extends FieldWords {
  options: readonly Option<T>[];
  /** null: nothing is chosen yet, and the placeholder stands there. */
  value: T | null;
  onChange: (value: T) => void;
  placeholder?: string;
  isDisabled?: boolean | undefined;
  isRequired?: boolean;
  /** As wide as its words, in a row of filters. */
  fits?: boolean;
  className?: string;
}

/** One of a few known things. From some twenty on, a ComboBox is quicker. */
export function Select<T extends string>({
  label,
  hint,
  problem,
  hidesLabel,
  options,
  value,
  onChange,
  placeholder = '',
  isDisabled = false,
  isRequired = false,
  fits = false,
  className = '',
}: Props<T>) {
  return (
    <AriaSelect
      value={value}
      onChange={(key) => onChange(key as T)}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isRequired={isRequired}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      className={`${fits ? 'w-auto' : ''} ${className}`}
    >
      <FieldLabel label={label} hidesLabel={hidesLabel ?? false} />
      <Button className="field flex items-center gap-2 text-start">
        <SelectValue className="min-w-0 flex-1 truncate data-[placeholder]:text-ink-3 [&_[slot=description]]:hidden" />
        <ChevronDown aria-hidden size={15} strokeWidth={1.75} className="shrink-0 text-ink-3" />
      </Button>
      <FieldHelp hint={hint} problem={problem} />
      <Popover className="menu max-h-80 w-(--trigger-width) min-w-44 overflow-y-auto">
        <ListBox items={options} className="outline-none">
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A line of a list to choose from: in Select and in ComboBox. */
export function OptionRow({ option }: { option: Option<string> }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className="menu-item py-1"
    >
      {({ isSelected }) => (
        <>
          <span className="min-w-0 flex-1">
            <Text slot="label" className="block wrap-anywhere">
              {option.label}
            </Text>
            {option.detail !== undefined && (
              <Text slot="description" className="block text-s text-ink-3 wrap-anywhere">
                {option.detail}
              </Text>
            )}
          </span>
          {isSelected && <Check aria-hidden size={15} strokeWidth={2} className="shrink-0 text-accent" />}
        </>
      )}
    </ListBoxItem>
  );
}
