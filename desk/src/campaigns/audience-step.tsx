import type { Campaign } from '@throughline/contract';
import { Segments } from '../ui/radio-group.tsx';
import { say } from '../words/say.tsx';
import { useChange } from './campaign-queries.ts';
import { ContactsPart } from './contacts-part.tsx';
import { FilePart } from './file-part.tsx';
import { Step } from './step.tsx';

const kinds = [
  { id: 'file', label: 'campaigns.audienceFile' },
  { id: 'contacts', label: 'campaigns.audienceContacts' },
] as const;

export function AudienceStep({ campaign, problems }: { campaign: Campaign; problems: string[] }) {
  const { id, audience, file } = campaign;
  const saving = useChange(id);
  const kind = audience?.kind ?? 'file';
  const done =
    audience?.kind === 'contacts'
      ? say('campaigns.byFilter')
      : file === null
        ? undefined
        : say('campaigns.fileRows', { name: file.name, count: file.rows });
  return (
    <Step title={say('campaigns.audience')} done={done} problems={problems} failure={saving.error?.message}>
      <div className="mb-3 flex">
        <Segments
          label={say('campaigns.audienceLabel')}
          options={kinds.map(({ id: one, label }) => ({ id: one, label: say(label) }))}
          value={kind}
          isDisabled={saving.isPending}
          onChange={(next) =>
            saving.mutate({ audience: next === 'file' ? { kind: 'file' } : { kind: 'contacts', filter: {} } })
          }
        />
      </div>
      {kind === 'contacts' ? <ContactsPart campaign={campaign} /> : <FilePart campaign={campaign} />}
    </Step>
  );
}
