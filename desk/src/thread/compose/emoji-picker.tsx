import { useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { Dialog, ListBox, ListBoxItem, Popover, Radio, RadioGroup } from 'react-aria-components';
import { readKept, writeKept } from '../../api/kept.ts';
import { locale, say } from '../../words/say.tsx';
import { emojiBook, foundIn, inTone } from './emoji-book.ts';

const most = 160;
const hand = ['✋', '✋🏻', '✋🏼', '✋🏽', '✋🏾', '✋🏿'];

interface Props {
  anchor: RefObject<HTMLElement | null>;
  onChoose: (emoji: string) => void;
  onClose: () => void;
}

/** Every emoji, by kind or by name, in the skin tone that was chosen last. */
export function EmojiPicker({ anchor, onChoose, onClose }: Props) {
  const { data: book, isError } = useQuery({
    queryKey: ['emoji-book', locale()],
    queryFn: emojiBook,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [sought, setSought] = useState('');
  const [group, setGroup] = useState(0);
  const [tone, setTone] = useState(() => Number(readKept('skin-tone') ?? '0') % hand.length || 0);
  const isSearch = sought.trim() !== '';
  const all = book?.emojis ?? [];
  const shown = isSearch ? foundIn(all, sought).slice(0, most) : all.filter((one) => one.group === group);
  const name = isSearch ? say('together.emojiFound') : (book?.groups.find(({ id }) => id === group)?.name ?? '');
  return (
    <Popover
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => open || onClose()}
      placement="top start"
      className="menu w-84 max-w-[calc(100vw-1rem)]"
    >
      <Dialog aria-label={say('together.emoji')} className="flex flex-col gap-1.5 outline-none">
        <input
          type="search"
          autoFocus
          aria-label={say('together.emojiSearch')}
          placeholder={say('together.emojiSearch')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          className="field"
        />
        {book === undefined ? (
          <p role="status" className="h-57 p-2 text-ink-3">
            {isError ? say('together.emojiFailed') : say('together.emojiLoading')}
          </p>
        ) : (
          <ListBox
            key={`${name} ${tone}`}
            layout="grid"
            aria-label={name}
            items={shown.map((one) => ({ id: one.unicode, one }))}
            onAction={(id) => {
              const one = all.find(({ unicode }) => unicode === id);
              if (one) onChoose(inTone(one, tone));
            }}
            renderEmptyState={() => <p className="col-span-8 p-2 text-ink-3">{say('together.emojiNone')}</p>}
            className="grid h-57 grid-cols-8 content-start overflow-y-auto outline-none"
          >
            {({ id, one }) => (
              <ListBoxItem
                id={id}
                textValue={one.label}
                aria-label={one.label}
                className="grid size-9.5 cursor-default place-items-center rounded-sm text-[21px] leading-none outline-none data-[focused]:bg-accent-soft data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent data-[hovered]:bg-sunken"
              >
                <span aria-hidden title={one.label}>
                  {inTone(one, tone)}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        )}
        {book !== undefined && (
          <RadioGroup
            aria-label={say('together.emojiGroups')}
            orientation="horizontal"
            value={isSearch ? '' : String(group)}
            onChange={(id) => {
              setSought('');
              setGroup(Number(id));
            }}
            className="flex justify-between border-t border-line pt-1.5"
          >
            {book.groups.map(({ id, name: label, face }) => (
              <Radio
                key={id}
                value={String(id)}
                aria-label={label}
                className="grid size-8.5 cursor-default place-items-center rounded-sm text-[17px] data-[selected]:bg-accent-soft data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
              >
                <span aria-hidden title={label}>
                  {face}
                </span>
              </Radio>
            ))}
          </RadioGroup>
        )}
        <RadioGroup
          aria-label={say('together.skin')}
          orientation="horizontal"
          value={String(tone)}
          onChange={(value) => {
            setTone(Number(value));
            writeKept('skin-tone', value === '0' ? '' : value);
          }}
          className="flex gap-0.5"
        >
          {hand.map((face, n) => (
            <Radio
              key={face}
              value={String(n)}
              aria-label={n === 0 ? say('together.skinNone') : say('together.skinN', { n })}
              className="grid size-7.5 cursor-default place-items-center rounded-sm text-[15px] data-[selected]:bg-accent-soft data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent"
            >
              <span aria-hidden>{face}</span>
            </Radio>
          ))}
        </RadioGroup>
      </Dialog>
    </Popover>
  );
}
