import { type ReactNode, useId } from 'react';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  hint?: string | undefined;
  problem?: string | undefined;
  max?: number;
  rows?: number;
  placeholder?: string;
  isFirst?: boolean;
  dir?: 'ltr' | 'auto';
}

/** One labelled line, or several, with what is wrong with it beneath. */
export function Field({
  label,
  value,
  onChange,
  onBlur,
  hint,
  problem,
  max,
  rows,
  placeholder,
  isFirst,
  dir,
}: FieldProps) {
  const id = useId();
  const common = {
    id,
    value,
    onBlur,
    maxLength: max,
    placeholder,
    dir: value === '' ? undefined : (dir ?? ('auto' as const)),
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-help`,
    // The sheet was opened to write here; it would focus its Close button otherwise.
    autoFocus: isFirst ?? false,
    className: `field placeholder:text-ink-3 ${rows === undefined ? '' : 'block h-auto! resize-y py-2'}`,
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {rows === undefined ? (
        <input type="text" autoComplete="off" {...common} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <textarea rows={rows} {...common} onChange={(event) => onChange(event.target.value)} />
      )}
      <p
        id={`${id}-help`}
        role="status"
        className={`mt-0.5 text-s ${problem === undefined ? 'text-ink-3' : 'text-danger'}`}
      >
        {problem ?? hint ?? ''}
      </p>
    </div>
  );
}

export function FormEnd({ label, problem }: { label: string; problem?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <button type="submit" className="btn btn-main">
        {label}
      </button>
      <span role="status" className="text-s text-danger">
        {problem}
      </span>
    </div>
  );
}
