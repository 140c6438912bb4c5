import type { KeyboardEvent } from 'react';

/**
 * In a part of a date or an hour, Enter does what it does in any other field: it presses the form's button. To be heard on the
 * way down: the field takes it for a press of itself, and nothing above hears of it.
 */
export function submitOnEnter(event: KeyboardEvent): void {
  const { target, key } = event;
  if (key !== 'Enter' || !(target instanceof HTMLElement) || !target.matches('[role=spinbutton], [role=textbox]'))
    return;
  event.preventDefault();
  event.stopPropagation();
  const form = target.closest('form');
  const submits = [...(form?.elements ?? [])].find((one) => one instanceof HTMLButtonElement && one.type === 'submit');
  if (submits instanceof HTMLButtonElement) submits.click();
  else form?.requestSubmit();
}
