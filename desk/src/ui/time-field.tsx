import { parseTime } from '@internationalized/date';
import { TimeField as AriaTimeField, DateInput, DateSegment } from 'react-aria-components';
import { dateInput } from './date-field.tsx';
import { FieldHelp, FieldLabel, type FieldWords } from './field.tsx';
import { submitOnEnter } from './submit-on-enter.ts';

interface Props extends FieldWords {
  /** `08:30`, on the clock of the place it is meant for. null: none yet. */
  value: string | null;
  onChange: (value: string | null) => void;
  isDisabled?: boolean | undefined;
  className?: string;
}

/** A time of day, by twelve hours or twenty-four as the reader is used to. */
export function TimeField({
  label,
  hint,
  problem,
  hidesLabel,
  value,
  onChange,
  isDisabled = false,
  className = '',
}: Props) {
  return (
    <AriaTimeField
      value={value === null ? null : parseTime(value)}
      onChange={(time) => onChange(time === null ? null : time.toString().slice(0, 'hh:mm'.length))}
      granularity="minute"
      shouldForceLeadingZeros
      isDisabled={isDisabled}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      className={className}
    >
      <FieldLabel label={label} hidesLabel={hidesLabel ?? false} />
      <div onKeyDownCapture={submitOnEnter} className="field flex w-auto! min-w-24 items-center">
        <DateInput className={`whitespace-nowrap ${dateInput}`}>
          {(segment) => <DateSegment segment={segment} className="segment" />}
        </DateInput>
      </div>
      <FieldHelp hint={hint} problem={problem} />
    </AriaTimeField>
  );
}
