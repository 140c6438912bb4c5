import type { RevealReason } from '@throughline/contract';
import { Eye } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useMay } from '../shell/use-may.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { say } from '../words/say.tsx';
import { useReveal, useRevealed } from './revealed.ts';

const reasons: readonly RevealReason[] = ['call_them', 'check_identity', 'other_channel', 'privacy_request', 'other'];

/** Beside masked numbers: shows them in full to whoever says what for, which is written down. */
export function ShowNumbers({ contactId, name }: { contactId: string; name: string }) {
  const may = useMay()('phones:reveal');
  const shown = useRevealed(contactId);
  const reveal = useReveal(contactId);
  if (!may || shown !== undefined) return null;
  return (
    <>
      <Menu
        label={say('masking.whatFor')}
        head={<p className="px-3 pt-2 pb-1 text-s text-ink-3">{say('masking.whatFor')}</p>}
        trigger={
          <Button
            aria-label={say('masking.showNumbers', { name })}
            className="text-btn inline-flex shrink-0 items-center gap-1 text-s"
            isDisabled={reveal.isPending}
          >
            <Eye aria-hidden size={14} strokeWidth={1.75} /> {say('masking.show')}
          </Button>
        }
      >
        {reasons.map((reason) => (
          <MenuItem
            key={reason}
            id={reason}
            label={say('masking.reason', { reason })}
            onAction={() => reveal.mutate(reason)}
          />
        ))}
      </Menu>
      {reveal.isError && (
        <span role="alert" className="text-s text-danger">
          {reveal.error.message}
        </span>
      )}
    </>
  );
}
