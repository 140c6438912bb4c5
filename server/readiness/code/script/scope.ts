// What is known at a point of a program: what names stand for, and what is certain to be there.

import type { Node } from '@babel/types';
import type { Context } from '../context.ts';

/**
 * What an expression is, in WhatsApp's terms. `path`: what is read, with aliases undone, so that a guard of one name guards the other.
 * `wire`: read from a webhook; else known by its name only. `sure`: something else stands in where it is missing. `text`: put into a text.
 */
export type Sight =
  | { readonly is: 'list'; readonly of: 'message' | 'contact' | 'status' | 'answered'; readonly path: string }
  | { readonly is: 'object'; readonly of: Role; readonly path: string }
  | PhoneSight
  | { readonly is: 'user-id'; readonly path: string; readonly text: boolean }
  | { readonly is: 'either'; readonly first: 'phone' | 'user-id'; readonly path: string; readonly text: boolean }
  | { readonly is: 'username'; readonly path: string; readonly text: boolean };

export interface PhoneSight {
  readonly is: 'phone';
  readonly field: string;
  readonly path: string;
  readonly wire: boolean;
  readonly sure: boolean;
  readonly text: boolean;
}

export type Role = 'value' | 'message' | 'contact' | 'status' | 'answered' | 'system' | 'profile';

export interface Scope {
  readonly names: Map<string, Sight | undefined>;
  readonly parent: Scope | undefined;
}

export interface Env {
  readonly context: Context;
  readonly text: string;
  readonly scope: Scope;
  /** Paths that are certain to hold something here. */
  readonly present: Set<string>;
  /** The nearest function around, or the program. */
  readonly around: Node;
}

export function lookUp(scope: Scope, name: string): { found: boolean; sight: Sight | undefined } {
  for (let at: Scope | undefined = scope; at; at = at.parent)
    if (at.names.has(name)) return { found: true, sight: at.names.get(name) };
  return { found: false, sight: undefined };
}

/** Gives a name that is there already another meaning. */
export function rebind(scope: Scope, name: string, sight: Sight | undefined): void {
  for (let at: Scope | undefined = scope; at; at = at.parent)
    if (at.names.has(name)) {
      at.names.set(name, sight);
      return;
    }
}

export function inner(env: Env, around?: Node): Env {
  const scope = { names: new Map(), parent: env.scope };
  return { ...env, scope, present: new Set(env.present), around: around ?? env.around };
}

export function knowing(env: Env, paths: readonly string[]): Env {
  return paths.length === 0
    ? { ...env, present: new Set(env.present) }
    : { ...env, present: new Set([...env.present, ...paths]) };
}

/** Does the function around know that there are account ids? Then it does not count on a number. */
export function knowsUserIds(env: Env): boolean {
  const { start, end } = env.around;
  return /_user_id\b|\buser_id\b|userId\b|bsuid/i.test(env.text.slice(start ?? 0, end ?? env.text.length));
}

/** May it be missing here? */
export function mayBeMissing(env: Env, sight: Sight): boolean {
  if (sight.is === 'phone') return !sight.sure && !env.present.has(sight.path);
  return !env.present.has(sight.path);
}
