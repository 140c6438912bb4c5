// What stands on threads and on their people, as conditions on `c` (conversations) and `t` (contacts).

import type { Reader } from '../db/connect.ts';
import { type Fragment, fragment } from '../db/sql.ts';
import type { Viewer } from '../words/viewer.ts';
import { contactField, fieldWanted, joined, taggedContact } from './contact-filters.ts';

/** Begins with `and`, or is empty. */
export async function labelConditions(
  db: Reader,
  { phones }: Pick<Viewer, 'phones'>,
  { tag = [], field = [] }: { tag?: string[] | undefined; field?: string[] | undefined },
): Promise<Fragment> {
  return joined([
    ...tag.map(
      (id) => fragment`and (exists (
        select from conversation_tags g
        where g.portfolio_id = c.portfolio_id and g.conversation_id = c.id and g.tag_id = ${id}::uuid) or ${taggedContact(id)})`,
    ),
    ...(await Promise.all(field.map((one) => threadField(db, { phones }, one)))),
  ]);
}

async function threadField(db: Reader, { phones }: Pick<Viewer, 'phones'>, text: string): Promise<Fragment> {
  const wanted = await fieldWanted(db, text, { subject: 'conversation', phones });
  if (!wanted) return await contactField(db, { phones }, text);
  return fragment`and exists (
    select from conversation_values n
    where n.portfolio_id = c.portfolio_id and n.conversation_id = c.id and n.field_id = ${wanted.id}::uuid and ${wanted.fits})`;
}
