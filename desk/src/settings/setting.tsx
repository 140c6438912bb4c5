import type { ReactNode } from 'react';
import { Radio, RadioGroup, Switch as Toggle } from 'react-aria-components';

interface SettingProps {
  id: string;
  title: string;
  explains: string;
  children: ReactNode;
}

/** What a setting means on one side, its value on the other. */
export function Setting({ id, title, explains, children }: SettingProps) {
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3 p-4">
      <div className="min-w-60 flex-1">
        <h2 className="font-semibold">{title}</h2>
        <p id={`about-${id}`} className="mt-0.5 text-ink-2">
          {explains}
        </p>
      </div>
      {children}
    </div>
  );
}

interface SwitchProps {
  label: string;
  describedBy: string;
  isOn: boolean;
  isDisabled: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ label, describedBy, isOn, isDisabled, onChange }: SwitchProps) {
  return (
    <Toggle
      aria-label={label}
      aria-describedby={describedBy}
      isSelected={isOn}
      isDisabled={isDisabled}
      onChange={onChange}
      className="group flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm data-[disabled]:opacity-60"
    >
      <span className="min-w-6 font-medium text-ink-2">{isOn ? 'On' : 'Off'}</span>
      <span className="flex h-5.5 w-9.5 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors group-data-[selected]:border-accent group-data-[selected]:bg-accent">
        <span className="size-4 rounded-full bg-edge transition-transform group-data-[selected]:translate-x-4 group-data-[selected]:bg-accent-ink rtl:group-data-[selected]:-translate-x-4" />
      </span>
    </Toggle>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly { id: T; label: string }[];
  value: T;
  isDisabled: boolean;
  onChange: (value: T) => void;
}

export function Choice<T extends string>({ label, options, value, isDisabled, onChange }: ChoiceProps<T>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      isDisabled={isDisabled}
      orientation="horizontal"
      onChange={(chosen) => onChange(chosen as T)}
      className="flex rounded-md border border-edge p-0.5 data-[disabled]:opacity-60"
    >
      {options.map((option) => (
        <Radio
          key={option.id}
          value={option.id}
          className="flex h-7.5 cursor-pointer items-center rounded-sm px-2.5 text-s font-medium text-ink-2 data-[selected]:bg-accent-soft data-[selected]:font-semibold data-[selected]:text-accent"
        >
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
