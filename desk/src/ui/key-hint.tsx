interface Props {
  /** As written on the keys, with a space between those pressed together: `Ctrl K`. */
  keys: string;
  className?: string;
}

/** Which key does it. Seen, not said: who listens learns the keys from their sheet. */
export function KeyHint({ keys, className = '' }: Props) {
  return (
    <span aria-hidden className={`inline-flex gap-0.5 ${className}`}>
      {keys.split(' ').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
