// SQL as tagged templates: what stands between the braces travels apart from the text, as $1, $2 and so on. Pure; the
// connections are in pool.ts.

import { createHash } from 'node:crypto';

/** What PostgreSQL can be given. JSON travels as text: `rowsOf`, or JSON.stringify. There is no undefined: say null. */
export type Parameter = string | number | bigint | boolean | Date | Uint8Array | null | readonly Parameter[];

/** A piece of a statement, with parameters of its own, to be put into another. */
export interface Fragment {
  readonly kind: 'fragment';
  readonly strings: TemplateStringsArray;
  readonly parameters: readonly (Parameter | Fragment)[];
}

/** Rows, and how many there were or were written: an `update` without `returning` answers no rows but a count. */
export type Rows<T extends readonly object[]> = T & { readonly count: number };

/** Runs a statement. Its text is the same at every call, so PostgreSQL reads and plans it once a connection. */
export interface Sql {
  <T extends readonly object[] = Record<string, unknown>[]>(
    strings: TemplateStringsArray,
    ...parameters: readonly (Parameter | Fragment)[]
  ): Promise<Rows<T>>;
  /**
   * Runs a text as it stands. Without parameters it may be several statements, and is not prepared; with them it is one,
   * prepared for as long as the connection lives, so such texts must be few.
   */
  unsafe<T extends readonly object[] = Record<string, unknown>[]>(
    text: string,
    parameters?: readonly Parameter[],
  ): Promise<Rows<T>>;
}

/** As the driver takes it. */
export interface Statement {
  readonly text: string;
  readonly name: string;
  readonly values: Value[];
}

export type Value = string | Uint8Array | null | Value[];

export function fragment(strings: TemplateStringsArray, ...parameters: readonly (Parameter | Fragment)[]): Fragment {
  return { kind: 'fragment', strings, parameters };
}

/**
 * A whole number as it stands in the text, for a planner that should know it: a limit it does not know it takes for a tenth of the table.
 * Each number makes a statement of its own, so they must be few.
 */
export function literal(value: number): Fragment {
  if (!Number.isSafeInteger(value) || value < 0)
    throw new TypeError('Only a whole number stands in the text of a statement.');
  const text = String(value);
  return { kind: 'fragment', strings: Object.assign([text], { raw: [text] }), parameters: [] };
}

/** A template's strings are the same object at every call: most texts are put together once. */
const fixed = new WeakMap<TemplateStringsArray, { text: string; name: string }>();

/** @throws where a parameter is none, above all undefined. */
export function statementOf(strings: TemplateStringsArray, parameters: readonly (Parameter | Fragment)[]): Statement {
  const whole = !parameters.some(isFragment);
  const known = whole ? fixed.get(strings) : undefined;
  if (known) return { ...known, values: wireValues(parameters as readonly Parameter[]) };
  const pieces: string[] = [];
  const given: Parameter[] = [];
  putTogether(strings, parameters, { pieces, given });
  const text = pieces.join('');
  const built = { text, name: nameOf(text) };
  if (whole) fixed.set(strings, built);
  return { ...built, values: wireValues(given) };
}

export function statementOfText(text: string, parameters: readonly Parameter[]): Statement {
  return { text, name: nameOf(text), values: wireValues(parameters) };
}

function putTogether(
  strings: TemplateStringsArray,
  parameters: readonly (Parameter | Fragment)[],
  into: { pieces: string[]; given: Parameter[] },
): void {
  for (const [index, piece] of strings.entries()) {
    into.pieces.push(piece);
    if (index === parameters.length) return;
    const parameter = parameters[index] as Parameter | Fragment;
    if (isFragment(parameter)) putTogether(parameter.strings, parameter.parameters, into);
    else into.pieces.push(`$${into.given.push(parameter)}`);
  }
}

/** Texts are made of what stands in the sources, so there are a few hundred at most. */
const names = new Map<string, string>();

/** A prepared statement is known by its name; the same text must have the same, other texts others. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 32);
    names.set(text, name);
  }
  return name;
}

function isFragment(parameter: Parameter | Fragment): parameter is Fragment {
  return typeof parameter === 'object' && parameter !== null && 'kind' in parameter && parameter.kind === 'fragment';
}

function wireValues(parameters: readonly Parameter[]): Value[] {
  return parameters.map(wireValue);
}

function wireValue(parameter: Parameter, index: number): Value {
  if (parameter === null || typeof parameter === 'string') return parameter;
  if (Array.isArray(parameter)) return parameter.map(wireValue);
  if (parameter instanceof Uint8Array) return parameter;
  if (parameter instanceof Date) return parameter.toISOString();
  if (['number', 'bigint', 'boolean'].includes(typeof parameter)) return String(parameter);
  // The driver would take undefined for null, and write any object as JSON: both have hidden mistakes elsewhere.
  throw new TypeError(`Parameter ${index + 1} of a statement is ${typeof parameter}, which has no meaning there.`);
}
