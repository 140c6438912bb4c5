// JSON as Meta writes it: everything beyond ASCII escaped, in lower-case hex. Meta makes its signature over that form, and some programs
// check it over that form whatever came ("Create a webhook endpoint", read 2026-09): written so, both find the same.

export function wireText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
