import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import { Tip } from './tip.tsx';

interface Props extends Omit<ButtonProps, 'className' | 'children' | 'aria-label'> {
  /** What it does; read aloud, and shown as a tip to those who rest on it. */
  label: string;
  icon: LucideIcon;
  /** The key that does the same, as it is written on the key. */
  keys?: string | undefined;
  /** Turns the picture around where the layout is mirrored: arrows, and whatever else points. */
  mirrors?: boolean;
  tone?: 'plain' | 'danger';
  className?: string;
}

/** A deed in a picture, for where words have no room: never without its name. */
export function IconButton({ label, icon: Icon, keys, mirrors, tone = 'plain', className = '', ...rest }: Props) {
  return (
    <Tip words={label} keys={keys}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={`icon-btn ${tone === 'danger' ? 'text-danger!' : ''} ${className}`}
      >
        <Icon aria-hidden size={18} strokeWidth={1.75} className={mirrors ? 'rtl:-scale-x-100' : ''} />
      </AriaButton>
    </Tip>
  );
}
