import type { Review } from '@throughline/contract';

/** Those about one contact, on either side; all of them where none is named. */
export function concerning(reviews: Review[], contactId: string | undefined): Review[] {
  if (contactId === undefined) return reviews;
  return reviews.filter(({ contact, other }) => contact.id === contactId || other?.id === contactId);
}
