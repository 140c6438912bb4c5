import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Integration, RelayDelivery } from '@throughline/contract';
import { useState } from 'react';
import { integrationsQuery, replayRelayed, type ToldFilter, toldQuery } from '../../api/relay.ts';
import type { Column } from '../../ui/table.tsx';
import { say } from '../../words/say.tsx';
import { LogPart, ReplayDead, useOutcomeColumns } from '../systems/log-part.tsx';
import { lookAgainMs } from '../systems/system-screen.tsx';
import { fieldWords, whyWords } from './relay-words.tsx';

/** What an integration was told, the newest first: what became of it, and what was changed on the way and why. */
export function ToldPart({ integration: { id, dead }, manages }: { integration: Integration; manages: boolean }) {
  const [state, setState] = useState<ToldFilter>('all');
  const log = useInfiniteQuery({ ...toldQuery(id, state), refetchInterval: lookAgainMs });
  const columns: readonly [Column<RelayDelivery>, ...Column<RelayDelivery>[]] = [
    { id: 'what', name: say('webhooks.what'), cell: ({ field }) => fieldWords(field) },
    { id: 'about', name: say('relay.about'), cell: aboutCell },
    ...useOutcomeColumns<RelayDelivery>(),
    {
      id: 'rewritten',
      name: say('relay.rewritten'),
      cell: (one) => <RewrittenCell told={one} />,
      className: 'desk:w-1/2',
    },
  ];
  return (
    <LogPart
      words={{
        title: say('relay.told'),
        failed: say('relay.toldFailed'),
        none: say('relay.nothingTold'),
        noneDetail: say('relay.nothingToldDetail'),
      }}
      log={log}
      state={state}
      onState={setState}
      columns={columns}
      deeds={
        manages &&
        dead > 0 && <ReplayDead dead={dead} queryKey={integrationsQuery.queryKey} replay={() => replayRelayed(id)} />
      }
    />
  );
}

function aboutCell({ contact }: RelayDelivery) {
  if (contact === null) return say('relay.account');
  return (
    <Link to="/people/$contactId" params={{ contactId: contact.id }} className="text-accent hover:underline">
      <bdi>{contact.displayName}</bdi>
    </Link>
  );
}

/** Places are named as the system's makers know them; those changed for one reason stand together. */
function RewrittenCell({ told: { rewritten } }: { told: RelayDelivery }) {
  if (rewritten === null) return <span className="text-ink-3">{say('relay.notTried')}</span>;
  if (rewritten.length === 0) return <span className="text-ink-3">{say('relay.asItCame')}</span>;
  const alike = Map.groupBy(rewritten, ({ why, before, phone }) => `${why} ${before} ${phone}`);
  return (
    <ul className="flex flex-col gap-2">
      {[...alike].map(([key, places]) => (
        <li key={key}>
          {places[0] && whyWords(places[0])}
          {places.map(({ path }) => (
            <span key={path} className="block font-mono text-s text-ink-3 wrap-anywhere">
              <bdi dir="ltr">{path}</bdi>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
