import type { Said } from '@throughline/contract';
import { useNow } from '../shell/use-now.ts';
import { say, show } from '../words/say.tsx';
import { dayWord, fullTime } from '../words/time.ts';
import { Disclosed } from './disclosed.tsx';
import { SayForm } from './say-form.tsx';

interface Props {
  said: Said[];
  contactId: string;
  mayTakeBack: boolean;
  onDone: () => void;
}

/** A person's word outweighs a machine's, so it stands here with its name and its reason. */
export function SaidList({ said, contactId, mayTakeBack, onDone }: Props) {
  const now = useNow();
  return (
    <ul className="flex flex-col gap-3">
      {said.map(({ id, at, by, type, title, reason, stands }) => (
        <li key={id} data-testid="said">
          <p className={`plain-bidi font-semibold rtl:text-right ${stands ? '' : 'text-ink-3'}`}>
            {title}{' '}
            {!stands && type !== 'undo' && <span className="chip ms-1 align-middle">{say('who.takenBack')}</span>}
          </p>
          <p className="text-ink-2">{show('common.quoted', { words: <bdi>{reason}</bdi> })}</p>
          <p className="text-s text-ink-3">
            <bdi>{by}</bdi>,{' '}
            <time dateTime={at} title={fullTime(at)}>
              {dayWord(at, now)}
            </time>
          </p>
          {mayTakeBack && stands && (
            <Disclosed
              label={say('who.takeBack')}
              spoken={say('who.takeBackTitle', { title })}
              className="mt-0.5 text-s"
            >
              {(close) => (
                <div className="mt-2">
                  <SayForm contactId={contactId} saying={{ kind: 'undo', word: id }} onDone={onDone} onCancel={close} />
                </div>
              )}
            </Disclosed>
          )}
        </li>
      ))}
    </ul>
  );
}
