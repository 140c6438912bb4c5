// What an integration made of a webhook, by what it has afterwards: any JSON. Only what can be told without knowing what its fields mean.

import type { ProbePerson } from './people.ts';

/** How often somebody is spoken of under each path, and where people stand together. */
export interface Effects {
  /** Every text there is, keys too. */
  readonly texts: readonly string[];
  /** Paths of objects and lists that speak of a person, with how many of each; of `all` of them; and what is there as a whole. */
  readonly perPerson: ReadonlyMap<string, number>;
  readonly together: ReadonlySet<string>;
  readonly whole: string;
}

/** `people`: whom the trial was about, by what only they have. */
export function effectsOf(
  state: unknown,
  people: readonly ProbePerson[],
  words: readonly (readonly string[])[],
): Effects {
  const texts: string[] = [];
  const perPerson = new Map<string, number>();
  const together = new Set<string>();
  // By name and words, not by ids: of those somebody may have several, and the more of them the better.
  const marks = people.map(({ name }, at) => [name, ...(words[at] ?? [])]);
  visit(state, '');
  return { texts, perPerson, together, whole: JSON.stringify(state) ?? '' };

  /** Answers which of the people are spoken of inside. */
  function visit(node: unknown, path: string): Set<number> {
    const inside = new Set<number>();
    if (typeof node === 'string' || typeof node === 'number') noted(String(node));
    else if (Array.isArray(node)) for (const one of node) for (const who of visit(one, `${path}.*`)) inside.add(who);
    else if (typeof node === 'object' && node !== null)
      for (const [key, value] of Object.entries(node)) {
        noted(key);
        for (const who of visit(value, `${path}.${placeOf(key)}`)) inside.add(who);
      }
    if (typeof node === 'object' && node !== null) count(inside, path);
    return inside;

    function noted(text: string): void {
      texts.push(text);
      for (const [who, own] of marks.entries())
        if (own.some((mark) => mark !== '' && text.includes(mark))) inside.add(who);
    }
  }

  function count(inside: ReadonlySet<number>, path: string): void {
    for (const who of inside) perPerson.set(`${who}${path}`, (perPerson.get(`${who}${path}`) ?? 0) + 1);
    if (inside.size > 1) together.add(path);
  }
}

/** Keys that are somebody's, as in `{ "15550001111": {…} }`, are a place like any other: one of many. */
function placeOf(key: string): string {
  return /\d{3}|undefined|null|NaN|^$/.test(key) ? '*' : key;
}
