// Everybody there is: found, filtered, and taken away as a file. Those without a number are here like everybody else.

import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Download, Users } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { peopleFile, peopleQuery } from '../api/people-list.ts';
import { useMay } from '../shell/use-may.ts';
import { useNow } from '../shell/use-now.ts';
import { useWindowTitle } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { PeopleFilters } from './people-filters.tsx';
import { PeopleList } from './people-list.tsx';
import { type PeopleSearch, peopleParams, readSearch, withPart } from './people-query.ts';

const pauseMs = 200;

export function PeopleScreen({ search }: { search: PeopleSearch }) {
  const navigate = useNavigate();
  const mayExport = useMay()('contacts:export');
  const now = useNow();
  const params = useMemo(() => peopleParams(search, now), [search, now]);
  const answer = useInfiniteQuery(peopleQuery(params));
  const people = useMemo(() => answer.data?.pages.flatMap((page) => page.data) ?? [], [answer.data]);
  // From what the address is about to be: two changes in one moment both hold.
  const change = (next: (before: PeopleSearch) => PeopleSearch) =>
    void navigate({ to: '/people', search: (before) => next(readSearch(before)), replace: true });
  const narrowed = Object.keys(search).some((name) => name !== 'sort');
  useWindowTitle(say('people.title'));
  return (
    <main id="main" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none!">
      <header className="border-b border-line bg-surface px-4 pt-4 pb-3 desk:px-6">
        <div className="mb-3 flex items-center gap-3">
          <h1 className="text-xl font-semibold tracking-tight">{say('people.title')}</h1>
          {mayExport && (
            <a href={peopleFile(params)} download="contacts.csv" className="btn ms-auto">
              <Download aria-hidden size={15} strokeWidth={1.75} />
              {narrowed ? say('people.exportThese') : say('people.export')}
            </a>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Search
            q={search.q ?? ''}
            onSearch={(q) => change((before) => withPart(before, 'q', q === '' ? undefined : q))}
          />
          <PeopleFilters search={search} onChange={change} />
        </div>
      </header>
      {answer.isPending ? (
        <Skeleton shape="rows" count={8} className="px-4 desk:px-6" />
      ) : answer.isError && people.length === 0 ? (
        <ErrorState title={say('people.failed')} detail={answer.error.message} onRetry={() => void answer.refetch()} />
      ) : people.length === 0 ? (
        <EmptyState
          icon={Users}
          title={narrowed ? say('people.nobodyFits') : say('people.nobody')}
          detail={narrowed ? say('people.nobodyFitsDetail') : say('people.nobodyDetail')}
        >
          {narrowed && (
            <button type="button" className="btn" onClick={() => change(() => ({}))}>
              {say('people.showAll')}
            </button>
          )}
        </EmptyState>
      ) : (
        <PeopleList
          people={people}
          now={now}
          hasMore={answer.hasNextPage && !answer.isFetchingNextPage && !answer.isFetchNextPageError}
          onMore={() => void answer.fetchNextPage()}
        />
      )}
    </main>
  );
}

function Search({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const [text, setText] = useState(q);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === q) return;
    const timer = setTimeout(() => onSearch(wanted), pauseMs);
    return () => clearTimeout(timer);
  });
  return (
    <SearchField
      label={say('people.search')}
      placeholder={say('people.searchHint')}
      value={text}
      onChange={setText}
      className="w-full desk:w-90"
    />
  );
}
