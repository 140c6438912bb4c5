import { useEffect } from 'react';

/** Less than this is a browser's bar coming or going, not a keyboard. */
const keyboardPx = 120;

/**
 * Where a keyboard on the screen lies over the page (Safari on a phone; others make the page smaller by themselves), the desk
 * takes the height that is left, so that what is written stays in sight. Read as `--window-height` by the frame.
 */
export function useKeyboardRoom(): void {
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    const fit = () => {
      const covered = window.innerHeight - seen.height > keyboardPx && seen.scale === 1;
      if (covered) document.documentElement.style.setProperty('--window-height', `${seen.height}px`);
      else document.documentElement.style.removeProperty('--window-height');
      if (covered) window.scrollTo(0, 0);
    };
    seen.addEventListener('resize', fit);
    return () => seen.removeEventListener('resize', fit);
  }, []);
}
