import { Minus, Plus } from 'lucide-react';
import { NumberField as AriaNumberField, Button, Group, Input, type NumberFieldProps } from 'react-aria-components';
import { FieldHelp, FieldLabel, type FieldWords } from './field.tsx';

interface Props extends FieldWords, Omit<NumberFieldProps, 'className' | 'children' | 'isInvalid'> {
  className?: string;
}

/** A number within bounds, written in the reader's own digits and separators. `onChange` gives NaN where it is empty. */
export function NumberField({ label, hint, problem, hidesLabel, className = '', ...rest }: Props) {
  return (
    <AriaNumberField {...rest} isInvalid={problem !== undefined} validationBehavior="aria" className={className}>
      <FieldLabel label={label} hidesLabel={hidesLabel ?? false} />
      <Group className="field flex max-w-44 items-center gap-0.5 p-0! has-[input:focus-visible]:outline-2">
        <Input className="h-full min-w-0 flex-1 rounded-md bg-transparent ps-3 text-ink tabular-nums outline-none!" />
        <Button slot="decrement" className="icon-btn size-8!">
          <Minus aria-hidden size={15} strokeWidth={1.75} />
        </Button>
        <Button slot="increment" className="icon-btn me-1 size-8!">
          <Plus aria-hidden size={15} strokeWidth={1.75} />
        </Button>
      </Group>
      <FieldHelp hint={hint} problem={problem} />
    </AriaNumberField>
  );
}
