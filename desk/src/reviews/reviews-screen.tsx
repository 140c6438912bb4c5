import { Link } from '@tanstack/react-router';
import type { Review } from '@throughline/contract';
import { useState } from 'react';
import { focusPage, Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { say } from '../words/say.tsx';
import { ReviewsList } from './reviews-list.tsx';

const tabs = [
  { id: 'open', label: 'reviews.open' },
  { id: 'settled', label: 'reviews.settled' },
] as const;

/** What only people can know. `contactId`: only what is asked about this contact. */
export function ReviewsScreen({ contactId }: { contactId: string | undefined }) {
  const [state, setState] = useState<Review['state']>('open');
  return (
    <Page title={say('shell.whoIsThis')} intro={say('reviews.explained')}>
      {contactId !== undefined && (
        <p className="mb-4 flex flex-wrap items-center gap-x-3 rounded-md bg-canvas text-ink-2">
          {say('reviews.onlyOne')}{' '}
          <Link to="/reviews" className="text-btn">
            {say('reviews.showAll')}
          </Link>
        </p>
      )}
      <Tabs
        label={say('reviews.questions')}
        value={state}
        onChange={setState}
        tabs={tabs.map(({ id, label }) => ({
          id,
          label: say(label),
          content: <ReviewsList state={id} contactId={contactId} onSettled={focusPage} />,
        }))}
      />
    </Page>
  );
}
