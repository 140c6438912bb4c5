import type { SendReply } from '@throughline/contract';
import { Sheet } from '../../ui/sheet.tsx';
import type { Key } from '../../words/en/index.ts';
import { say } from '../../words/say.tsx';
import { CardForm } from './card-form.tsx';
import { ChoicesForm } from './choices-form.tsx';
import { LocationForm } from './location-form.tsx';

export type ComposeKind = 'location' | 'card' | 'choices';

const titles = {
  location: 'compose.sendPlaceTitle',
  card: 'compose.sendCardTitle',
  choices: 'compose.sendChoicesTitle',
} as const satisfies Record<ComposeKind, Key>;

interface Props {
  kind: ComposeKind;
  onSend: (content: SendReply) => void;
  onClose: () => void;
}

/** Whatever needs a form of its own. Fetched when the first is opened. */
export function ComposeSheet({ kind, onSend, onClose }: Props) {
  const send = (content: SendReply) => {
    onSend(content);
    onClose();
  };
  return (
    <Sheet title={say(titles[kind])} isOpen onOpenChange={(open) => open || onClose()}>
      {kind === 'location' && <LocationForm onSend={send} />}
      {kind === 'card' && <CardForm onSend={send} />}
      {kind === 'choices' && <ChoicesForm onSend={send} />}
    </Sheet>
  );
}
