import { useQuery } from '@tanstack/react-query';
import type { ConversationDetail } from '@throughline/contract';
import { meQuery } from '../../api/queries.ts';
import { cannedQuery } from '../../api/together.ts';
import { useMay } from '../../shell/use-may.ts';
import { identifierText, phoneText } from '../../words/identifiers.ts';
import { type Fills, fill } from './placeholders.ts';
import type { Suggestion } from './suggestion-list.tsx';
import { plain } from './triggers.ts';

/** A hook of the ready answers that fit what is written after the /, filled for this thread. */
export function useCannedFor(
  conversation: ConversationDetail,
): (query: string | undefined) => Suggestion[] | undefined {
  const may = useMay()('canned-replies:read');
  const { data } = useQuery({ ...cannedQuery, enabled: may });
  const { data: me } = useQuery(meQuery);
  return (query) => {
    if (query === undefined || data === undefined) return undefined;
    const sought = plain(query);
    const fills = fillsFor(conversation, me?.name);
    const rank = (shortcut: string, title: string, body: string) =>
      plain(shortcut).startsWith(sought) ? 0 : plain(title).includes(sought) ? 1 : plain(body).includes(sought) ? 2 : 3;
    return data.data
      .map((one) => ({ one, rank: rank(one.shortcut, one.title, one.body) }))
      .filter((found) => found.rank < 3)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, 50)
      .map(({ one }) => {
        const { text } = fill(one.body, fills);
        return { id: one.id, title: one.title, detail: `/${one.shortcut}`, insert: text, preview: text };
      });
  };
}

/** What is known of a thread. A stand-in for a name is none, and a number shown only in part is not known here. */
export function fillsFor({ contact, businessNumber }: ConversationDetail, agent: string | undefined): Fills {
  const { displayName, identifier } = contact;
  const spelled = [identifier.value, identifierText(identifier), `@${identifier.value}`];
  const isNamed = identifier.kind === 'name' || !spelled.includes(displayName);
  const isWhole = !/[•*…]/.test(identifier.value);
  return {
    'contact.name': isNamed ? displayName : undefined,
    'contact.identifier':
      (identifier.kind === 'phone' || identifier.kind === 'username') && isWhole
        ? identifierText(identifier)
        : undefined,
    'contact.phone': identifier.kind === 'phone' && isWhole ? identifierText(identifier) : undefined,
    'agent.name': agent,
    'business.name': businessNumber.name,
    'business.number': phoneText(businessNumber.display),
  };
}
