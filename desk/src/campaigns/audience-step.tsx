import type { Campaign } from '@throughline/contract';
import { Choice } from '../settings/setting.tsx';
import { useChange } from './campaign-queries.ts';
import { many } from './campaign-words.ts';
import { ContactsPart } from './contacts-part.tsx';
import { FilePart } from './file-part.tsx';
import { Step } from './step.tsx';

const kinds = [
  { id: 'file', label: 'A list (CSV)' },
  { id: 'contacts', label: 'Contacts here' },
] as const;

export function AudienceStep({ campaign, problems }: { campaign: Campaign; problems: string[] }) {
  const { id, audience, file } = campaign;
  const saving = useChange(id);
  const kind = audience?.kind ?? 'file';
  const done =
    audience?.kind === 'contacts'
      ? 'Contacts by filter'
      : file === null
        ? undefined
        : `${file.name}, ${many(file.rows, 'row', 'rows')}`;
  return (
    <Step title="Audience" done={done} problems={problems} failure={saving.error?.message}>
      <div className="mb-3 flex">
        <Choice
          label="Who it goes to"
          options={kinds}
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
