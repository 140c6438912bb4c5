import { useRef } from 'react';
import { newKey } from './new-key.ts';

/** One idempotency key for one deed: the same while what is asked stays the same, so that a second press after a lost
    answer does nothing twice. */
export function useCallKey(): (asks: unknown) => string {
  const held = useRef({ asks: '', key: '' });
  return (asks) => {
    const text = JSON.stringify(asks);
    if (held.current.asks !== text) held.current = { asks: text, key: newKey() };
    return held.current.key;
  };
}
