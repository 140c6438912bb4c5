import { LoaderCircle, type LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaProps } from 'react-aria-components';

export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaProps, 'className' | 'children' | 'isPending' | 'isDisabled'> {
  /** `main`: the one thing the screen is for. `danger`: what cannot be undone. `quiet`: what should not shout. */
  look?: ButtonLook;
  icon?: LucideIcon;
  /** Under way: keeps its place and the focus, takes no second press, and says so. */
  isPending?: boolean | undefined;
  isDisabled?: boolean | undefined;
  /** For where it stands (margins, width), never for how it looks. */
  className?: string;
  children: React.ReactNode;
}

const looks: Record<ButtonLook, string> = {
  main: 'btn btn-main',
  plain: 'btn',
  quiet: 'btn btn-quiet',
  danger: 'btn btn-danger',
};

/** A deed in words. In the list and the thread, which come with the first script, the bare `btn` classes do. */
export function Button({
  look = 'plain',
  icon: Icon,
  isPending = false,
  isDisabled = false,
  className = '',
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} isPending={isPending} isDisabled={isDisabled} className={`${looks[look]} ${className}`}>
      {isPending ? (
        <LoaderCircle aria-hidden size={15} strokeWidth={2} className="animate-[turn_900ms_linear_infinite]" />
      ) : (
        Icon && <Icon aria-hidden size={15} strokeWidth={1.75} />
      )}
      {children}
    </AriaButton>
  );
}
