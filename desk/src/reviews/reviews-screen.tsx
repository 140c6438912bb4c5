import { Link } from '@tanstack/react-router';
import type { Review } from '@throughline/contract';
import { useEffect, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { say } from '../words/say.tsx';
import { ReviewsList } from './reviews-list.tsx';

const tabs = [
  { id: 'open', label: 'reviews.open' },
  { id: 'settled', label: 'reviews.settled' },
] as const;

/** What only people can know. `contactId`: only what is asked about this contact. */
export function ReviewsScreen({ contactId }: { contactId: string | undefined }) {
  const [state, setState] = useState<Review['state']>('open');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = say('reviews.window');
  }, []);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-180 px-4 py-6 desk:px-8 desk:py-8">
        <h1 ref={heading} tabIndex={-1} className="text-xl font-semibold tracking-tight outline-none!">
          {say('shell.whoIsThis')}
        </h1>
        <p className="mt-1 mb-4 max-w-140 text-ink-2">{say('reviews.explained')}</p>
        {contactId !== undefined && (
          <p className="mb-4 flex flex-wrap items-center gap-x-3 rounded-md bg-canvas text-ink-2">
            {say('reviews.onlyOne')}⏎{' '}
            <Link to="/reviews" className="text-btn">
              {say('reviews.showAll')}
            </Link>
          </p>
        )}
        <Tabs selectedKey={state} onSelectionChange={(key) => setState(key as Review['state'])}>
          <TabList aria-label={say('reviews.questions')} className="mb-4 flex gap-0.5">
            {tabs.map(({ id, label }) => (
              <Tab
                key={id}
                id={id}
                className="flex h-7 cursor-pointer items-center rounded-sm px-2.5 text-s font-medium text-ink-2 transition-colors hover:bg-sunken data-[selected]:bg-accent-soft data-[selected]:font-semibold data-[selected]:text-accent"
              >
                {label}
              </Tab>
            ))}
          </TabList>
          <TabPanel id={state} key={state} className="outline-none">
            <ReviewsList state={state} contactId={contactId} onSettled={() => heading.current?.focus()} />
          </TabPanel>
        </Tabs>
      </div>
    </main>
  );
}
