import { tell } from '../../shell/told.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { say } from '../../words/say.tsx';

export interface Shown {
  title: string;
  explains: string;
  values: readonly { label: string; value: string; hint?: string }[];
}

/** What is shown once and never again: a link, a key, the secrets of a system. */
export function ShownOnce({ title, explains, values, onClose }: Shown & { onClose: () => void }) {
  const copy = async (value: string) => {
    await navigator.clipboard.writeText(value);
    tell(say('access.copied'));
  };
  return (
    <Dialog title={title} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{explains}</p>
        {values.map(({ label, value, hint }) => (
          <TextField
            key={label}
            label={label}
            value={value}
            isReadOnly
            dir="ltr"
            {...(hint !== undefined && { hint })}
            end={<Button onPress={() => void copy(value)}>{say('access.copyAll')}</Button>}
          />
        ))}
        <div>
          <Button look="main" onPress={onClose}>
            {say('access.done')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
