import type { BusinessNumber } from '@throughline/contract';
import { useId } from 'react';
import { say } from '../words/say.tsx';

interface Props {
  numbers: readonly BusinessNumber[];
  value: string;
  onChange: (id: string) => void;
}

/** Which of our numbers it goes from. */
export function NumberField({ numbers, value, onChange }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {say('campaigns.from')}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)} className="field">
        {numbers.map((number) => (
          <option key={number.id} value={number.id}>
            {number.name} · {number.display}
          </option>
        ))}
      </select>
    </div>
  );
}
