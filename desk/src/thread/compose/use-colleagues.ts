import { useQuery } from '@tanstack/react-query';
import type { Colleague } from '@throughline/contract';
import { meQuery } from '../../api/queries.ts';
import { colleaguesQuery } from '../../api/together.ts';
import { say } from '../../words/say.tsx';
import type { Suggestion } from './suggestion-list.tsx';
import { plain } from './triggers.ts';

const most = 8;

/** Colleagues and teams whose name has a word that begins so; undefined while nobody asks, or where the word is no name. */
export function useColleagues(query: string | undefined): Suggestion[] | undefined {
  const { data } = useQuery(colleaguesQuery);
  const { data: me } = useQuery(meQuery);
  if (query === undefined || data === undefined) return undefined;
  const sought = plain(query.trimEnd());
  const found = data.data.filter((one) => one.id !== me?.id && isCalled(one, sought)).slice(0, most);
  // Behind a space, an @ may simply be the end of a sentence.
  return found.length === 0 && query.includes(' ') ? undefined : found.map(suggestionOf);
}

function isCalled({ name }: Colleague, sought: string): boolean {
  const words = plain(name);
  return words.startsWith(sought) || words.split(/\s+/).some((word) => word.startsWith(sought));
}

function suggestionOf({ kind, id, name }: Colleague): Suggestion {
  return {
    id: `${kind}-${id}`,
    title: name,
    insert: `@${name} `,
    ...(kind === 'team' && { detail: say('together.team') }),
  };
}

/** Whom a note calls: everybody whose name stands in it after an @, the longer of two names first. Pure. */
export function calledIn(text: string, colleagues: readonly Colleague[]): { kind: Colleague['kind']; id: string }[] {
  let left = text;
  return [...colleagues]
    .sort((a, b) => b.name.length - a.name.length)
    .flatMap(({ kind, id, name }) => {
      const at = `@${name}`;
      const ends = new RegExp(`${at.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');
      if (!ends.test(left)) return [];
      left = left.replace(ends, '');
      return [{ kind, id }];
    });
}
