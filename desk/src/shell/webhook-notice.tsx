import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Unplug } from 'lucide-react';
import { canaryQuery } from '../api/canary.ts';
import { integrationsQuery } from '../api/relay.ts';
import { webhooksQuery } from '../api/webhooks.ts';
import { say } from '../words/say.tsx';
import { useMay } from './use-may.ts';

/** Over every screen of whoever looks after other systems: one was turned off and hears nothing, or breaks on the test customer. */
export function WebhookNotice() {
  const may = useMay();
  const webhooks = useQuery({ ...webhooksQuery, staleTime: 60_000 });
  const integrations = useQuery({ ...integrationsQuery, enabled: may('relay:read'), staleTime: 60_000 });
  const canaries = useQuery({ ...canaryQuery, enabled: may('readiness:read'), staleTime: 60_000 });
  const broken =
    canaries.data?.data.reduce((sum, { enabled, last }) => sum + (enabled ? (last?.broken ?? 0) : 0), 0) ?? 0;
  const [off, cut] = [webhooks, integrations].map(
    ({ data }) => data?.data.filter(({ state }) => state === 'disabled').length ?? 0,
  );
  return (
    <>
      {off !== undefined && off > 0 && (
        <Notice to="/settings/webhooks" words={say('webhooks.notice', { count: off })} />
      )}
      {cut !== undefined && cut > 0 && <Notice to="/settings/relay" words={say('relay.notice', { count: cut })} />}
      {broken > 0 && <Notice to="/settings/readiness/canary" words={say('canary.notice', { count: broken })} />}
    </>
  );
}

function Notice({
  to,
  words,
}: {
  to: '/settings/webhooks' | '/settings/relay' | '/settings/readiness/canary';
  words: string;
}) {
  return (
    <div role="status">
      <p className="flex flex-wrap items-center justify-center gap-x-2 bg-danger-soft px-4 py-1.5 text-s font-medium text-danger">
        <Unplug aria-hidden size={15} strokeWidth={1.75} className="shrink-0" />
        {words}
        <Link to={to} className="font-semibold underline">
          {say('webhooks.noticeLook')}
        </Link>
      </p>
    </div>
  );
}
