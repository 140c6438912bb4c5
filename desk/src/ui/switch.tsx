import type { ReactNode } from 'react';
import { SwitchButton, SwitchField, Text } from 'react-aria-components';

interface Props {
  label: string;
  hint?: ReactNode;
  isOn: boolean;
  onChange: (on: boolean) => void;
  isDisabled?: boolean | undefined;
  /** The name is read aloud but not drawn: a setting beside it says it. */
  hidesLabel?: boolean;
  describedBy?: string;
  className?: string;
}

/** On or off, at once. What is only saved with its form is a Checkbox. */
export function Switch({
  label,
  hint,
  isOn,
  onChange,
  isDisabled = false,
  hidesLabel = false,
  describedBy,
  className = '',
}: Props) {
  return (
    <SwitchField
      isSelected={isOn}
      onChange={onChange}
      isDisabled={isDisabled}
      {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
      className={className}
    >
      <SwitchButton className="group flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm data-[disabled]:cursor-default data-[disabled]:opacity-60">
        <span className="flex h-5.5 w-9.5 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors group-data-[selected]:border-accent group-data-[selected]:bg-accent forced-colors:group-data-[selected]:bg-[Highlight]">
          <span className="size-4 rounded-full bg-edge transition-transform group-data-[selected]:translate-x-4 group-data-[selected]:bg-accent-ink rtl:group-data-[selected]:-translate-x-4 forced-colors:bg-[ButtonText]" />
        </span>
        <span className={hidesLabel ? 'sr-only' : 'font-medium'}>{label}</span>
      </SwitchButton>
      {hint !== undefined && (
        <Text slot="description" className="block ps-12 text-s text-ink-3">
          {hint}
        </Text>
      )}
    </SwitchField>
  );
}
