import type { SendReply } from '@throughline/contract';
import { Plus, X } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { Segments } from '../../ui/radio-group.tsx';
import { say } from '../../words/say.tsx';
import { type Draft, type Option, problemsOf, toContent, withOption } from './choices-draft.ts';
import { Field, FormEnd } from './field.tsx';

const kinds = () =>
  [
    { id: 'buttons', label: say('compose.buttons') },
    { id: 'list', label: say('compose.list') },
    { id: 'link', label: say('compose.link') },
  ] as const;

/** A question with answers to press. */
export function ChoicesForm({ onSend }: { onSend: (content: SendReply) => void }) {
  const [draft, setDraft] = useState<Draft>({
    kind: 'buttons',
    body: '',
    footer: '',
    button: say('compose.choose'),
    url: '',
    options: [{ title: '', description: '' }],
  });
  const [asked, setAsked] = useState(false);
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const problems = asked ? problemsOf(draft) : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(problemsOf(draft)).length === 0) onSend({ type: 'interactive', interactive: toContent(draft) });
  };
  const most = draft.kind === 'buttons' ? 3 : 10;
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      <Segments
        label={say('compose.whatTheyPress')}
        options={kinds()}
        value={draft.kind}
        isDisabled={false}
        onChange={(kind) => set({ kind })}
      />
      <Field
        label={say('compose.whatYouWrite')}
        value={draft.body}
        onChange={(body) => set({ body })}
        rows={3}
        isFirst
        max={1024}
        placeholder={say('compose.whichDay')}
        problem={problems.body}
      />
      {draft.kind === 'link' ? (
        <Field
          label={say('compose.whereTo')}
          value={draft.url}
          onChange={(url) => set({ url })}
          dir="ltr"
          max={2000}
          placeholder="https://"
          problem={problems.url}
        />
      ) : (
        <Options draft={draft} most={most} problem={problems.options} onChange={(options) => set({ options })} />
      )}
      {draft.kind !== 'buttons' && (
        <Field
          label={draft.kind === 'list' ? say('compose.listButton') : say('compose.buttonSays')}
          value={draft.button}
          onChange={(button) => set({ button })}
          max={20}
          hint={say('compose.upTo20')}
          problem={problems.button}
        />
      )}
      <Field
        label={say('compose.smallPrint')}
        value={draft.footer}
        onChange={(footer) => set({ footer })}
        max={60}
        hint={say('common.optional')}
      />
      <FormEnd label={say('thread.send')} />
    </form>
  );
}

interface OptionsProps {
  draft: Draft;
  most: number;
  problem: string | undefined;
  onChange: (options: Option[]) => void;
}

function Options({ draft: { kind, options }, most, problem, onChange }: OptionsProps) {
  const isList = kind === 'list';
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{isList ? say('compose.whatToChoose') : say('compose.theButtons')}</legend>
      <ul className="flex flex-col gap-2">
        {options.map((option, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an option is its place
          <li key={index} className="flex items-start gap-1.5">
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <input
                aria-label={say('compose.answerN', { n: index + 1 })}
                placeholder={say('compose.answerN', { n: index + 1 })}
                value={option.title}
                maxLength={isList ? 24 : 20}
                dir={option.title === '' ? undefined : 'auto'}
                onChange={(event) => onChange(withOption(options, index, { title: event.target.value }))}
                className="field placeholder:text-ink-3"
              />
              {isList && (
                <input
                  aria-label={say('compose.moreAboutN', { n: index + 1 })}
                  placeholder={say('compose.moreAbout')}
                  value={option.description}
                  maxLength={72}
                  dir={option.description === '' ? undefined : 'auto'}
                  onChange={(event) => onChange(withOption(options, index, { description: event.target.value }))}
                  className="field h-8! text-s! placeholder:text-ink-3"
                />
              )}
            </div>
            <button
              type="button"
              aria-label={say('compose.takeAnswerOut', { n: index + 1 })}
              disabled={options.length === 1}
              onClick={() => onChange(options.filter((_, other) => other !== index))}
              className="icon-btn disabled:opacity-40"
            >
              <X aria-hidden size={16} strokeWidth={1.75} />
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-0.5 text-s text-danger">
        {problem}
      </p>
      {options.length < most && (
        <button
          type="button"
          className="text-btn"
          onClick={() => onChange([...options, { title: '', description: '' }])}
        >
          <Plus aria-hidden size={14} strokeWidth={2} className="me-1 inline align-[-2px]" />
          {say('compose.anotherAnswer')}
        </button>
      )}
    </fieldset>
  );
}
