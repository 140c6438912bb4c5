/**
 * For whoever opens a dialog otherwise than by pointer, react-aria moves the focus into it once no transition runs any more. Of an
 * element whose transitions are cut off, because it was hidden or turned back halfway, it hears of the first property only (3.53.1:
 * `transitioncancel` is listened to once), and waits for the others for ever: the dialog stands there, the page behind it is inert,
 * and no key reaches either. So whatever is cut off is said to have ended.
 */
export function endCancelledTransitions(): void {
  document.addEventListener('transitioncancel', ({ target, propertyName, elapsedTime, pseudoElement }) => {
    const ended = new TransitionEvent('transitionend', { propertyName, elapsedTime, pseudoElement, bubbles: true });
    target?.dispatchEvent(ended);
  });
}
