import { tell } from '../../shell/told.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { say } from '../../words/say.tsx';

interface Props {
  title: string;
  explains: string;
  label: string;
  value: string;
  onClose: () => void;
}

/** What is shown once: a link, a key. */
export function OneTime({ title, explains, label, value, onClose }: Props) {
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    tell(say('access.copied'));
  };
  return (
    <Dialog title={title} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-2">{explains}</p>
        <TextField
          label={label}
          value={value}
          isReadOnly
          dir="ltr"
          end={<Button onPress={() => void copy()}>{say('access.copyAll')}</Button>}
        />
        <div>
          <Button look="main" onPress={onClose}>
            {say('access.done')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
