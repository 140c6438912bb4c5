import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Campaign } from '@throughline/contract';
import { Pause, Play, Trash2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useCallKey } from '../api/call-key.ts';
import { tell } from '../shell/told.tsx';
import { campaignsQuery, type Deed, deleteCampaign, useChange, useDeed } from './campaign-queries.ts';
import { many, scheduleWords, willReach } from './campaign-words.ts';
import { Confirm } from './confirm.tsx';

type Asked = Exclude<Deed, 'check'> | 'delete' | 'unschedule';

/** What may be done with it as it stands; each says first what will happen. */
export function Actions({ campaign }: { campaign: Campaign }) {
  const [asked, setAsked] = useState<Asked>();
  const deed = useDeed(campaign.id);
  const change = useChange(campaign.id);
  const client = useQueryClient();
  const navigate = useNavigate();
  const keyOf = useCallKey();
  const removing = useMutation({
    mutationFn: () => deleteCampaign(campaign.id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: campaignsQuery.queryKey });
      void navigate({ to: '/campaigns' });
      tell('The draft is gone.');
    },
  });
  const close = () => {
    setAsked(undefined);
    deed.reset();
    change.reset();
    removing.reset();
  };
  const go = () => {
    if (asked === 'delete') removing.mutate();
    else if (asked === 'unschedule') change.mutate({ schedule: null }, { onSuccess: close });
    else if (asked !== undefined)
      deed.mutate({ deed: asked, key: keyOf([asked, campaign.state, campaign.startedAt]) }, { onSuccess: close });
  };
  const words = asked && wordsFor(asked, campaign);
  return (
    <div className="flex flex-wrap gap-2">
      {offered(campaign).map(({ id, label, icon, isMain }) => (
        <button
          key={`${id}-${label}`}
          type="button"
          className={isMain ? 'btn btn-main' : 'btn'}
          onClick={() => setAsked(id)}
        >
          {icon} {label}
        </button>
      ))}
      <Confirm
        title={words?.title ?? ''}
        confirm={words?.confirm ?? ''}
        isDanger={asked === 'cancel' || asked === 'delete'}
        isOpen={asked !== undefined}
        isBusy={deed.isPending || removing.isPending || change.isPending}
        failure={(deed.error ?? removing.error ?? change.error)?.message}
        onConfirm={go}
        onClose={close}
      >
        {words?.text.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Confirm>
    </div>
  );
}

interface Offer {
  id: Asked;
  label: string;
  icon: ReactNode;
  isMain?: boolean;
}

const play = <Play aria-hidden size={15} strokeWidth={1.75} />;
const end: Offer = { id: 'cancel', label: 'Cancel', icon: <X aria-hidden size={15} strokeWidth={1.75} /> };

function offered({ state, schedule, byReach }: Campaign): Offer[] {
  switch (state) {
    case 'draft':
      return [{ id: 'delete', label: 'Delete', icon: <Trash2 aria-hidden size={15} strokeWidth={1.75} /> }];
    case 'ready':
      return willReach({ byReach }).sent === 0
        ? [end]
        : [{ id: 'start', label: schedule === null ? 'Start' : 'Schedule', icon: play, isMain: true }, end];
    case 'scheduled':
      return [
        { id: 'start', label: 'Start now', icon: play },
        { id: 'unschedule', label: 'Do not start by itself', icon: <Pause aria-hidden size={15} strokeWidth={1.75} /> },
        end,
      ];
    case 'running':
      return [{ id: 'pause', label: 'Pause', icon: <Pause aria-hidden size={15} strokeWidth={1.75} /> }, end];
    case 'paused':
      return [{ id: 'resume', label: 'Go on', icon: play, isMain: true }, end];
    default:
      return [];
  }
}

interface Words {
  title: string;
  confirm: string;
  text: string[];
}

function wordsFor(asked: Asked, campaign: Campaign): Words {
  const { state, schedule, businessNumber, template, rows, byState } = campaign;
  const { sent, left } = willReach(campaign);
  const waiting = (byState.waiting ?? 0) + (byState.queued ?? 0);
  const who = `${many(sent, 'person', 'people')} will get “${template?.name ?? ''}” from ${businessNumber.name} (${businessNumber.display}).`;
  const leftOut = left === 0 ? [] : [`${many(left, 'row is', 'rows are')} left out.`];
  switch (asked) {
    case 'start':
      if (state === 'ready' && schedule !== null)
        return {
          title: 'Schedule the campaign?',
          confirm: 'Schedule',
          text: [who, ...leftOut, `It starts by itself: ${scheduleWords(schedule)}. Until then you can call it off.`],
        };
      return {
        title: 'Start the campaign now?',
        confirm: `Send to ${many(sent, 'person', 'people')}`,
        text: [who, ...leftOut, 'WhatsApp charges for these messages. What has gone out cannot be taken back.'],
      };
    case 'pause':
      return {
        title: 'Pause the campaign?',
        confirm: 'Pause',
        text: [`Nothing more goes out until you go on. ${many(waiting, 'row is', 'rows are')} still waiting.`],
      };
    case 'resume':
      return {
        title: 'Go on with the campaign?',
        confirm: 'Go on',
        text: [
          `${many(waiting, 'row is', 'rows are')} still waiting. Each is looked at once more right before it is sent.`,
        ],
      };
    case 'cancel':
      return {
        title: 'Cancel the campaign?',
        confirm: 'Cancel the campaign',
        text:
          byState.waiting === rows || state === 'ready' || state === 'scheduled'
            ? ['Nothing has been sent, and nothing will be. It cannot be started again.']
            : [
                `${many(waiting, 'row that waits', 'rows that wait')} will not be sent to. What has gone out stays. It cannot be started again.`,
              ],
      };
    case 'unschedule':
      return { title: 'Not start by itself?', confirm: 'Do not start', text: ['It waits until you start it.'] };
    case 'delete':
      return {
        title: 'Delete this draft?',
        confirm: 'Delete',
        text: ['Its list goes with it. Nothing has been sent.'],
      };
  }
}
