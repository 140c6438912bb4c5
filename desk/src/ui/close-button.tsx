import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { say } from '../words/say.tsx';

/** Closes what it stands in. Without a tip: it would take the first Escape for itself. */
export function CloseButton() {
  return (
    <Button slot="close" aria-label={say('ui.close')} className="icon-btn">
      <X aria-hidden size={18} strokeWidth={1.75} />
    </Button>
  );
}
