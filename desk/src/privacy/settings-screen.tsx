import { useQuery } from '@tanstack/react-query';
import type { PrivacySettings } from '@throughline/contract';
import { useMay } from '../shell/use-may.ts';
import { SettingsFrame } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ErrorState, NoPermission } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { AnsweringPart } from './answering-part.tsx';
import { allPrivacySettingsQuery } from './privacy-queries.ts';
import { RetentionPart } from './retention-part.tsx';

/** How people's requests are answered, and how long anything is kept, for each portfolio. */
export function PrivacySettingsScreen() {
  const may = useMay()('privacy:read');
  const answer = useQuery({ ...allPrivacySettingsQuery, enabled: may });
  const all = answer.data?.data ?? [];
  return (
    <SettingsFrame title={say('privacy.settings')} intro={say('privacy.settingsIntro')}>
      {!may && <NoPermission />}
      {may && answer.isPending && <Skeleton shape="lines" count={6} />}
      {answer.isError && answer.data === undefined && (
        <ErrorState
          title={say('privacy.settingsFailed')}
          detail={answer.error.message}
          onRetry={() => void answer.refetch()}
        />
      )}
      <div className="flex flex-col gap-10">
        {all.map((settings) => (
          <OfPortfolio key={settings.portfolioId} settings={settings} isOnly={all.length === 1} />
        ))}
      </div>
    </SettingsFrame>
  );
}

function OfPortfolio({ settings, isOnly }: { settings: PrivacySettings; isOnly: boolean }) {
  const may = useMay();
  return (
    <section aria-label={settings.name} className="flex flex-col gap-8">
      <h2 className={isOnly ? 'sr-only' : 'text-l font-semibold'}>
        <bdi>{settings.name}</bdi>
      </h2>
      <AnsweringPart settings={settings} isReadOnly={!may('privacy:manage')} />
      {may('policy:write') ? (
        <RetentionPart portfolioId={settings.portfolioId} />
      ) : (
        <p className="text-ink-2">{say('privacy.clocksAdmin')}</p>
      )}
    </section>
  );
}
