const steps = [
  { least: 86_400, unit: 'd' },
  { least: 3_600, unit: 'h' },
  { least: 60, unit: 'min' },
  { least: 1, unit: 's' },
] as const;

/** "under a second", "24 s", "24 min", "3 h": how long something has waited, in one step. */
export function waitText(seconds: number): string {
  const step = steps.find(({ least }) => seconds >= least);
  return step === undefined ? 'under a second' : `${Math.floor(seconds / step.least)} ${step.unit}`;
}
