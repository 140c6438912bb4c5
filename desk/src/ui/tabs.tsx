import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel, TabPanels } from 'react-aria-components';

export interface TabItem<T extends string> {
  id: T;
  label: string;
  /** How many stand there, as it is shown. */
  count?: string | undefined;
  content: ReactNode;
}

interface Props<T extends string> {
  /** What they are the parts of; read aloud. */
  label: string;
  tabs: readonly TabItem<T>[];
  value: T;
  onChange: (tab: T) => void;
}

/** Parts of one page, one shown at a time. What has an address of its own is a link in a nav instead. */
export function Tabs<T extends string>({ label, tabs, value, onChange }: Props<T>) {
  return (
    <AriaTabs selectedKey={value} onSelectionChange={(key) => onChange(key as T)}>
      <TabList
        aria-label={label}
        items={tabs}
        className="mb-4 flex gap-x-1 overflow-x-auto border-b border-line [scrollbar-width:none]"
      >
        {({ id, label: words, count }) => (
          <Tab id={id} className="tab">
            {words}
            {count !== undefined && <span className="ms-1.5 text-ink-3 tabular-nums">{count}</span>}
          </Tab>
        )}
      </TabList>
      <TabPanels items={tabs}>
        {({ id, content }) => (
          <TabPanel id={id} className="rounded-sm">
            {content}
          </TabPanel>
        )}
      </TabPanels>
    </AriaTabs>
  );
}
