import { useEffect, useRef, useState } from 'react';

/** For a menu that was fetched because somebody pressed: it takes the focus the plain button had, and opens at once. */
export function useOpens() {
  const [isOpen, onOpenChange] = useState(false);
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    ref.current?.focus();
    onOpenChange(true);
  }, []);
  return { trigger: { isOpen, onOpenChange }, ref };
}
