// Tags and values as they are shown with whom or what they stand on.

import type { Field, FieldValue, Tag } from '@throughline/contract';
import type { HolderId, PortfolioId } from '@throughline/identity';
import type { Reader } from '../db/connect.ts';
import { contactLabels } from '../labels/on-contacts.ts';
import { conversationTags, conversationValues } from '../labels/on-conversations.ts';
import { toldValue } from '../labels/rules-values.ts';
import { fields, tags } from '../labels/store.ts';

export interface Labels {
  tags: Tag[];
  values: FieldValue[];
}

/** Answers what the people made of these holders have. Definitions are read only where there is something to define. */
export async function labelsOfContacts(
  db: Reader,
  portfolioId: PortfolioId,
  holders: readonly HolderId[],
): Promise<(own: readonly HolderId[]) => Labels> {
  const found = await contactLabels(db, portfolioId, holders);
  const tagsById = await definedTags(db, found.tags.length > 0);
  const fieldsById = await definedFields(db, 'contact', found.values.length > 0);
  return (own) => ({
    tags: shownTags(
      tagsById,
      found.tags.filter(({ holderId }) => own.includes(holderId)),
    ),
    values: shownValues(
      fieldsById,
      found.values.filter(({ holderId }) => own.includes(holderId)),
    ),
  });
}

export async function tagsOfConversations(
  db: Reader,
  rows: readonly { portfolioId: PortfolioId; id: string }[],
): Promise<(id: string) => Tag[]> {
  const portfolios = Map.groupBy(rows, (row) => row.portfolioId);
  const found = await Promise.all(
    [...portfolios].map(([portfolioId, own]) =>
      conversationTags(
        db,
        portfolioId,
        own.map(({ id }) => id),
      ),
    ),
  );
  const all = found.flat();
  const defined = await definedTags(db, all.length > 0);
  return (id) =>
    shownTags(
      defined,
      all.filter(({ conversationId }) => conversationId === id),
    );
}

export async function valuesOfConversation(
  db: Reader,
  { portfolioId, id }: { portfolioId: PortfolioId; id: string },
): Promise<FieldValue[]> {
  const found = await conversationValues(db, portfolioId, id);
  return shownValues(await definedFields(db, 'conversation', found.length > 0), found);
}

async function definedTags(db: Reader, needed: boolean): Promise<Map<string, Tag>> {
  return new Map(needed ? (await tags(db)).map((tag) => [tag.id, tag]) : []);
}

async function definedFields(db: Reader, subject: Field['subject'], needed: boolean): Promise<Map<string, Field>> {
  return new Map(needed ? (await fields(db, subject)).map((field) => [field.id, field]) : []);
}

function shownTags(defined: ReadonlyMap<string, Tag>, found: readonly { tagId: string }[]): Tag[] {
  const ids = new Set(found.map(({ tagId }) => tagId));
  return [...defined.values()].filter(({ id }) => ids.has(id));
}

/** `found`: the newest of a field first. In the order of the fields; what was archived is not shown. */
function shownValues(
  defined: ReadonlyMap<string, Field>,
  found: readonly { fieldId: string; value: string }[],
): FieldValue[] {
  return [...defined.values()].flatMap((field) => {
    const first = found.find(({ fieldId }) => fieldId === field.id);
    const value = first && !field.archived ? toldValue(field, first.value) : null;
    return value === null ? [] : [{ field: field.id, value }];
  });
}
