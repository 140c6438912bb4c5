import type { LucideIcon } from 'lucide-react';
import type { RefObject } from 'react';
import { type TextFieldProps as AriaProps, TextField as AriaTextField, Input } from 'react-aria-components';
import { FieldHelp, FieldLabel, type FieldWords } from './field.tsx';

interface Props extends FieldWords, Omit<AriaProps, 'className' | 'children' | 'isInvalid' | 'dir'> {
  placeholder?: string;
  icon?: LucideIcon;
  /** `ltr` for numbers, addresses and codes; else each text runs as its own letters ask. */
  dir?: 'ltr' | 'auto';
  /** What stands beside the input, in its box: a unit, or a button. */
  end?: React.ReactNode;
  inputRef?: RefObject<HTMLInputElement | null>;
  className?: string;
}

/** One line of text. */
export function TextField({
  label,
  hint,
  problem,
  hidesLabel,
  placeholder,
  icon: Icon,
  dir = 'auto',
  end,
  inputRef,
  className = '',
  ...rest
}: Props) {
  return (
    <AriaTextField {...rest} isInvalid={problem !== undefined} validationBehavior="aria" className={className}>
      <FieldLabel label={label} hidesLabel={hidesLabel ?? false} />
      <span className="relative flex items-center gap-2">
        {Icon && (
          <Icon aria-hidden size={15} strokeWidth={1.75} className="pointer-events-none absolute start-3 text-ink-3" />
        )}
        <Input
          {...(inputRef && { ref: inputRef })}
          {...(placeholder !== undefined && { placeholder })}
          // An empty field follows the layout, so that its placeholder stands where the writing will.
          dir={dir === 'ltr' ? 'ltr' : rest.value === '' ? undefined : 'auto'}
          className={`field placeholder:text-ink-3 ${Icon ? 'ps-9!' : ''} ${dir === 'ltr' ? 'rtl:text-right' : ''}`}
        />
        {end}
      </span>
      <FieldHelp hint={hint} problem={problem} />
    </AriaTextField>
  );
}
