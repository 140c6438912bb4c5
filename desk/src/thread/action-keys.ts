// Through what may be done with messages, by arrow keys: up and down from message to message, sideways from one deed to the
// next. Tab comes in at the newest message, and leaves again: a long thread is not a hundred stops.

import type { KeyboardEvent } from 'react';

export function moveBetweenActions(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof Element) || event.defaultPrevented) return;
  const here = event.target.closest<HTMLElement>('[data-actions]');
  if (here === null) return;
  const to = targetOf(event.key, here, event.currentTarget, event.target);
  if (to === undefined) return;
  event.preventDefault();
  to.focus();
}

function targetOf(key: string, here: HTMLElement, within: HTMLElement, from: Element): HTMLElement | undefined {
  if (key === 'Escape') return within;
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const all = [...within.querySelectorAll<HTMLElement>('[data-actions]')].sort(
      (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
    );
    return all[all.indexOf(here) + (key === 'ArrowDown' ? 1 : -1)]?.querySelector('button') ?? undefined;
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const buttons = [...here.querySelectorAll('button')];
  const forward = (key === 'ArrowRight') === (getComputedStyle(here).direction === 'ltr');
  return buttons[buttons.indexOf(from as HTMLButtonElement) + (forward ? 1 : -1)];
}
