// Which of two drafts stands: what is typed here, or what the server has of this person from another browser. Pure.

export interface Known {
  /** What stands here. */
  here: string;
  /** What the server was last known to have. */
  synced: string;
}

/**
 * `take`: what the server has is newer, and replaces what stands here. `give`: what was typed here has not reached it. Nothing typed here is
 * ever lost to another browser: where both changed, this one's stands.
 */
export function settleDraft({ here, synced }: Known, there: string): 'same' | 'take' | 'give' {
  if (here === there) return 'same';
  return here === synced ? 'take' : 'give';
}
