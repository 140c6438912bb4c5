// Which bytes of a file a browser wants: RFC 9110, section 14. One range at a time; who asks for several gets the whole.

export type Range = { kind: 'whole' } | { kind: 'part'; start: number; end: number } | { kind: 'unsatisfiable' };

export function rangeOf(header: string | undefined, size: number): Range {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (from === '' && to === '') return { kind: 'whole' };
  if (from === '')
    return to === '0' || Number(to) === 0 ? { kind: 'unsatisfiable' } : part(Math.max(0, size - Number(to)), size - 1);
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return { kind: 'whole' };
  return start >= size ? { kind: 'unsatisfiable' } : part(start, end);
}

function part(start: number, end: number): Range {
  return { kind: 'part', start, end };
}
