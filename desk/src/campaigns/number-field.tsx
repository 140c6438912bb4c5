import type { BusinessNumber } from '@throughline/contract';
import { Select } from '../ui/select.tsx';
import { phoneInText } from '../words/identifiers.ts';
import { say } from '../words/say.tsx';

interface Props {
  numbers: readonly BusinessNumber[];
  value: string;
  onChange: (id: string) => void;
}

/** Which of our numbers it goes from. */
export function NumberField({ numbers, value, onChange }: Props) {
  return (
    <Select
      label={say('campaigns.from')}
      options={numbers.map(({ id, name, display }) => ({ id, label: name, detail: phoneInText(display) }))}
      value={value}
      onChange={onChange}
    />
  );
}
