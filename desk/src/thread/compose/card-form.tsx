import { useMutation } from '@tanstack/react-query';
import type { Card, CardsRead, Contact, SendReply } from '@throughline/contract';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { PersonPicker } from '../../who/person-picker.tsx';
import { phoneText } from '../../words/identifiers.ts';
import { say } from '../../words/say.tsx';

const mostBytes = 1_000_000;
const mostCards = 10;

/** The card of somebody we know, or one from a file. It is looked at before it goes. */
export function CardForm({ onSend }: { onSend: (content: SendReply) => void }) {
  const [cards, setCards] = useState<Card[]>();
  const [problems, setProblems] = useState<string[]>([]);
  const reading = useMutation({
    mutationFn: (vcard: string) => call<CardsRead>('/api/v1/cards/read', { method: 'POST', body: { vcard } }),
    onSuccess: (read) => {
      setCards(read.cards.slice(0, mostCards));
      setProblems(read.problems);
    },
  });
  const pickFile = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > mostBytes) setProblems([say('compose.cardTooLarge')]);
    else reading.mutate(await file.text());
  };
  if (cards !== undefined && cards.length > 0) {
    return <Chosen cards={cards} problems={problems} onBack={() => setCards(undefined)} onSend={onSend} />;
  }
  return (
    <div className="flex flex-col gap-4">
      <label className="flex cursor-pointer items-center gap-3 rounded-md border border-dashed border-edge px-3 py-3 hover:bg-canvas has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <FileUp aria-hidden size={18} strokeWidth={1.75} className="text-ink-3" />
        <span>
          <span className="block font-medium">{say('compose.fromVcf')}</span>
          <span className="text-s text-ink-3">{say('compose.fromVcfHint')}</span>
        </span>
        <input
          type="file"
          accept=".vcf,text/vcard,text/x-vcard"
          className="sr-only"
          onChange={(event) => {
            void pickFile(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      <div role="status" className="text-danger empty:hidden">
        {reading.isError && reading.error.message}
        {cards?.length === 0 && problems.length === 0 && say('compose.noCard')}
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
      </div>
      <div>
        <p className="mb-1 font-medium">{say('compose.orSomebody')}</p>
        <PersonPicker except="" onPick={(person) => setCards([cardOf(person)])} />
      </div>
    </div>
  );
}

interface ChosenProps {
  cards: Card[];
  problems: string[];
  onBack: () => void;
  onSend: (content: SendReply) => void;
}

function Chosen({ cards, problems, onBack, onSend }: ChosenProps) {
  const bare = cards.filter(({ phones, emails }) => phones.length === 0 && emails.length === 0);
  return (
    <div className="flex flex-col gap-3">
      <p>{say('compose.whatTheyGet')}</p>
      <ul className="flex flex-col gap-2">
        {cards.map((card) => (
          <li
            key={`${card.name.formatted}-${card.phones[0]?.text}`}
            className="rounded-md border border-line px-3 py-2.5"
          >
            <bdi className="font-semibold">{card.name.formatted}</bdi>
            {card.organization?.company && <bdi className="block text-s text-ink-2">{card.organization.company}</bdi>}
            {card.phones.map(({ text, phone }) => (
              <bdi key={text} dir="ltr" className="block text-s rtl:text-right">
                {phone === undefined ? text : phoneText(phone)}
              </bdi>
            ))}
            {card.emails.map(({ email }) => (
              <bdi key={email} dir="ltr" className="block text-s rtl:text-right">
                {email}
              </bdi>
            ))}
          </li>
        ))}
      </ul>
      {problems.length > 0 && <p className="text-s text-warn">{problems.join(' ')}</p>}
      {bare.length > 0 && <p className="text-s text-warn">{say('compose.bareCard')}</p>}
      <div className="flex gap-2">
        <button
          type="button"
          // biome-ignore lint/a11y/noAutofocus: what had the focus has given its place to this
          autoFocus
          className="btn btn-main"
          onClick={() => onSend({ type: 'contacts', contacts: cards })}
        >
          {say('compose.sendCards', { count: cards.length })}
        </button>
        <button type="button" className="btn" onClick={onBack}>
          {say('compose.another')}
        </button>
      </div>
    </div>
  );
}

/** What is known of somebody, as a card; a number they hide now is not passed on. */
function cardOf({ displayName, phones }: Contact): Card {
  return {
    name: { formatted: displayName },
    phones: phones
      .filter(({ role }) => role === 'current')
      .map(({ value }) => ({ text: phoneText(value), phone: value, type: 'mobile' })),
    emails: [],
    addresses: [],
    urls: [],
  };
}
