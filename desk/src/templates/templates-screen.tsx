import { useInfiniteQuery } from '@tanstack/react-query';
import { LayoutTemplate, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Empty, Failed } from '../shell/states.tsx';
import { useDelayed } from '../shell/use-delayed.ts';
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
  const slow = useDelayed(answer.isPending, 300);
  const templates = answer.data?.pages.flatMap(({ data }) => data) ?? [];
  const filtered = q !== '' || filter.status !== undefined || filter.category !== undefined;
  useEffect(() => {
    document.title = say('templates.window');
  }, []);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-180 px-4 py-6 desk:px-8 desk:py-8">
        <h1 className="text-xl font-semibold tracking-tight">{say('shell.templates')}</h1>
        <p className="mt-1 mb-4 max-w-140 text-ink-2">{say('templates.explained')}</p>
        <SyncState />
        <search className="mb-4 flex flex-wrap gap-2">
          <span className="relative min-w-56 flex-1">
            <Search aria-hidden size={15} strokeWidth={1.75} className="absolute start-3 top-3 text-ink-3" />
            <input
              type="search"
              aria-label={say('templates.search')}
              placeholder={say('templates.nameOrWords')}
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="field ps-9! placeholder:text-ink-3"
            />
          </span>
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
            onChange={(category) =>
              setFilter(({ category: _, ...rest }) => ({ ...rest, ...(category && { category }) }))
            }
          />
        </search>
        {slow && <div role="status" aria-label={say('templates.loading')} className="skeleton h-60" />}
        {answer.isError && answer.data === undefined && (
          <Failed
            title={say('templates.failed')}
            detail={answer.error.message}
            action={say('common.tryAgain')}
            onAction={() => void answer.refetch()}
          />
        )}
        {answer.data && templates.length === 0 && (
          <Empty
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
        {answer.hasNextPage && (
          <button
            type="button"
            className="btn mt-4"
            disabled={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {say('common.showMore')}
          </button>
        )}
      </div>
    </main>
  );
}

interface PickProps<T extends string> {
  label: string;
  all: string;
  words: Record<T, PlainKey>;
  value: T | undefined;
  onChange: (value: T | undefined) => void;
}

function Pick<T extends string>({ label, all, words, value, onChange }: PickProps<T>) {
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : (event.target.value as T))}
      className="field w-auto!"
    >
      <option value="">{all}</option>
      {(Object.entries(words) as [T, PlainKey][]).map(([key, word]) => (
        <option key={key} value={key}>
          {say(word)}
        </option>
      ))}
    </select>
  );
}
