import type { RefObject } from 'react';
import { TextArea as AriaTextArea, TextField, type TextFieldProps } from 'react-aria-components';
import { FieldHelp, FieldLabel, type FieldWords } from './field.tsx';

interface Props extends FieldWords, Omit<TextFieldProps, 'className' | 'children' | 'isInvalid' | 'dir'> {
  placeholder?: string;
  rows?: number;
  areaRef?: RefObject<HTMLTextAreaElement | null>;
  className?: string;
}

/** Several lines of text, as tall as what is written, up to half the window. */
export function TextArea({
  label,
  hint,
  problem,
  hidesLabel,
  placeholder,
  rows = 3,
  areaRef,
  className = '',
  ...rest
}: Props) {
  return (
    <TextField {...rest} isInvalid={problem !== undefined} validationBehavior="aria" className={className}>
      <FieldLabel label={label} hidesLabel={hidesLabel ?? false} />
      <AriaTextArea
        {...(areaRef && { ref: areaRef })}
        rows={rows}
        placeholder={placeholder}
        dir={rest.value === '' ? undefined : 'auto'}
        className="field field-sizing-content block h-auto! max-h-[50vh] resize-y py-2 placeholder:text-ink-3"
        style={{ minHeight: `${rows * 1.45 + 1.2}em` }}
      />
      <FieldHelp hint={hint} problem={problem} />
    </TextField>
  );
}
