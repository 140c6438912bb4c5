import { Search, X } from 'lucide-react';
import { SearchField as AriaSearchField, Button, Input, type SearchFieldProps } from 'react-aria-components';
import { say } from '../words/say.tsx';
import { FieldLabel } from './field.tsx';

interface Props extends Omit<SearchFieldProps, 'className' | 'children' | 'dir'> {
  label: string;
  placeholder?: string;
  className?: string;
}

/** Narrows what stands below it. Escape empties it. */
export function SearchField({ label, placeholder, className = '', ...rest }: Props) {
  return (
    <AriaSearchField {...rest} className={`group min-w-0 ${className}`}>
      <FieldLabel label={label} hidesLabel />
      <span className="relative flex items-center">
        <Search aria-hidden size={15} strokeWidth={1.75} className="pointer-events-none absolute start-3 text-ink-3" />
        <Input
          {...(placeholder !== undefined && { placeholder })}
          autoComplete="off"
          spellCheck={false}
          dir={rest.value === '' ? undefined : 'auto'}
          className="field ps-9! pe-9! group-data-[empty]:pe-3! placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
        />
        <Button aria-label={say('ui.clear')} className="icon-btn absolute end-1.5 size-7! group-data-[empty]:hidden">
          <X aria-hidden size={15} strokeWidth={1.75} />
        </Button>
      </span>
    </AriaSearchField>
  );
}
