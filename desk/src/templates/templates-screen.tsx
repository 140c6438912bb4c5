import { useInfiniteQuery } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { useState } from 'react';
import { LoadMore } from '../ui/load-more.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { type PlainKey, say } from '../words/say.tsx';
import { SyncState } from './sync-state.tsx';
import { type TemplateFilter, templatesQuery } from './template-queries.ts';
import { TemplateRow } from './template-row.tsx';
import { categoryWords, statusWords } from './template-words.ts';
import { useLater } from './use-later.ts';

/** Every template of ours at WhatsApp: what it says, whether it can be sent, and why not. */
export function TemplatesScreen() {
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<Pick<TemplateFilter, 'status' | 'category'>>({});
  const q = useLater(text.trim(), 200);
  const answer = useInfiniteQuery(templatesQuery({ ...filter, ...(q === '' ? {} : { q }) }));
  const templates = answer.data?.pages.flatMap(({ data }) => data) ?? [];
  const filtered = q !== '' || filter.status !== undefined || filter.category !== undefined;
  return (
    <Page title={say('shell.templates')} intro={say('templates.explained')}>
      <SyncState />
      <search className="mb-4 flex flex-wrap gap-2">
        <SearchField
          label={say('templates.search')}
          placeholder={say('templates.nameOrWords')}
          value={text}
          onChange={setText}
          className="min-w-56 flex-1"
        />
        <Pick
          label={say('templates.state')}
          all={say('templates.anyState')}
          words={statusWords}
          value={filter.status}
          onChange={(status) => setFilter(({ status: _, ...rest }) => ({ ...rest, ...(status && { status }) }))}
        />
        <Pick
          label={say('templates.category')}
          all={say('templates.anyCategory')}
          words={categoryWords}
          value={filter.category}
          onChange={(category) => setFilter(({ category: _, ...rest }) => ({ ...rest, ...(category && { category }) }))}
        />
      </search>
      {answer.isPending && <Skeleton label={say('templates.loading')} />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title={say('templates.failed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.data && templates.length === 0 && (
        <EmptyState
          icon={LayoutTemplate}
          title={filtered ? say('templates.noneFits') : say('templates.noneYet')}
          detail={filtered ? say('templates.fewerWordsState') : say('templates.writeOne')}
        />
      )}
      {templates.length > 0 && (
        <ul
          aria-label={say('shell.templates')}
          className="flex flex-col divide-y divide-line rounded-md border border-line bg-surface"
        >
          {templates.map((template) => (
            <TemplateRow key={template.id} template={template} />
          ))}
        </ul>
      )}
      <LoadMore
        hasMore={answer.hasNextPage}
        isLoading={answer.isFetchingNextPage}
        onMore={() => void answer.fetchNextPage()}
      />
    </Page>
  );
}

interface PickProps<T extends string> {
  label: string;
  all: string;
  words: Record<T, PlainKey>;
  value: T | undefined;
  onChange: (value: T | undefined) => void;
}

const any = 'any';

/** Any of them, or one. */
function Pick<T extends string>({ label, all, words, value, onChange }: PickProps<T>) {
  const options = (Object.entries(words) as [T, PlainKey][]).map(([id, word]) => ({ id, label: say(word) }));
  return (
    <Select<T | typeof any>
      label={label}
      hidesLabel
      options={[{ id: any, label: all }, ...options]}
      value={value ?? any}
      onChange={(chosen) => onChange(chosen === any ? undefined : chosen)}
      className="min-w-40"
    />
  );
}
