import type { MessageItem, SharedCard } from '@throughline/contract';
import { BadgeCheck, Cake, Download, Globe, Mail, MapPin, NotebookPen } from 'lucide-react';
import { type ReactNode, Suspense, useState } from 'react';
import { cardAddress } from '../../api/messages.ts';
import { Avatar } from '../../shell/avatar.tsx';
import { lazily } from '../../shell/lazily.ts';
import { useMay } from '../../shell/use-may.ts';
import { say } from '../../words/say.tsx';
import { safeHref } from '../links.ts';
import { CardPhone } from './card-phone.tsx';

const KeepCardSheet = lazily(async () => (await import('./keep-card-sheet.tsx')).KeepCardSheet);

interface Props {
  item: MessageItem;
  cards: SharedCard[];
  name: string;
}

/** People's cards as they were shared. What is on one is what its maker says, and no more. */
export function Cards({ item, cards, name }: Props) {
  return (
    <ul className="flex w-80 max-w-full flex-col gap-2">
      {cards.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a message never change
        <li key={index}>
          <CardView item={item} card={card} n={index} name={name} />
        </li>
      ))}
    </ul>
  );
}

function CardView({ item, card, n, name }: Omit<Props, 'cards'> & { card: SharedCard; n: number }) {
  const { organization } = card;
  const work = [organization?.title, organization?.department, organization?.company].filter(Boolean).join(', ');
  return (
    <article
      aria-label={say('kinds.cardOf', { name: card.name.formatted })}
      className="rounded-md border border-line bg-canvas"
    >
      <header className="flex items-center gap-3 px-3 pt-2.5">
        <Avatar id={card.name.formatted} name={card.name.formatted} size="m" />
        <div className="min-w-0">
          <p className="font-semibold wrap-anywhere">
            <bdi>{card.name.formatted}</bdi>
          </p>
          {work !== '' && (
            <p className="text-s text-ink-2 wrap-anywhere">
              <bdi>{work}</bdi>
            </p>
          )}
        </div>
      </header>
      {card.attested && (
        <p className="mx-3 mt-2 flex items-start gap-1.5 text-s font-medium text-accent">
          <BadgeCheck aria-hidden size={15} strokeWidth={1.75} className="mt-0.5 shrink-0" />
          {say('kinds.confirmed')}
        </p>
      )}
      <ul aria-label={say('kinds.onCard')} className="mt-2 flex flex-col gap-1.5 px-3 text-s">
        {card.phones.map((phone) => (
          <li key={phone.text}>
            <CardPhone phone={phone} />
          </li>
        ))}
        <Lines card={card} />
      </ul>
      <Deeds item={item} card={card} n={n} name={name} />
    </article>
  );
}

function Lines({ card }: { card: SharedCard }) {
  return (
    <>
      {card.emails.map(({ email, type }) => (
        <Line key={email} icon={Mail} type={type}>
          <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`} className="text-accent wrap-anywhere">
            <bdi dir="ltr">{email}</bdi>
          </a>
        </Line>
      ))}
      {card.urls.map(({ url, type }) => {
        const href = safeHref(url);
        return (
          <Line key={url} icon={Globe} type={type}>
            {href === undefined ? (
              <bdi className="wrap-anywhere">{url}</bdi>
            ) : (
              <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent wrap-anywhere">
                <bdi dir="ltr">{url}</bdi>
              </a>
            )}
          </Line>
        );
      })}
      {card.addresses.map((one) => {
        const text = [one.street, one.zip, one.city, one.state, one.country].filter(Boolean).join(', ');
        return (
          <Line key={text} icon={MapPin} type={one.type}>
            <bdi className="wrap-anywhere">{text}</bdi>
          </Line>
        );
      })}
      {card.birthday !== undefined && (
        <Line icon={Cake} type={undefined}>
          <span className="sr-only">{say('kinds.birthday')} </span>
          {card.birthday}
        </Line>
      )}
      {card.note !== undefined && card.note !== '' && (
        <Line icon={NotebookPen} type={undefined}>
          <bdi className="line-clamp-4 whitespace-pre-wrap wrap-anywhere">{card.note}</bdi>
        </Line>
      )}
    </>
  );
}

interface LineProps {
  icon: typeof Mail;
  type: string | undefined;
  children: ReactNode;
}

function Line({ icon: Icon, type, children }: LineProps) {
  return (
    <li className="flex items-start gap-2">
      <Icon aria-hidden size={14} strokeWidth={1.75} className="mt-0.75 shrink-0 text-ink-3" />
      <span className="min-w-0">
        {children}
        {type !== undefined && <span className="text-ink-3"> {type.toLowerCase()}</span>}
      </span>
    </li>
  );
}

/** What may be done with a card: kept with somebody, or saved as a file. */
function Deeds({ item, card, n, name }: Omit<Props, 'cards'> & { card: SharedCard; n: number }) {
  const [keeping, setKeeping] = useState(false);
  const may = useMay()('conversations:manage');
  // What is still on its way has no card at the server yet.
  if (item.id.startsWith('unsent-')) return <div className="h-2.5" />;
  return (
    <footer className="mt-2 flex flex-wrap items-center gap-x-4 border-t border-line px-3 py-1.5 text-s">
      {item.direction === 'in' && may && (
        <button
          type="button"
          className="text-btn"
          aria-label={say('kinds.keepCardOf', { name: card.name.formatted })}
          onClick={() => setKeeping(true)}
        >
          {say('kinds.keepCard')}
        </button>
      )}
      <a
        href={cardAddress(item, n)}
        download={`${card.name.formatted}.vcf`}
        aria-label={say('kinds.vcfOf', { name: card.name.formatted })}
        className="text-btn inline-flex items-center gap-1"
      >
        <Download aria-hidden size={13} strokeWidth={2} />
        .vcf
      </a>
      {keeping && (
        <Suspense>
          <KeepCardSheet item={item} card={card} n={n} name={name} onClose={() => setKeeping(false)} />
        </Suspense>
      )}
    </footer>
  );
}
