// Somebody adds, renames, reorders or archives a tag or a field: it is written down, and desks of every portfolio look again.

import { isDeepStrictEqual } from 'node:util';
import type { ChangeField, CreateField, Field, Tag } from '@throughline/contract';
import { type Author, append } from '../audit/store.ts';
import { record } from '../changes/store.ts';
import type { Transaction } from '../db/connect.ts';
import { fieldById, fields, lockLabels, saveField, saveTag, tagById, tags } from '../labels/store.ts';
import { limits } from '../limits.ts';
import { portfolioIds } from '../numbers/store.ts';
import type { Tools } from './tools.ts';

export type Defining =
  | { kind: 'new-tag'; tag: Pick<Tag, 'name' | 'color'> }
  | { kind: 'tag'; id: string; change: { [Key in 'name' | 'color' | 'archived']?: Tag[Key] | undefined } }
  | { kind: 'new-field'; field: CreateField }
  | { kind: 'field'; id: string; change: ChangeField };

export type Defined = { kind: 'tag'; tag: Tag } | { kind: 'field'; field: Field };
export type DefineOutcome = Defined | { kind: 'unknown' } | { kind: 'name_taken' } | { kind: 'too_many' };

export async function defineLabel(
  tx: Transaction,
  { defining, actor }: { defining: Defining; actor: Author },
  tools: Tools,
): Promise<DefineOutcome> {
  await lockLabels(tx);
  const before = await definedBefore(tx, defining);
  const outcome = await define(tx, defining, tools);
  if (outcome.kind === 'tag' || outcome.kind === 'field') {
    await writeDown(tx, actor, { before, after: outcome });
    const subjectId = labelOf(outcome).id;
    for (const portfolioId of await portfolioIds(tx)) await record(tx, portfolioId, [{ kind: 'labels', subjectId }]);
  }
  return outcome;
}

const labelOf = (defined: Defined): Tag | Field => (defined.kind === 'tag' ? defined.tag : defined.field);

async function definedBefore(tx: Transaction, defining: Defining): Promise<Tag | Field | undefined> {
  if (defining.kind === 'tag') return await tagById(tx, defining.id);
  return defining.kind === 'field' ? await fieldById(tx, defining.id) : undefined;
}

async function writeDown(
  tx: Transaction,
  actor: Author,
  { before, after }: { before: Tag | Field | undefined; after: Defined },
): Promise<void> {
  const label = labelOf(after);
  const subject = { kind: after.kind, id: label.id, name: label.name };
  if (before === undefined) return await append(tx, { act: `${after.kind}_created`, actor, subject });
  const now = new Map<string, unknown>(Object.entries(label));
  const changed = Object.entries(before)
    .filter(([part, was]) => !isDeepStrictEqual(was, now.get(part)))
    .map(([part]) => part);
  if (changed.length === 0) return;
  const detail = { changed, ...(before.name !== label.name && { before: before.name }) };
  await append(tx, { act: `${after.kind}_changed`, actor, subject, detail });
}

async function define(tx: Transaction, defining: Defining, tools: Tools): Promise<DefineOutcome> {
  switch (defining.kind) {
    case 'new-tag': {
      if (inUse(await tags(tx)) >= limits.tags) return { kind: 'too_many' };
      const tag: Tag = { id: tools.newId(), ...defining.tag, archived: false };
      return (await saveTag(tx, tag)) ? { kind: 'tag', tag } : { kind: 'name_taken' };
    }
    case 'tag': {
      const found = await tagById(tx, defining.id);
      if (!found) return { kind: 'unknown' };
      const tag: Tag = { ...found, ...given(defining.change) };
      return (await saveTag(tx, tag)) ? { kind: 'tag', tag } : { kind: 'name_taken' };
    }
    case 'new-field': {
      const others = await fields(tx, defining.field.subject);
      if (inUse(others) >= limits.fields) return { kind: 'too_many' };
      const choices = defining.field.choices.map(({ label }) => ({ id: tools.newId(), label, archived: false }));
      const place = others.length;
      const field: Field = { id: tools.newId(), ...defining.field, choices, place, archived: false };
      return (await saveField(tx, field)) ? { kind: 'field', field } : { kind: 'name_taken' };
    }
    case 'field':
      return await changeField(tx, defining.id, defining.change, tools);
  }
}

async function changeField(tx: Transaction, id: string, change: ChangeField, tools: Tools): Promise<DefineOutcome> {
  const found = await fieldById(tx, id);
  if (!found) return { kind: 'unknown' };
  const { choices, place, ...rest } = change;
  const changed: Field = {
    ...found,
    ...given(rest),
    ...(choices && found.kind === 'choice' && { choices: mergedChoices(found.choices, choices, tools) }),
  };
  if (!(await saveField(tx, changed))) return { kind: 'name_taken' };
  if (place !== undefined) await reorder(tx, changed, place);
  return { kind: 'field', field: (await fieldById(tx, id)) ?? changed };
}

/** Those left out stay known, so that what was chosen before can still be read. */
function mergedChoices(
  before: Field['choices'],
  wanted: NonNullable<ChangeField['choices']>,
  tools: Tools,
): Field['choices'] {
  const known = new Set(before.map((one) => one.id));
  const offered = wanted.map(({ id, label }) => ({
    id: id !== undefined && known.has(id) ? id : tools.newId(),
    label,
    archived: false,
  }));
  const kept = new Set(offered.map((one) => one.id));
  return [...offered, ...before.filter((one) => !kept.has(one.id)).map((one) => ({ ...one, archived: true }))];
}

async function reorder(tx: Transaction, moved: Field, place: number): Promise<void> {
  const others = (await fields(tx, moved.subject)).filter((one) => one.id !== moved.id);
  const ordered = [...others.slice(0, place), moved, ...others.slice(place)];
  for (const [index, one] of ordered.entries())
    if (one.place !== index || one.id === moved.id) await saveField(tx, { ...one, place: index });
}

function inUse(all: readonly { archived: boolean }[]): number {
  return all.filter((one) => !one.archived).length;
}

function given<T extends object>(change: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
