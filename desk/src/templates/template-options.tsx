import { useInfiniteQuery } from '@tanstack/react-query';
import type { Template } from '@throughline/contract';
import { LayoutTemplate, Search } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useDelayed } from '../shell/use-delayed.ts';
import { EmptyState, ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { templatesQuery } from './template-queries.ts';
import { categoryWords, languageName } from './template-words.ts';
import { useLater } from './use-later.ts';

interface Props {
  /** One of ours: only what it may send. */
  businessNumber: string;
  onChoose: (template: Template) => void;
}

/** Templates that can be sent, to search in and choose from by keys. */
export function TemplateOptions({ businessNumber, onChoose }: Props) {
  const [text, setText] = useState('');
  const q = useLater(text.trim(), 200);
  const answer = useInfiniteQuery(templatesQuery({ businessNumber, sendable: true, ...(q === '' ? {} : { q }) }));
  const slow = useDelayed(answer.isPending, 300);
  const templates = answer.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <div className="flex min-h-0 flex-col gap-2">
      <div className="relative">
        <Search aria-hidden size={15} strokeWidth={1.75} className="absolute start-3 top-3 text-ink-3" />
        <input
          type="search"
          aria-label={say('templates.search')}
          placeholder={say('templates.nameOrWords')}
          autoComplete="off"
          // Opened to look for one.
          // biome-ignore lint/a11y/noAutofocus: the picker was opened by its reader
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="field ps-9! placeholder:text-ink-3"
        />
      </div>
      {slow && <div role="status" aria-label={say('templates.loading')} className="skeleton h-32" />}
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
          title={q === '' ? say('templates.noneToSend') : say('templates.noneHasWords')}
          detail={q === '' ? say('templates.noneToSendDetail') : say('templates.fewerWordsSpelling')}
        />
      )}
      {templates.length > 0 && (
        <ListBox
          aria-label={say('shell.templates')}
          items={templates}
          selectionMode="none"
          onAction={(key) => {
            const chosen = templates.find(({ id }) => id === key);
            if (chosen) onChoose(chosen);
          }}
          className="flex max-h-64 min-h-0 flex-col overflow-y-auto rounded-md border border-line outline-none"
        >
          {(template) => <Option template={template} />}
        </ListBox>
      )}
      {answer.hasNextPage && (
        <button type="button" className="text-btn self-start" onClick={() => void answer.fetchNextPage()}>
          {say('common.showMore')}
        </button>
      )}
    </div>
  );
}

function Option({ template }: { template: Template }) {
  return (
    <ListBoxItem
      id={template.id}
      textValue={template.name}
      className="cursor-pointer border-b border-line bg-surface px-3 py-2 outline-none last:border-0 hover:bg-sunken data-[focused]:bg-accent-soft"
    >
      <p className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="font-semibold wrap-anywhere">{template.name}</bdi>
        <span className="text-s text-ink-3">
          {languageName(template.language)} · {say(categoryWords[template.category])}
        </span>
      </p>
      <p dir="auto" className="line-clamp-2 text-s text-ink-2 wrap-anywhere">
        {template.text.body}
      </p>
    </ListBoxItem>
  );
}
