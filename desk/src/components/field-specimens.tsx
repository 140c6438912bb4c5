import { Mail } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { FieldGroup, FieldRow, Fields, FormEnd } from '../ui/field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TimeField } from '../ui/time-field.tsx';
import { Specimen, State } from './specimen.tsx';

/** What is written into. */
export function FieldSpecimens() {
  return (
    <>
      <Texts />
      <Figures />
    </>
  );
}

function Texts() {
  const [text, setText] = useState('Returns');
  const [empty, setEmpty] = useState('');
  const [found, setFound] = useState('lagos');
  return (
    <Specimen title="Text">
      <Fields>
        <FieldRow>
          <TextField label="Name" hint="As colleagues see it." value={text} onChange={setText} />
          <TextField
            label="Email"
            icon={Mail}
            dir="ltr"
            placeholder="maya@example.com"
            value={empty}
            onChange={setEmpty}
          />
        </FieldRow>
        <FieldRow>
          <TextField
            label="With a problem"
            problem="There is a team of this name. Choose another."
            value={text}
            onChange={setText}
          />
          <TextField label="Disabled" value="Orders" isDisabled />
        </FieldRow>
        <State name="focus" as="focus">
          <TextField label="Focused" hidesLabel value={text} onChange={setText} />
        </State>
        <TextArea
          label="Why?"
          hint="Colleagues read it in the timeline."
          rows={2}
          value={empty}
          onChange={setEmpty}
          placeholder="She told us on the phone"
        />
        <SearchField label="Search teams" placeholder="Name" value={found} onChange={setFound} />
        <FormEnd problem="It could not be saved: the line is down. Try again.">
          <Button look="main">Save</Button>
          <Button>Cancel</Button>
        </FormEnd>
      </Fields>
    </Specimen>
  );
}

function Figures() {
  const [hours, setHours] = useState(72);
  const [day, setDay] = useState<string | null>('2026-11-28');
  const [moment, setMoment] = useState<string | null>('2026-11-30T09:30');
  const [time, setTime] = useState<string | null>('08:30');
  return (
    <Specimen title="Numbers, days and hours">
      <Fields>
        <FieldRow>
          <NumberField label="Hours" hint="0 to 72." minValue={0} maxValue={72} value={hours} onChange={setHours} />
          <NumberField label="With a problem" problem="At most 72 hours." value={90} />
        </FieldRow>
        <FieldRow>
          <DateField label="Day" value={day} onChange={setDay} />
          <DateField label="Day and hour" withTime value={moment} onChange={setMoment} />
        </FieldRow>
        <FieldRow>
          <DateField label="No day yet" problem="Choose a day." value={null} onChange={() => undefined} />
          <DateField label="Day, disabled" isDisabled value="2026-11-28" onChange={() => undefined} />
        </FieldRow>
        <FieldRow>
          <DateField
            label="No day and hour yet"
            hint="On your own clock."
            withTime
            value={null}
            onChange={() => undefined}
          />
          <DateField label="Day and hour, disabled" withTime isDisabled value={moment} onChange={() => undefined} />
        </FieldRow>
        <FieldRow>
          <DateField
            label="Too early"
            withTime
            earliest="2026-12-01T00:00"
            value="2026-11-30T09:30"
            onChange={() => undefined}
          />
          <DateField
            label="Day and hour, with a problem"
            withTime
            problem="This time has passed there."
            value="2026-11-27T18:00"
            onChange={() => undefined}
          />
        </FieldRow>
        <FieldGroup label="Monday" hint="On the clock of the team's own place.">
          <div className="flex flex-wrap items-center gap-2">
            <TimeField label="From" hidesLabel value={time} onChange={setTime} />
            <span aria-hidden>–</span>
            <TimeField label="To" hidesLabel value="17:00" onChange={() => undefined} />
          </div>
        </FieldGroup>
      </Fields>
    </Specimen>
  );
}
