import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Campaign } from '@throughline/contract';
import { Pause, Play, Trash2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useCallKey } from '../api/call-key.ts';
import { tell } from '../shell/told.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { say } from '../words/say.tsx';
import { campaignsQuery, type Deed, deleteCampaign, useChange, useDeed } from './campaign-queries.ts';
import { scheduleWords, willReach } from './campaign-words.ts';

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
      tell(say('campaigns.draftGone'));
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
      <ConfirmDialog
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
      </ConfirmDialog>
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
const end = (): Offer => ({
  id: 'cancel',
  label: say('common.cancel'),
  icon: <X aria-hidden size={15} strokeWidth={1.75} />,
});

function offered({ state, schedule, byReach }: Campaign): Offer[] {
  switch (state) {
    case 'draft':
      return [{ id: 'delete', label: say('common.delete'), icon: <Trash2 aria-hidden size={15} strokeWidth={1.75} /> }];
    case 'ready':
      return willReach({ byReach }).sent === 0
        ? [end()]
        : [
            {
              id: 'start',
              label: schedule === null ? say('campaigns.start') : say('campaigns.schedule'),
              icon: play,
              isMain: true,
            },
            end(),
          ];
    case 'scheduled':
      return [
        { id: 'start', label: say('campaigns.startNow'), icon: play },
        {
          id: 'unschedule',
          label: say('campaigns.unschedule'),
          icon: <Pause aria-hidden size={15} strokeWidth={1.75} />,
        },
        end(),
      ];
    case 'running':
      return [
        { id: 'pause', label: say('campaigns.pause'), icon: <Pause aria-hidden size={15} strokeWidth={1.75} /> },
        end(),
      ];
    case 'paused':
      return [{ id: 'resume', label: say('campaigns.goOn'), icon: play, isMain: true }, end()];
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
  const who = say('campaigns.whoGets', {
    count: sent,
    template: template?.name ?? '',
    business: businessNumber.name,
    number: businessNumber.display,
  });
  const leftOut = left === 0 ? [] : [say('campaigns.leftOut', { count: left })];
  switch (asked) {
    case 'start':
      if (state === 'ready' && schedule !== null)
        return {
          title: say('campaigns.scheduleTitle'),
          confirm: say('campaigns.schedule'),
          text: [who, ...leftOut, say('campaigns.startsByItself', { when: scheduleWords(schedule) })],
        };
      return {
        title: say('campaigns.startTitle'),
        confirm: say('campaigns.sendTo', { count: sent }),
        text: [who, ...leftOut, say('campaigns.charged')],
      };
    case 'pause':
      return {
        title: say('campaigns.pauseTitle'),
        confirm: say('campaigns.pause'),
        text: [say('campaigns.pauseText', { count: waiting })],
      };
    case 'resume':
      return {
        title: say('campaigns.resumeTitle'),
        confirm: say('campaigns.goOn'),
        text: [say('campaigns.resumeText', { count: waiting })],
      };
    case 'cancel':
      return {
        title: say('campaigns.cancelTitle'),
        confirm: say('campaigns.cancelCampaign'),
        text:
          byState.waiting === rows || state === 'ready' || state === 'scheduled'
            ? [say('campaigns.cancelNothing')]
            : [say('campaigns.cancelText', { count: waiting })],
      };
    case 'unschedule':
      return {
        title: say('campaigns.unscheduleTitle'),
        confirm: say('campaigns.doNotStart'),
        text: [say('campaigns.unscheduleText')],
      };
    case 'delete':
      return {
        title: say('campaigns.deleteTitle'),
        confirm: say('common.delete'),
        text: [say('campaigns.deleteText')],
      };
  }
}
