import { type CalendarDate, type CalendarDateTime, parseDate, parseDateTime } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
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
import { locale, say } from '../words/say.tsx';
import { FieldHelp, FieldLabel, type FieldWords } from './field.tsx';
import { submitOnEnter } from './submit-on-enter.ts';

interface Props extends FieldWords {
  /** `2026-11-28`, or with `withTime` `2026-11-28T13:05`: a day (and hour) of no time zone. null: none yet. */
  value: string | null;
  onChange: (value: string | null) => void;
  withTime?: boolean;
  /** In the form of the value. What is outside of them is said once the field is left, or at Enter. */
  earliest?: string;
  latest?: string;
  /** The focus has left it, and its calendar. */
  onLeave?: () => void;
  /** It was opened to be written in. */
  isFirst?: boolean;
  isDisabled?: boolean | undefined;
  isRequired?: boolean;
  className?: string;
}

/** A day, typed in the reader's own order or picked from a calendar. */
export function DateField({ label, hint, problem, hidesLabel, value, onChange, withTime = false, ...rest }: Props) {
  const { earliest, latest, onLeave, isFirst = false, isDisabled = false, isRequired = false, className = '' } = rest;
  const [isIn, setIn] = useState(false);
  const parse = withTime ? parseDateTime : parseDate;
  const wrong = problem ?? (isIn || value === null ? undefined : outside(value, { earliest, latest }));
  return (
    <DatePicker<CalendarDate | CalendarDateTime>
      value={value === null ? null : parse(value)}
      onChange={(date) => onChange(date === null ? null : textOf(date))}
      granularity={withTime ? 'minute' : 'day'}
      shouldForceLeadingZeros
      {...(earliest !== undefined && { minValue: parse(earliest) })}
      {...(latest !== undefined && { maxValue: parse(latest) })}
      isDisabled={isDisabled}
      isRequired={isRequired}
      isInvalid={wrong !== undefined}
      validationBehavior="aria"
      onFocusChange={setIn}
      onBlur={() => onLeave?.()}
      autoFocus={isFirst}
      // The ring of the focus is the field's alone.
      className={`outline-none! ${className}`}
    >
      <FieldLabel label={label} hidesLabel={hidesLabel ?? false} />
      <div
        onKeyDownCapture={(event) => {
          // Whoever presses Enter has written what they wanted to.
          if (event.key === 'Enter') setIn(false);
          submitOnEnter(event);
        }}
      >
        <Group className={`field flex h-auto! items-center py-[7px] pe-1! ${withTime ? 'max-w-76' : 'max-w-64'}`}>
          <DateInput className={`${dateInput} ${withTime ? '' : 'whitespace-nowrap'}`}>
            {(segment) => <DateSegment segment={segment} className="segment" />}
          </DateInput>
          <Button className="icon-btn size-8!">
            <CalendarDays aria-hidden size={16} strokeWidth={1.75} />
          </Button>
        </Group>
      </div>
      <FieldHelp hint={hint} problem={wrong} />
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

/** In lines of text, not in boxes: from right to left, too, an hour stands left of its minutes, as it does in any sentence. */
export const dateInput = 'min-w-0 flex-1 pe-1.5 outline-none! tabular-nums';

function textOf(date: CalendarDate | CalendarDateTime): string {
  return 'hour' in date ? date.toString().slice(0, 'yyyy-mm-ddThh:mm'.length) : date.toString();
}

/** What is wrong with a day that is too early or too late; such texts are in order as letters are. */
function outside(value: string, { earliest, latest }: { earliest: string | undefined; latest: string | undefined }) {
  if (earliest !== undefined && value < earliest) return say('ui.earliest', { when: spelled(earliest) });
  if (latest !== undefined && value > latest) return say('ui.latest', { when: spelled(latest) });
  return undefined;
}

function spelled(value: string): string {
  const time = value.includes('T') && { timeStyle: 'short' as const };
  return parseDateTime(value)
    .toDate('UTC')
    .toLocaleString(locale(), { dateStyle: 'medium', ...time, timeZone: 'UTC' });
}
