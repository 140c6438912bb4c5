// Files of ours that a caller who builds a template's components names in them: Meta's own ids belong there, and are known later. Pure.

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const kinds = ['image', 'video', 'document'] as const;

export interface NamedFile {
  /** None: whoever builds components names places themselves. */
  slot: 'components';
  id: string;
  path: (string | number)[];
  kind: (typeof kinds)[number];
}

/** Wherever a part of a message names its file by one of our ids; Meta's have another form. */
export function filesNamed(components: unknown): NamedFile[] {
  return fileIdsIn(components).filter(({ id }) => uuid.test(id));
}

/** By whatever id. */
export function fileIdsIn(components: unknown, path: readonly (string | number)[] = []): NamedFile[] {
  if (typeof components !== 'object' || components === null) return [];
  return Object.entries(components).flatMap(([key, part]): NamedFile[] => {
    const step = Array.isArray(components) ? Number(key) : key;
    const kind = kinds.find((one) => one === key);
    const id: unknown = kind && typeof part === 'object' && part !== null ? (part as { id?: unknown }).id : undefined;
    if (kind && typeof id === 'string') return [{ slot: 'components', id, kind, path: [...path, step, 'id'] }];
    return fileIdsIn(part, [...path, step]);
  });
}
