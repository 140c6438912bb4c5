// A Markdown table that reads well as it is: cells are padded to the width of their column.

/** `right`: columns, from 0, whose cells stand to the right. The first row is the head. */
export function table(rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, i) => Math.max(3, ...rows.map((cells) => [...(cells[i] ?? '')].length)));
  const rule = widths.map((width, i) => (right.includes(i) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  const padded = (cells: readonly string[]) =>
    widths.map((width, i) => {
      const cell = cells[i] ?? '';
      const space = ' '.repeat(width - [...cell].length);
      return right.includes(i) ? space + cell : cell + space;
    });
  return [padded(head), rule, ...body.map(padded)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
