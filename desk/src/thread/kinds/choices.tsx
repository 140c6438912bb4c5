// What was offered to choose from, what was chosen, and forms filled in.

import type { MessageItem } from '@throughline/contract';
import { ClipboardList, ExternalLink, List, MapPin, MousePointerClick, Phone } from 'lucide-react';
import { say } from '../../words/say.tsx';
import { safeHref } from '../links.ts';
import { MessageText } from '../message-text.tsx';

type Part<K extends 'interactive' | 'choice' | 'form'> = NonNullable<MessageItem[K]>;

export function Interactive({
  interactive: { kind, header, body, footer, options },
}: {
  interactive: Part<'interactive'>;
}) {
  return (
    <div className="max-w-90">
      {header !== undefined && (
        <p dir="auto" className="font-semibold wrap-anywhere">
          {header}
        </p>
      )}
      <MessageText text={body} />
      {footer !== undefined && (
        <p dir="auto" className="mt-0.5 text-s text-ink-2 wrap-anywhere">
          {footer}
        </p>
      )}
      {kind === 'location_request' && <Asks icon={MapPin} words={say('kinds.asksPlace')} />}
      {kind === 'number_request' && <Asks icon={Phone} words={say('kinds.asksNumber')} />}
      {options.length > 0 && (
        <ul
          aria-label={kind === 'list' ? say('kinds.theList') : say('kinds.theButtons')}
          className="mt-2 flex flex-col gap-1"
        >
          {options.map((option) => (
            <li
              key={`${option.label}-${option.description ?? ''}`}
              className={`rounded-sm border border-accent-line bg-surface px-2.5 py-1.5 ${kind === 'list' ? '' : 'text-center'}`}
            >
              <Option option={option} isList={kind === 'list'} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Option({ option, isList }: { option: Part<'interactive'>['options'][number]; isList: boolean }) {
  const href = safeHref(option.url);
  if (href !== undefined) {
    return (
      <a
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="inline-flex items-center gap-1.5 font-medium text-accent"
      >
        <ExternalLink aria-hidden size={14} strokeWidth={1.75} />
        <bdi>{option.label}</bdi>
      </a>
    );
  }
  return (
    <>
      <bdi className={`font-medium ${isList ? '' : 'text-accent'}`}>{option.label}</bdi>
      {option.description !== undefined && (
        <bdi className="block text-s text-ink-2 wrap-anywhere">{option.description}</bdi>
      )}
    </>
  );
}

function Asks({ icon: Icon, words }: { icon: typeof MapPin; words: string }) {
  return (
    <p className="mt-2 flex items-center justify-center gap-1.5 rounded-sm border border-accent-line bg-surface px-2.5 py-1.5 font-medium text-accent">
      <Icon aria-hidden size={15} strokeWidth={1.75} />
      {words}
    </p>
  );
}

/** An answer pressed rather than typed. */
export function Choice({ choice }: { choice: Part<'choice'> }) {
  const Icon = choice.description === undefined ? MousePointerClick : List;
  return (
    <div className="flex items-start gap-2">
      <Icon aria-hidden size={16} strokeWidth={1.75} className="mt-0.75 shrink-0 text-accent" />
      <div className="min-w-0">
        <span className="sr-only">{say('kinds.chose')} </span>
        <bdi className="font-medium wrap-anywhere">{choice.label}</bdi>
        {choice.description !== undefined && (
          <bdi className="block text-s text-ink-2 wrap-anywhere">{choice.description}</bdi>
        )}
      </div>
    </div>
  );
}

export function Form({ form: { name, fields } }: { form: Part<'form'> }) {
  return (
    <div className="max-w-90">
      <p className="flex items-center gap-2 font-semibold">
        <ClipboardList aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-accent" />
        <bdi>{name ?? say('kinds.formFilled')}</bdi>
      </p>
      <dl className="mt-1.5 grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 border-t border-line pt-1.5">
        {fields.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-2 wrap-anywhere">
              <bdi>{label}</bdi>
            </dt>
            <dd className="wrap-anywhere">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
