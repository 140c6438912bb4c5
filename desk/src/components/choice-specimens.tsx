import { useState } from 'react';
import { Checkbox, CheckboxGroup } from '../ui/checkbox.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { FieldRow } from '../ui/field.tsx';
import { RadioGroup, Segments } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Specimen, State, States } from './specimen.tsx';

const ways = [
  { id: 'robin', label: 'In turn', detail: 'Each takes the next one.' },
  { id: 'least', label: 'Least busy', detail: 'Who has the fewest open ones.' },
  { id: 'none', label: 'Nobody', detail: 'They wait until somebody takes them.', isDisabled: true },
] as const;

/** What is chosen. */
export function ChoiceSpecimens() {
  return (
    <>
      <Selects />
      <Boxes />
      <Parts />
    </>
  );
}

function Selects() {
  const [way, setWay] = useState<(typeof ways)[number]['id']>('robin');
  const [person, setPerson] = useState<string | null>('maya');
  return (
    <Specimen title="Select, combo box, segments">
      <FieldRow>
        <Select
          label="Who gets it"
          hint="New conversations of this team."
          options={ways}
          value={way}
          onChange={setWay}
        />
        <Select
          label="Nothing chosen"
          placeholder="Choose"
          problem="Choose a way."
          options={ways}
          value={null}
          onChange={setWay}
        />
      </FieldRow>
      <FieldRow>
        <ComboBox
          label="Colleague"
          nothing="Nobody of that name"
          options={[
            { id: 'maya', label: 'Maya Krishnan' },
            { id: 'jonas', label: 'Jonas Weber' },
          ]}
          value={person}
          onChange={setPerson}
        />
        <Select label="Disabled" isDisabled options={ways} value={way} onChange={setWay} />
      </FieldRow>
      <States>
        <State name="segments">
          <Segments
            label="Span"
            options={[
              { id: 'robin', label: 'Week' },
              { id: 'least', label: 'Month' },
            ]}
            value={way}
            onChange={setWay}
          />
        </State>
        <State name="disabled">
          <Segments
            label="Span, disabled"
            isDisabled
            options={[
              { id: 'robin', label: 'Week' },
              { id: 'least', label: 'Month' },
            ]}
            value="least"
            onChange={() => undefined}
          />
        </State>
      </States>
    </Specimen>
  );
}

function Boxes() {
  const [on, setOn] = useState(true);
  const [days, setDays] = useState<string[]>(['mon']);
  const [way, setWay] = useState<(typeof ways)[number]['id']>('least');
  return (
    <Specimen title="Switch, checkbox, radio">
      <States>
        <Switch label="On" isOn={on} onChange={setOn} />
        <Switch label="Off" isOn={!on} onChange={(off) => setOn(!off)} />
        <Switch label="Disabled" isOn isDisabled onChange={setOn} />
        <State name="focus" as="focus">
          <Switch label="Focused" isOn={on} onChange={setOn} />
        </State>
      </States>
      <States>
        <Checkbox label="Chosen" isSelected={on} onChange={setOn} />
        <Checkbox label="Not chosen" isSelected={!on} onChange={(off) => setOn(!off)} />
        <Checkbox label="Some" isIndeterminate />
        <Checkbox label="Disabled" isSelected isDisabled />
        <Checkbox label="I have read it" problem="Please read it first." />
      </States>
      <CheckboxGroup label="Days" hint="When the team is there." value={days} onChange={setDays}>
        <Checkbox value="mon" label="Monday" />
        <Checkbox value="tue" label="Tuesday" hint="Mornings only." />
      </CheckboxGroup>
      <RadioGroup label="Who gets it" options={ways} value={way} onChange={setWay} />
    </Specimen>
  );
}

function Parts() {
  const [tab, setTab] = useState<'open' | 'done'>('open');
  return (
    <Specimen title="Tabs">
      <Tabs
        label="Questions"
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'open', label: 'Open', count: '12', content: <p>Twelve wait for an answer.</p> },
          { id: 'done', label: 'Settled', content: <p>What was decided, and by whom.</p> },
        ]}
      />
    </Specimen>
  );
}
