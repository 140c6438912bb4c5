import type { RefObject } from 'react';
import type { Key } from '../../words/en/index.ts';
import { say, show } from '../../words/say.tsx';
import type { firstGap, Placeholder } from './placeholders.ts';

const names: Record<Placeholder, Key> = {
  'contact.name': 'together.place.contactName',
  'contact.identifier': 'together.place.contactIdentifier',
  'contact.phone': 'together.place.contactPhone',
  'agent.name': 'together.place.agentName',
  'business.name': 'together.place.businessName',
  'business.number': 'together.place.businessNumber',
};

interface Props {
  gap: NonNullable<ReturnType<typeof firstGap>>;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** What a ready answer asks for and nobody knows: to be written over before it can go. */
export function GapNote({ gap, field }: Props) {
  const select = () => {
    field.current?.focus();
    field.current?.setSelectionRange(gap.from, gap.to);
  };
  const place = (
    <button type="button" className="text-btn" onClick={select}>
      <code>{`{{${gap.name}}}`}</code>
    </button>
  );
  return (
    <p id="reply-gap" role="status" className="mx-2 mb-1.5 rounded-md bg-warn-soft px-3 py-1.5 text-s text-warn">
      {show('together.placeIsOpen', { place: say(names[gap.name] as 'together.place.contactName'), gap: place })}
    </p>
  );
}
