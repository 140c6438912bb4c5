import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

interface Props {
  /** The words of the button that opens it. */
  label: string;
  /** What is said of it to those who do not see where it stands. */
  spoken?: string;
  className?: string;
  children: (close: () => void) => ReactNode;
}

/** A button that gives its place to what it opens, and takes the focus back when that closes. */
export function Disclosed({ label, spoken, className = '', children }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    flushSync(() => setOpen(false));
    button.current?.focus();
  };
  if (open) return <div className={`animate-[rise_180ms_var(--ease-calm)] ${className}`}>{children(close)}</div>;
  return (
    <button
      ref={button}
      type="button"
      className={`text-btn ${className}`}
      aria-expanded={false}
      {...(spoken === undefined ? {} : { 'aria-label': spoken })}
      onClick={() => setOpen(true)}
    >
      {label}
    </button>
  );
}
