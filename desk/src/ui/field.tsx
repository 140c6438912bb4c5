// What every field has around it: its name above, and beneath it what helps, or what is wrong and how to put it right.

import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';

export interface FieldWords {
  label: string;
  /** What helps to fill it in. It gives its place to what is wrong. */
  hint?: ReactNode;
  /** What is wrong and what to do about it; undefined where nothing is. */
  problem?: string | undefined;
  /** The name is read aloud but not drawn: where what stands around it says enough. */
  hidesLabel?: boolean;
}

/** The name of a field. For use inside a field of react-aria-components, which ties it to the input. */
export function FieldLabel({ label, hidesLabel = false }: Pick<FieldWords, 'label' | 'hidesLabel'>) {
  return <Label className={hidesLabel ? 'sr-only' : 'mb-1 block font-medium'}>{label}</Label>;
}

/** Hint or problem under a field; the problem is announced when it appears. */
export function FieldHelp({ hint, problem }: Pick<FieldWords, 'hint' | 'problem'>) {
  return (
    <>
      {problem === undefined && hint !== undefined && (
        <Text slot="description" className="mt-1 block text-s text-ink-3">
          {hint}
        </Text>
      )}
      <span role="status">
        {problem !== undefined && <FieldError className="mt-1 block text-s text-danger">{problem}</FieldError>}
      </span>
    </>
  );
}

interface GroupProps extends FieldWords {
  children: ReactNode;
}

/** For what is several inputs under one name, such as hours of a week. */
export function FieldGroup({ label, hint, problem, hidesLabel = false, children }: GroupProps) {
  return (
    <fieldset className="min-w-0">
      <legend className={hidesLabel ? 'sr-only' : 'mb-1 font-medium'}>{label}</legend>
      {children}
      {problem === undefined && hint !== undefined && <p className="mt-1 text-s text-ink-3">{hint}</p>}
      <p role="status" className={problem === undefined ? '' : 'mt-1 text-s text-danger'}>
        {problem}
      </p>
    </fieldset>
  );
}

/** Fields one under the other, in the rhythm of the desk. */
export function Fields({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`flex flex-col gap-4 ${className}`}>{children}</div>;
}

/** Side by side where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-1 items-start gap-4 min-[640px]:grid-cols-2">{children}</div>;
}

/** The end of a form: its deeds, then what went wrong with it as a whole. */
export function FormEnd({ problem, children }: { problem?: string | undefined; children: ReactNode }) {
  return (
    <div>
      <div role="alert">
        {problem !== undefined && (
          <p className="mb-3 rounded-sm bg-danger-soft px-2.5 py-1.5 text-danger wrap-anywhere">{problem}</p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
