import { EyeOff, Users } from 'lucide-react';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Setting, SettingsBox } from '../ui/settings-frame.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { EmptyState, ErrorState, NoPermission } from '../ui/states.tsx';
import { Switch } from '../ui/switch.tsx';
import { Specimen } from './specimen.tsx';

/** What stands where nothing can be shown, and what is said beside what can. */
export function StateSpecimens() {
  return (
    <>
      <Specimen title="Banner">
        <Banner tone="info" icon={EyeOff} title="Number hidden since today.">
          Reply as always. The number she wrote from before is kept.
        </Banner>
        <Banner tone="warn" title="One person, or two?" actions={<Button>Look</Button>}>
          The number now belongs to another WhatsApp account.
        </Banner>
        <Banner tone="danger">The last message could not be sent.</Banner>
        <Banner tone="good">Everybody is decided under the new settings.</Banner>
        <Banner tone="plain">Templates are written in WhatsApp Manager.</Banner>
      </Specimen>
      <Specimen title="Setting">
        <SettingsBox>
          <Setting
            id="specimen"
            title="Blue ticks"
            explains="Customers see when somebody here has read what they wrote."
          >
            <Switch label="Blue ticks" hidesLabel describedBy="about-specimen" isOn onChange={() => undefined} />
          </Setting>
        </SettingsBox>
      </Specimen>
      <Specimen title="Empty">
        <EmptyState icon={Users} title="No teams yet" detail="A team takes conversations off the shared list.">
          <Button look="main">Add a team</Button>
        </EmptyState>
      </Specimen>
      <Specimen title="Failed">
        <ErrorState title="The teams could not be loaded" detail="The line is down." onRetry={() => undefined} />
      </Specimen>
      <Specimen title="Not for this role">
        <NoPermission />
      </Specimen>
      <Specimen title="Loading">
        <Skeleton shape="lines" />
        <Skeleton shape="rows" count={2} label="Loading people" />
      </Specimen>
    </>
  );
}
