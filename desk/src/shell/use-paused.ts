import { useEffect, useState } from 'react';

/** The value, once it has rested that long: asking at every letter would ask for nothing. */
export function usePaused<T>(value: T, pauseMs: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return rested;
}
