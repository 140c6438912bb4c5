import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Unplug } from 'lucide-react';
import { webhooksQuery } from '../api/webhooks.ts';
import { say } from '../words/say.tsx';

/** Over every screen of whoever looks after webhooks: one was turned off, and other systems hear nothing. */
export function WebhookNotice() {
  const webhooks = useQuery({ ...webhooksQuery, staleTime: 60_000 });
  const off = webhooks.data?.data.filter(({ state }) => state === 'disabled').length ?? 0;
  if (off === 0) return null;
  return (
    <div role="status">
      <p className="flex flex-wrap items-center justify-center gap-x-2 bg-danger-soft px-4 py-1.5 text-s font-medium text-danger">
        <Unplug aria-hidden size={15} strokeWidth={1.75} className="shrink-0" />
        {say('webhooks.notice', { count: off })}
        <Link to="/settings/webhooks" className="font-semibold underline">
          {say('webhooks.noticeLook')}
        </Link>
      </p>
    </div>
  );
}
