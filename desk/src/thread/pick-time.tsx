import { type SubmitEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { say } from '../words/say.tsx';
import { dayIn, ownTimeZone } from '../words/zones.ts';

const form = 'pick-time';
/** The service takes a year. */
const furthestDays = 365;

/** A dialog for a day and an hour to come. */
export function PickTime({ onClose, onPick }: { onClose: () => void; onPick: (at: Date) => void }) {
  const [moment, setMoment] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const at = new Date(moment ?? '');
  const latest = `${dayIn(ownTimeZone(), furthestDays)}T23:59`;
  const isToCome = moment !== null && at.getTime() > Date.now();
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isToCome || moment > latest) return;
    onPick(at);
    onClose();
  };
  return (
    <Dialog
      title={say('work.snoozeUntil')}
      size="s"
      isOpen
      onOpenChange={(open) => !open && onClose()}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button look="main" type="submit" form={form}>
            {say('work.snooze')}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={save}>
        <DateField
          label={say('work.dayAndTime')}
          withTime
          value={moment}
          onChange={setMoment}
          earliest={`${dayIn(ownTimeZone())}T00:00`}
          latest={latest}
          problem={asked && !isToCome ? say('work.stillToCome') : undefined}
          isFirst
        />
      </form>
    </Dialog>
  );
}
