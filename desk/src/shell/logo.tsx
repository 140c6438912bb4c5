export function Logo({ className }: { className: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="9" fill="var(--accent)" />
      <path
        d="M7 20c4 0 4-9 9-9s4 9 9 9"
        fill="none"
        stroke="var(--accent-ink)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <circle cx="16" cy="11" r="2.9" fill="var(--accent)" stroke="var(--accent-ink)" strokeWidth="2" />
    </svg>
  );
}
