import { X } from 'lucide-react';
import { Tag as AriaTag, Button, TagGroup, TagList } from 'react-aria-components';
import { FieldLabel, type FieldWords } from './field.tsx';

interface Props extends Pick<FieldWords, 'label' | 'hidesLabel'> {
  tags: readonly { id: string; label: string }[];
  /** Where it is given, each can be taken away: by its cross, or by Delete on the focused one. */
  onRemove?: (id: string) => void;
}

/** Words that hang on something. Arrow keys go between those that can be taken away. */
export function Tags({ label, hidesLabel = true, tags, onRemove }: Props) {
  if (onRemove === undefined)
    return (
      <ul aria-label={label} className="flex flex-wrap gap-1">
        {tags.map((tag) => (
          <li key={tag.id} className="tag">
            <bdi className="truncate">{tag.label}</bdi>
          </li>
        ))}
      </ul>
    );
  return (
    <TagGroup onRemove={(keys) => onRemove(String([...keys][0]))}>
      <FieldLabel label={label} hidesLabel={hidesLabel} />
      <TagList items={tags} className="flex flex-wrap gap-1">
        {(tag) => (
          <AriaTag id={tag.id} textValue={tag.label} className="tag pe-0.5!">
            <bdi className="truncate">{tag.label}</bdi>
            <Button slot="remove" className="grid size-6 place-items-center rounded-full text-ink-3 hover:text-ink">
              <X aria-hidden size={13} strokeWidth={1.75} />
            </Button>
          </AriaTag>
        )}
      </TagList>
    </TagGroup>
  );
}
