import { createHash } from 'node:crypto';

/**
 * The same id for the same content, whatever the order of its keys: so that a redelivered webhook is recognized even
 * where Meta gives the thing no id of its own. Walks with a list instead of recursion, because a hostile body may be
 * nested deeper than the stack.
 */
export function stableId(...parts: unknown[]): string {
  return `sha256-${createHash('sha256').update(canonical(parts)).digest('hex')}`;
}

interface Pending {
  value: unknown;
}

function canonical(whole: unknown): string {
  const written: string[] = [];
  const todo: (string | Pending)[] = [{ value: whole }];
  for (let step = todo.pop(); step !== undefined; step = todo.pop()) {
    if (typeof step === 'string') written.push(step);
    else if (typeof step.value === 'object' && step.value !== null) open(step.value, todo);
    else written.push(JSON.stringify(step.value) ?? 'null');
  }
  return written.join('');
}

/** Puts the pieces of a list or an object on the pile, last piece first. */
function open(value: object, todo: (string | Pending)[]): void {
  if (Array.isArray(value)) {
    todo.push(']');
    for (let index = value.length - 1; index >= 0; index -= 1) todo.push(',', { value: value[index] });
    todo.push('[');
    return;
  }
  const fields = value as Record<string, unknown>;
  const keys = Object.keys(fields).sort().reverse();
  todo.push('}');
  for (const key of keys) todo.push(',', { value: fields[key] }, `${JSON.stringify(key)}:`);
  todo.push('{');
}
