// SQL in a file: one statement after the other, so that one that cannot be read hides no other.

export interface SqlStatement {
  /** Where it begins in the file. */
  readonly start: number;
  readonly text: string;
}

const opaque =
  /'(?:[^'\\]|''|\\.)*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|\$([A-Za-z_]*)\$[\s\S]*?\$\1\$|;/g;

export function statementsOf(text: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(opaque)) {
    if (found !== ';') continue;
    statements.push({ start, text: text.slice(start, index) });
    start = index + 1;
  }
  statements.push({ start, text: text.slice(start) });
  return statements.filter((one) => worthReading.test(withoutComments(one.text)));
}

/** What is looked at: tables, indexes, and what reads or writes by number. */
const worthReading = /^\s*(create|alter|insert|select|with|update|delete|merge)\b/i;

function withoutComments(text: string): string {
  return text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
}

/**
 * MySQL's own words blanked out, position for position, so that PostgreSQL's parser reads what is left: back ticks, `auto_increment`, `engine=…`,
 * inline keys. Only for statements that cannot be read as they are.
 */
export function inStandardWords(text: string): string {
  const blank = (found: string) => ' '.repeat(found.length);
  return text
    .replace(/`/g, '"')
    .replace(/\b(auto_?increment|unsigned|zerofill)\b/gi, blank)
    .replace(/\bcomment\s*=?\s*'(?:[^'\\]|''|\\.)*'/gi, blank)
    .replace(/\b(default\s+)?(character set|charset|collate)\s*=?\s*\w+/gi, blank)
    .replace(/\bon\s+update\s+current_timestamp(\(\d*\))?/gi, blank)
    .replace(/\b(engine|row_format|auto_increment)\s*=\s*\w+/gi, blank)
    .replace(/\benum\s*\([^)]*\)/gi, (found) => `text${' '.repeat(found.length - 4)}`)
    .replace(/\b(tinyint|mediumint|int|bigint|smallint)\s*\(\d+\)/gi, (found) => numberType(found))
    .replace(/\bdatetime(\(\d\))?/gi, (found) => `date${' '.repeat(found.length - 4)}`)
    .replace(/\b(unique)\s+(key|index)\s+"?\w+"?\s*\(/gi, (found) => `unique${' '.repeat(found.length - 7)}(`)
    .replace(/,\s*(fulltext\s+|spatial\s+)?(key|index)\s+"?\w+"?\s*\([^()]*(\(\d+\)[^()]*)?\)/gi, blank)
    .replace(/\bprimary key\s*\(([^()]*)\)\s*using\s+\w+/gi, (found) => found.replace(/using\s+\w+/i, blank))
    .replace(/\bon duplicate key update[\s\S]*$/i, blank);
}

function numberType(found: string): string {
  return `int${' '.repeat(found.length - 3)}`;
}
