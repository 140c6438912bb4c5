// Where the timeline stands: at the newest and staying there, or further up and staying there too, whatever is added
// above or below.

import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Row } from './rows.ts';

const nearEndPx = 80;
const nearTopRows = 12;
const heights: Record<Row['kind'], number> = {
  day: 38,
  message: 62,
  notice: 70,
  call: 62,
  note: 62,
  work: 32,
  unsent: 62,
};

interface Input {
  rows: Row[];
  lastId: string | undefined;
  onNearTop: () => void;
  onNearEnd: () => void;
  /** Whether the end of what is held is the newest there is. */
  isNewest: boolean;
}

export function useTimelineScroll({ rows, lastId, onNearTop, onNearEnd, isNewest }: Input) {
  const scroller = useRef<HTMLElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [seenId, setSeenId] = useState<string>();
  const virtualizer = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[rows[index]?.kind ?? 'message'],
    getItemKey: (index) => rows[index]?.key ?? index,
    anchorTo: 'end',
    // What comes after an old stretch is read when it is scrolled to, not run through.
    followOnAppend: isNewest,
    scrollEndThreshold: nearEndPx,
    paddingStart: 14,
    paddingEnd: 18,
    overscan: 10,
  });

  // Until somebody scrolls, the newest stays in sight while pictures and cards take their room above it.
  const isUntouched = useRef(true);
  const onTouched = useCallback(() => {
    isUntouched.current = false;
  }, []);
  const toEnd = useCallback(() => virtualizer.scrollToEnd(), [virtualizer]);
  const find = useCallback(
    (id: string) => {
      onTouched();
      const index = rows.findIndex(({ key }) => key === id);
      if (index >= 0) virtualizer.scrollToIndex(index, { align: 'center' });
    },
    [rows, virtualizer, onTouched],
  );
  const onScroll = () => {
    const element = scroller.current;
    if (element && !isUntouched.current)
      setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight <= nearEndPx);
  };

  const loaded = rows.length > 0;
  useLayoutEffect(() => {
    if (loaded) toEnd();
  }, [loaded, toEnd]);
  useEndWhileUntouched(scroller, isUntouched);
  // One's own reply is always worth going down for.
  const unsentKey = rows.at(-1)?.kind === 'unsent' ? rows.at(-1)?.key : undefined;
  useLayoutEffect(() => {
    if (unsentKey !== undefined) toEnd();
  }, [unsentKey, toEnd]);
  useEffect(() => {
    if (atEnd && isNewest) setSeenId(lastId);
  }, [atEnd, isNewest, lastId]);
  useStayOnResize(scroller, atEnd && isNewest, toEnd);

  const first = virtualizer.getVirtualItems()[0]?.index;
  useEffect(() => {
    if (first !== undefined && first < nearTopRows) onNearTop();
  }, [first, onNearTop]);
  const last = virtualizer.getVirtualItems().at(-1)?.index;
  useEffect(() => {
    if (last !== undefined && last >= rows.length - nearTopRows) onNearEnd();
  }, [last, rows.length, onNearEnd]);

  return { scroller, virtualizer, atEnd, seenId, toEnd, find, onScroll, onTouched };
}

/** Not by the virtualizer, whose own scrolling aims at heights that are out of date while rows are being measured. */
function useEndWhileUntouched(scroller: RefObject<HTMLElement | null>, isUntouched: RefObject<boolean>): void {
  useEffect(() => {
    const element = scroller.current;
    const list = element?.firstElementChild;
    if (!element || !list) return;
    const observer = new ResizeObserver(() => {
      if (isUntouched.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(list);
    return () => observer.disconnect();
  }, [scroller, isUntouched]);
}

/** The composer grows and the window shrinks; the newest message stays in sight. */
function useStayOnResize(scroller: RefObject<HTMLElement | null>, atEnd: boolean, toEnd: () => void): void {
  const stay = useRef(atEnd);
  useEffect(() => {
    stay.current = atEnd;
  });
  useEffect(() => {
    if (!scroller.current) return;
    const observer = new ResizeObserver(() => stay.current && toEnd());
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [scroller, toEnd]);
}
