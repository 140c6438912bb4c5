import type { Template } from '@throughline/contract';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { factsText } from '../words/lists.ts';
import { say } from '../words/say.tsx';
import { StatusChip } from './status-chip.tsx';
import { TemplateBubble } from './template-bubble.tsx';
import { categoryWords, languageName, qualityWords } from './template-words.ts';

/** One template; opened, it shows how it reads and what is filled in. */
export function TemplateRow({ template }: { template: Template }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { name, language, category, status, quality, text, slots, why, needsPhone, asksForNumber } = template;
  const facts = [
    languageName(language),
    say(categoryWords[category]),
    quality !== 'unknown' && say(qualityWords[quality]),
    needsPhone && say('templates.phonesOnly'),
    asksForNumber && say('templates.asksNumber'),
  ].filter((fact) => typeof fact === 'string');
  return (
    <li data-testid="template">
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="flex w-full items-start gap-3 px-4 py-3 text-start -outline-offset-2! hover:bg-sunken/50"
        >
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <bdi className="font-semibold wrap-anywhere">{name}</bdi>
              <StatusChip status={status} />
            </span>
            <span className="mt-0.5 block text-s text-ink-3 rtl:text-right">{factsText(facts)}</span>
            {!open && (
              <span className="plain-bidi mt-0.5 line-clamp-1 text-ink-2 wrap-anywhere ltr:text-left rtl:text-right">
                {text.body}
              </span>
            )}
          </span>
          <ChevronDown
            aria-hidden
            size={17}
            strokeWidth={1.75}
            className={`mt-0.5 shrink-0 text-ink-3 transition-transform ${open ? 'rotate-180' : ''}`}
          />
        </button>
      </h2>
      <div id={id} hidden={!open} className="px-4 pb-4">
        {why !== null && (
          <p className="plain-bidi mb-3 rounded-sm bg-warn-soft px-2.5 py-1.5 text-warn rtl:text-right">{why}</p>
        )}
        <div className="grid gap-4 min-[640px]:grid-cols-2">
          <TemplateBubble text={text} label={say('templates.nameAsSeen', { name })} />
          <div>
            <h3 className="mb-1 font-semibold">{say('templates.whatIsFilled')}</h3>
            {slots.length === 0 ? (
              <p className="text-ink-2">{say('templates.nothingFilled')}</p>
            ) : (
              <dl>
                {slots.map(({ key, label, example, required }) => (
                  <div
                    key={key}
                    className="flex flex-wrap justify-between gap-x-3 border-b border-line py-1.5 last:border-0"
                  >
                    <dt className="wrap-anywhere">{label}</dt>
                    <dd className="text-ink-3 wrap-anywhere">
                      <bdi>
                        {example !== null
                          ? say('templates.suchAs', { example })
                          : required
                            ? ''
                            : say('templates.mayStayEmptyShort')}
                      </bdi>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </div>
        </div>
      </div>
    </li>
  );
}
