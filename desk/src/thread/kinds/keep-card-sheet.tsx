import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MessageItem, SharedCard } from '@throughline/contract';
import { useCallKey } from '../../api/call-key.ts';
import { saveCard } from '../../api/messages.ts';
import { keys } from '../../api/queries.ts';
import { heldConversation } from '../../desk.ts';
import { tell } from '../../shell/told.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { PersonPicker } from '../../who/person-picker.tsx';
import { say, show } from '../../words/say.tsx';

interface Props {
  item: MessageItem;
  card: SharedCard;
  /** Its place in the message. */
  n: number;
  /** Who shared it. */
  name: string;
  onClose: () => void;
}

/** Whose card it is, before it is kept: the one who shares a card is seldom the one it is about. */
export function KeepCardSheet({ item, card, n, name, onClose }: Props) {
  const client = useQueryClient();
  const keyFor = useCallKey();
  const sharer = heldConversation(item.conversationId)?.contactId;
  const keeping = useMutation({
    mutationFn: (contact: string) => saveCard({ item, n, contact }, keyFor([item.id, n, contact])),
    onSuccess: (contact) => {
      client.setQueryData(keys.contact(contact.id), contact);
      void client.invalidateQueries({ queryKey: keys.cardsOf(contact.id) });
      tell(say('kinds.cardKept', { name: contact.displayName }));
      onClose();
    },
  });
  return (
    <Sheet title={say('kinds.keepTitle')} isOpen onOpenChange={(open) => open || onClose()}>
      <p className="text-ink-2">
        {show('kinds.whoseCard', { name: <bdi className="font-medium text-ink">{card.name.formatted}</bdi> })}
      </p>
      <p role="status" className="mt-2 text-danger empty:hidden">
        {keeping.isError && keeping.error.message}
      </p>
      {sharer !== undefined && (
        <button
          type="button"
          className="btn btn-main mt-3"
          disabled={keeping.isPending}
          onClick={() => keeping.mutate(sharer)}
        >
          {show('kinds.theirOwn', { name: <bdi>{name}</bdi> })}
        </button>
      )}
      <p className="mt-5 mb-1 font-medium">{say('kinds.orSomebodyElse')}</p>
      <PersonPicker except={sharer ?? ''} onPick={(person) => keeping.mutate(person.id)} />
    </Sheet>
  );
}
