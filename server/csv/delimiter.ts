// What stands between the cells of a table, by its first lines.

const delimiters = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof delimiters)[number];

/** The delimiter that cuts the first lines into the most columns of which every line has as many; a comma where none does. */
export function delimiterOf(beginning: string): Delimiter {
  const lines = outsideQuotes(beginning).slice(0, 20);
  const scored = delimiters.map((one) => {
    const counts = lines.map((line) => line.split(one).length - 1);
    const [first = 0] = counts;
    const alike = counts.filter((count) => count === first).length / Math.max(1, counts.length);
    return { one, score: first === 0 ? 0 : first * alike ** 2 };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).one;
}

/** The lines, without what stands in quotes. The last may be cut, so it does not count where there are others. */
function outsideQuotes(text: string): string[] {
  const bare = text.replace(/"(?:[^"]|"")*"?/g, '');
  const lines = bare.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return lines.length > 1 ? lines.slice(0, -1) : lines;
}
