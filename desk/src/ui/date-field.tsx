import { type CalendarDate, type CalendarDateTime, parseDate, parseDateTime } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarHeading,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Popover,
} from 'react-aria-components';
import { FieldHelp, FieldLabel, type FieldWords } from './field.tsx';

interface Props extends FieldWords {
  /** `2026-11-28`, or with `withTime` `2026-11-28T13:05`: a day (and hour) of no time zone. null: none yet. */
  value: string | null;
  onChange: (value: string | null) => void;
  withTime?: boolean;
  earliest?: string;
  latest?: string;
  isDisabled?: boolean | undefined;
  isRequired?: boolean;
  className?: string;
}

/** A day, typed in the reader's own order or picked from a calendar. */
export function DateField({ label, hint, problem, hidesLabel, value, onChange, withTime = false, ...rest }: Props) {
  const { earliest, latest, isDisabled = false, isRequired = false, className = '' } = rest;
  const parse = withTime ? parseDateTime : parseDate;
  return (
    <DatePicker<CalendarDate | CalendarDateTime>
      value={value === null ? null : parse(value)}
      onChange={(date) => onChange(date === null ? null : textOf(date))}
      granularity={withTime ? 'minute' : 'day'}
      {...(earliest !== undefined && { minValue: parse(earliest) })}
      {...(latest !== undefined && { maxValue: parse(latest) })}
      isDisabled={isDisabled}
      isRequired={isRequired}
      isInvalid={problem !== undefined}
      validationBehavior="aria"
      className={className}
    >
      <FieldLabel label={label} hidesLabel={hidesLabel ?? false} />
      <Group className={`field flex items-center pe-1! ${withTime ? 'max-w-76' : 'max-w-64'}`}>
        <DateInput className="flex min-w-0 flex-1 tabular-nums">
          {(segment) => <DateSegment segment={segment} className="segment" />}
        </DateInput>
        <Button className="icon-btn size-8!">
          <CalendarDays aria-hidden size={16} strokeWidth={1.75} />
        </Button>
      </Group>
      <FieldHelp hint={hint} problem={problem} />
      <Popover className="menu p-3!">
        <Dialog className="outline-none">
          <Calendar>
            <header className="mb-2 flex items-center justify-between">
              <Button slot="previous" className="icon-btn">
                <ChevronLeft aria-hidden size={17} strokeWidth={1.75} className="rtl:-scale-x-100" />
              </Button>
              <CalendarHeading className="font-semibold" />
              <Button slot="next" className="icon-btn">
                <ChevronRight aria-hidden size={17} strokeWidth={1.75} className="rtl:-scale-x-100" />
              </Button>
            </header>
            <CalendarGrid className="tabular-nums [&_th]:size-9 [&_th]:text-xs [&_th]:font-semibold [&_th]:text-ink-3">
              {(date) => <CalendarCell date={date} className="day" />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

function textOf(date: CalendarDate | CalendarDateTime): string {
  return 'hour' in date ? date.toString().slice(0, 'yyyy-mm-ddThh:mm'.length) : date.toString();
}
