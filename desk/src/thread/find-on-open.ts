// What is to be looked up in a thread as soon as it is there: said by whoever leads to it, done by the timeline.

let wanted: { conversationId: string; id: string } | undefined;

export function findOnOpen(conversationId: string, id: string): void {
  wanted = { conversationId, id };
}

/** Once: whoever asks looks it up. */
export function takeWanted(conversationId: string, has: (id: string) => boolean): string | undefined {
  if (wanted?.conversationId !== conversationId || !has(wanted.id)) return undefined;
  const { id } = wanted;
  wanted = undefined;
  return id;
}
