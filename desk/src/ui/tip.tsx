import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { KeyHint } from './key-hint.tsx';

interface Props {
  words: string;
  keys?: string | undefined;
  placement?: 'top' | 'bottom' | 'start' | 'end';
  /** One element of react-aria-components that can be focused: a Button, a Link, or something in a Focusable. */
  children: ReactElement;
}

/** A few words about what one rests on. Never the only place where something is said: touch does not see it. */
export function Tip({ words, keys, placement = 'top', children }: Props) {
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      {children}
      <Tooltip placement={placement} offset={6} className="tip">
        {words}
        {keys !== undefined && <KeyHint keys={keys} className="ms-2" />}
      </Tooltip>
    </TooltipTrigger>
  );
}
