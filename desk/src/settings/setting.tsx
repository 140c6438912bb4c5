import { type ReactNode, useId } from 'react';
import { say } from '../words/say.tsx';

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
    <label className="group relative flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm outline-offset-2 outline-accent has-focus-visible:outline-2 has-disabled:opacity-60">
      <span className="min-w-6 font-medium text-ink-2">{isOn ? say('settings.on') : say('settings.off')}</span>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
        role="switch"
        aria-label={label}
        aria-describedby={describedBy}
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
      <span className="flex h-5.5 w-9.5 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors group-has-checked:border-accent group-has-checked:bg-accent">
        <span className="size-4 rounded-full bg-edge transition-transform group-has-checked:translate-x-4 group-has-checked:bg-accent-ink rtl:group-has-checked:-translate-x-4" />
      </span>
    </label>
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
  const name = useId();
  return (
    <fieldset disabled={isDisabled} className="flex rounded-md border border-edge p-0.5 disabled:opacity-60">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.id}
          className="relative flex h-7.5 cursor-pointer items-center rounded-sm px-2.5 text-s font-medium text-ink-2 outline-offset-1 outline-accent has-checked:bg-accent-soft has-checked:font-semibold has-checked:text-accent has-focus-visible:outline-2"
        >
          <input
            type="radio"
            name={name}
            checked={value === option.id}
            onChange={() => onChange(option.id)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
