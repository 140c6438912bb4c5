import { tell } from '../shell/told.tsx';
import { Button } from '../ui/button.tsx';
import { say } from '../words/say.tsx';

/** Shown once, after they were made. */
export function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    tell(say('access.copied'));
  };
  return (
    <div className="flex flex-col gap-4">
      <h3 className="font-semibold">{say('access.codesTitle')}</h3>
      <p className="text-ink-2">{say('access.codesExplained')}</p>
      <ul
        dir="ltr"
        aria-label={say('access.codesTitle')}
        className="grid grid-cols-2 gap-1.5 rounded-md bg-sunken p-3 font-mono text-b"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex gap-2">
        <Button look="main" onPress={onDone}>
          {say('access.done')}
        </Button>
        <Button onPress={() => void copy()}>{say('access.copyAll')}</Button>
      </div>
    </div>
  );
}
