// Two of the three laws, as far as reading the sources can tell: only the owning room writes a table, and no network
// inside a transaction. Pure: texts in, findings out.

export interface Source {
  /** From the root, with slashes: server/contacts/store.ts. */
  readonly path: string;
  readonly text: string;
}

export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

const createTable =
  /^\s*create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?(?:public\.)?"?([a-z_][a-z0-9_]*)"?(.*)$/i;
const partitionOf = /^\s*partition\s+of\s+(?:public\.)?"?([a-z_][a-z0-9_]*)"?/i;
const name = '(?:only\\s+)?(?:public\\.)?"?([a-z_][a-z0-9_]*)"?';
const writes = [
  new RegExp(`\\binsert\\s+into\\s+${name}`, 'gi'),
  new RegExp(`\\bupdate\\s+${name}(?:\\s+(?:as\\s+)?[a-z_]\\w*)?\\s+set\\b`, 'gi'),
  new RegExp(`\\bdelete\\s+from\\s+${name}`, 'gi'),
  new RegExp(`\\bmerge\\s+into\\s+${name}`, 'gi'),
  new RegExp(`\\btruncate\\s+(?:table\\s+)?${name}`, 'gi'),
  new RegExp(`\\bcopy\\s+${name}(?:\\s*\\([^)]*\\))?\\s+from\\b`, 'gi'),
];
const hiddenTable =
  /\b(?:insert\s+into|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+\$\{|\bupdate\s+\$\{[^}]*\}\s+set\b/gi;
/** Tests, and what only tests use: a canary is put where no room would put it. */
const test = /\.(test|e2e)\.tsx?$|^server\/testing\//;
/**
 * The one file that writes a table it is told: what it writes is what the owning room states in its data map, and each room states its own
 * tables only (server/flows/data-map.db.test.ts). See docs/decisions/0045-data-map.md.
 */
const dataMapEngine = 'server/db/data-map/statements.ts';

/** table -> room. Each `create table` has `-- room: NAME` above it; a partition belongs where its parent does. */
export function tableOwners(migrations: readonly Source[]): { owners: Map<string, string>; findings: Finding[] } {
  const owners = new Map([['migrations', 'db']]);
  const findings: Finding[] = [];
  for (const { path, text } of migrations) {
    let room: string | undefined;
    for (const [index, line] of text.split('\n').entries()) {
      room = /^\s*--\s*room:\s*([a-z-]+)/i.exec(line)?.[1] ?? room;
      const [, table, rest] = createTable.exec(line) ?? [];
      if (table === undefined) continue;
      const parent = partitionOf.exec(rest ?? '')?.[1];
      const owner = parent === undefined ? room : owners.get(parent);
      if (owner === undefined)
        findings.push({ path, line: index + 1, what: `${table} has no "-- room: NAME" above it` });
      else owners.set(table, owner);
      if (parent === undefined) room = undefined;
    }
  }
  return { owners, findings };
}

/** Every write to a table from outside the folder of its room. Tests may arrange what they like. */
export function foreignWrites(sources: readonly Source[], owners: ReadonlyMap<string, string>): Finding[] {
  const product = sources.filter(({ path }) => path.startsWith('server/') && !test.test(path));
  return product.flatMap(({ path, text }) => {
    const found = writes
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .map((match) => ({ match, table: (match[1] ?? '').toLowerCase() }))
      .filter(({ table }) => owners.has(table) && !path.startsWith(`server/${owners.get(table)}/`))
      .map(({ match, table }) => ({
        path,
        line: lineOf(text, match.index),
        what: `writes ${table}, which belongs to ${owners.get(table)}`,
      }));
    const hidden = (path === dataMapEngine ? [] : [...text.matchAll(hiddenTable)]).map((match) => ({
      path,
      line: lineOf(text, match.index),
      what: 'writes a table whose name cannot be read here',
    }));
    return [...found, ...hidden];
  });
}

const network = [
  /(?:from|import)\s*\(?\s*['"](?:node:)?(?:http|https|http2|net|tls|dgram|undici|ws)['"]/g,
  /(?<![\w.])(?:globalThis\.)?fetch\s*\(/g,
  /\bnew\s+WebSocket\b/g,
];

/** Flows, rooms and views hold transactions and so reach for no network; jobs and doors, which hold none, may, and so may blobs, which only they reach. */
export function networkBelowDoors(sources: readonly Source[]): Finding[] {
  return sources
    .filter(
      ({ path }) =>
        /^server\/[^/]+\//.test(path) && !/^server\/(http|jobs|cli|blobs|db\/embedded|testing)\//.test(path),
    )
    .filter(({ path }) => !test.test(path))
    .flatMap(({ path, text }) => {
      // Comments and type imports reach for nothing; emptied, not removed, so that line numbers stay.
      const code = text.replaceAll(/^\s*(\/\/|\*|\/\*|import type .* from ).*$/gm, '');
      return network
        .flatMap((pattern) => [...code.matchAll(pattern)])
        .map((match) => ({
          path,
          line: lineOf(code, match.index),
          what: `reaches for the network: ${match[0].trim()}`,
        }));
    });
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
