import { ChevronDown } from 'lucide-react';
import { ComboBox as AriaComboBox, Button, Input, ListBox, Popover } from 'react-aria-components';
import { FieldHelp, FieldLabel, type FieldWords } from './field.tsx';
import { type Option, OptionRow } from './select.tsx';

interface Props<T extends string> extends FieldWords {
  options: readonly Option<T>[];
  value: T | null;
  onChange: (value: T | null) => void;
  /** Given where the options come from a search: what is typed goes here, and `options` is shown as it comes back. */
  onType?: (text: string) => void;
  placeholder?: string;
  isDisabled?: boolean | undefined;
  /** What stands in the list where nothing fits. */
  nothing: string;
  className?: string;
}

/** One of many: found by typing. */
export function ComboBox<T extends string>({
  label,
  hint,
  problem,
  hidesLabel,
  options,
  value,
  onChange,
  onType,
  placeholder,
  isDisabled = false,
  nothing,
  className = '',
}: Props<T>) {
  return (
    <AriaComboBox
      {...(onType ? { items: options, onInputChange: onType } : { defaultItems: options })}
      value={value}
      onChange={(key) => onChange(key as T | null)}
      isDisabled={isDisabled}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      className={className}
    >
      <FieldLabel label={label} hidesLabel={hidesLabel ?? false} />
      <span className="relative flex items-center">
        <Input {...(placeholder !== undefined && { placeholder })} className="field pe-9! placeholder:text-ink-3" />
        <Button className="icon-btn absolute end-1.5 size-7!">
          <ChevronDown aria-hidden size={15} strokeWidth={1.75} />
        </Button>
      </span>
      <FieldHelp hint={hint} problem={problem} />
      <Popover className="menu max-h-80 w-(--trigger-width) overflow-y-auto">
        <ListBox<Option<T>>
          className="outline-none"
          renderEmptyState={() => <p className="px-2 py-1.5 text-ink-3">{nothing}</p>}
        >
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
