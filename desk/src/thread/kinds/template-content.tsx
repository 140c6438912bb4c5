import type { MessageItem, TemplateButton, TemplateText } from '@throughline/contract';
import { Copy, ExternalLink, FileText, Image, MapPin, Phone, Reply, Video } from 'lucide-react';
import { say, show } from '../../words/say.tsx';
import { MessageText } from '../message-text.tsx';

type Template = NonNullable<MessageItem['template']>;

/** A template as its reader sees it, and which one it was. */
export function TemplateContent({ item, template }: { item: MessageItem; template: Template }) {
  return (
    <div className="max-w-90">
      {template.text === null ? (
        <>
          <p>{item.summary}</p>
          <p className="text-s text-ink-2">{say('kinds.unknownTemplate')}</p>
        </>
      ) : (
        <TemplateWords text={template.text} />
      )}
      <p className="mt-1.5 text-2xs text-ink-2 wrap-anywhere">
        {show('kinds.template', {
          name: (
            <bdi dir="ltr">
              {template.name} · {template.language}
            </bdi>
          ),
        })}
      </p>
    </div>
  );
}

export function TemplateWords({ text: { header, body, footer, buttons, cards } }: { text: TemplateText }) {
  return (
    <>
      {header && <Header kind={header.kind} text={header.text} />}
      <MessageText text={body} />
      {footer !== undefined && (
        <p dir="auto" className="mt-0.5 text-s text-ink-2 wrap-anywhere">
          {footer}
        </p>
      )}
      <Buttons buttons={buttons} />
      {cards && (
        <ul
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys to be scrolled by them
          tabIndex={0}
          aria-label={say('kinds.cards')}
          className="mt-2 flex max-w-full snap-x gap-2 overflow-x-auto pb-1"
        >
          {cards.map((card, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a sent message never change
            <li key={index} className="w-48 shrink-0 snap-start rounded-sm border border-line bg-surface p-2">
              {card.header && <Header kind={card.header} text={undefined} />}
              <MessageText text={card.body} />
              <Buttons buttons={card.buttons} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const headerIcons = { image: Image, video: Video, document: FileText, location: MapPin } as const;
const headerWords = {
  image: 'kinds.headerImage',
  video: 'kinds.headerVideo',
  document: 'kinds.headerDocument',
  location: 'kinds.headerLocation',
} as const;

function Header({ kind, text }: { kind: NonNullable<TemplateText['header']>['kind']; text: string | undefined }) {
  if (kind === 'text') {
    return (
      <p dir="auto" className="font-semibold wrap-anywhere">
        {text}
      </p>
    );
  }
  const Icon = headerIcons[kind];
  return (
    <p className="mb-1.5 flex items-center gap-2 rounded-sm bg-sunken px-2.5 py-2 text-s text-ink-2">
      <Icon aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
      <bdi className="wrap-anywhere">{text ?? say(headerWords[kind])}</bdi>
    </p>
  );
}

const buttonIcons: Partial<Record<TemplateButton['kind'], typeof Reply>> = {
  quick_reply: Reply,
  url: ExternalLink,
  phone: Phone,
  copy_code: Copy,
  otp: Copy,
  request_contact_info: Phone,
};

function Buttons({ buttons }: { buttons: TemplateButton[] }) {
  if (buttons.length === 0) return null;
  return (
    <ul aria-label={say('kinds.itsButtons')} className="mt-2 flex flex-col gap-1">
      {buttons.map((button) => {
        const Icon = buttonIcons[button.kind];
        return (
          <li
            key={`${button.kind}-${button.label}`}
            className="flex items-center justify-center gap-1.5 rounded-sm border border-accent-line bg-surface px-2.5 py-1.5 font-medium text-accent"
          >
            {Icon && <Icon aria-hidden size={14} strokeWidth={1.75} className="shrink-0" />}
            <bdi className="wrap-anywhere">{button.label}</bdi>
          </li>
        );
      })}
    </ul>
  );
}
