import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
} from 'react-aria-components';
import { KeyHint } from './key-hint.tsx';

/** Whether a menu is open, for whoever opens it otherwise than by its button. */
export interface MenuOpening {
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
  /** Where the focus begins, where not on the menu itself. */
  autoFocus?: 'first';
}

interface MenuProps {
  /** What it is a menu of; read aloud. */
  label: string;
  /** The button that opens it: a Button or an IconButton. */
  trigger: ReactElement;
  placement?: NonNullable<PopoverProps['placement']>;
  /** What stands over the items without being one: who is signed in, for example. */
  head?: ReactNode;
  opening?: MenuOpening | undefined;
  children: ReactNode;
}

/** Deeds behind a button: what is needed less often, or has no room. */
export function Menu({ label, trigger, placement = 'bottom end', head, opening, children }: MenuProps) {
  const { autoFocus, ...opened } = opening ?? {};
  return (
    <MenuTrigger {...opened}>
      {trigger}
      <Popover placement={placement} className="menu">
        {head}
        <AriaMenu aria-label={label} className="outline-none" {...(autoFocus && { autoFocus })}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface ItemProps {
  id: string;
  label: string;
  icon?: LucideIcon;
  keys?: string;
  tone?: 'plain' | 'danger';
  isDisabled?: boolean;
  onAction?: () => void;
}

export function MenuItem({ id, label, icon: Icon, keys, tone = 'plain', isDisabled = false, onAction }: ItemProps) {
  return (
    <AriaMenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      {...(onAction && { onAction })}
      className={`menu-item ${tone === 'danger' ? 'text-danger!' : ''}`}
    >
      {({ isSelected }) => (
        <>
          {Icon && <Icon aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />}
          <span className="min-w-0 flex-1 wrap-anywhere">{label}</span>
          {keys !== undefined && <KeyHint keys={keys} />}
          {isSelected && <Check aria-hidden size={15} strokeWidth={2} className="shrink-0 text-accent" />}
        </>
      )}
    </AriaMenuItem>
  );
}

interface ChoiceProps<T extends string> {
  title: string;
  value: T;
  onChange: (value: T) => void;
  children: ReactNode;
}

/** Items of which one is chosen, under their own heading. */
export function MenuChoice<T extends string>({ title, value, onChange, children }: ChoiceProps<T>) {
  return (
    <AriaMenuSection
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(chosen) => onChange([...chosen][0] as T)}
    >
      <Header className="menu-head">{title}</Header>
      {children}
    </AriaMenuSection>
  );
}

export function MenuLine() {
  return <Separator className="my-1.5 border-t border-line" />;
}
