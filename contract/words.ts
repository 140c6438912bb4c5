// Sentences for people: which languages there are, and what a sentence with places in it needs to be said. Types only.

/** The languages the service and the desk speak. */
export type Language = 'en' | 'es' | 'pt' | 'de' | 'hi' | 'ar';

/** What a place in a sentence may be filled with. */
export type Fill = string | number | Date;

/**
 * The places of an ICU message, taken from its text: `'count' | 'name'` for
 * `'{count, plural, one {# note by} other {# notes by}} {name}'`. Branches of plural and select must hold more than one
 * lower-case word, or they are taken for places.
 */
export type PlacesOf<Message extends string> = Message extends `${string}{${infer Rest}`
  ? Place<Head<Rest>> | PlacesOf<Rest>
  : never;

type Head<Rest extends string> = Rest extends `${infer Name},${string}`
  ? Name extends `${infer Short}}${string}`
    ? Short
    : Name
  : Rest extends `${infer Name}}${string}`
    ? Name
    : never;

type Place<Name extends string> = Name extends '' | `${string} ${string}` | `#${string}` | `<${string}`
  ? never
  : Name extends Capitalize<Name>
    ? never
    : Name;

/** Needed where the message has places, and not to be given where it has none. */
export type Filling<Message extends string, Value = Fill> = [PlacesOf<Message>] extends [never]
  ? []
  : [values: Readonly<Record<PlacesOf<Message>, Value>>];
