import { say } from '../../words/say.tsx';

interface Props {
  words: string;
  onAgain: () => void;
}

/** A file that is here and could not be shown all the same: the connection, or the browser, does not have it. */
export function LostMedia({ words, onAgain }: Props) {
  return (
    <p className="max-w-75 text-ink-2">
      {words}{' '}
      <button type="button" className="text-btn" onClick={onAgain}>
        {say('common.tryAgain')}
      </button>
    </p>
  );
}
