import type { Campaign, CampaignFile, ColumnMapping } from '@throughline/contract';
import { useId } from 'react';
import { say } from '../words/say.tsx';
import { useChange } from './campaign-queries.ts';
import { regions } from './regions.ts';

/** The columns as they were read, which one has the numbers, and where numbers without a country code are from. */
export function ColumnsPart({ campaign, file }: { campaign: Campaign; file: CampaignFile }) {
  const id = useId();
  const saving = useChange(campaign.id);
  const { mapping } = campaign;
  const set = (next: Partial<ColumnMapping>) =>
    saving.mutate({ mapping: { values: {}, ...mapping, phone: mapping?.phone ?? 0, ...next } });
  const drop = (key: 'name' | 'region') => {
    if (!mapping) return;
    const { [key]: _, ...rest } = mapping;
    saving.mutate({ mapping: rest });
  };
  return (
    <>
      <div className="mt-3 overflow-x-auto rounded-sm border border-line">
        <table className="w-full text-s">
          <caption className="sr-only">{say('campaigns.firstRows')}</caption>
          <thead>
            <tr className="bg-sunken">
              {file.columns.map(({ index, header }) => (
                <th key={index} scope="col" className="px-2.5 py-1.5 text-start font-semibold whitespace-nowrap">
                  <bdi>{header}</bdi>
                  {mapping?.phone === index && <span className="chip chip-good ms-2">{say('campaigns.number')}</span>}
                  {mapping?.name === index && <span className="chip ms-2">{say('campaigns.name')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: Math.min(3, file.columns[0]?.samples.length ?? 0) }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file that was read never change
              <tr key={row} className="border-t border-line">
                {file.columns.map(({ index, samples }) => (
                  <td key={index} className="max-w-56 truncate px-2.5 py-1.5 text-ink-2">
                    <bdi>{samples[row]}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-3 grid items-end gap-x-4 gap-y-2 min-[640px]:grid-cols-3">
        <div>
          <label htmlFor={`${id}-phone`} className="mb-1 block font-medium">
            {say('campaigns.numberColumn')}
          </label>
          <select
            id={`${id}-phone`}
            className="field"
            value={mapping?.phone ?? ''}
            onChange={(event) => set({ phone: Number(event.target.value) })}
          >
            {mapping === null && <option value="">{say('campaigns.chooseOne')}</option>}
            <Columns file={file} />
          </select>
        </div>
        <div>
          <label htmlFor={`${id}-name`} className="mb-1 block font-medium">
            {say('campaigns.nameColumn')}
          </label>
          <select
            id={`${id}-name`}
            className="field"
            value={mapping?.name ?? ''}
            disabled={mapping === null}
            onChange={(event) => (event.target.value === '' ? drop('name') : set({ name: Number(event.target.value) }))}
          >
            <option value="">{say('campaigns.noColumn')}</option>
            <Columns file={file} />
          </select>
        </div>
        <div>
          <label htmlFor={`${id}-region`} className="mb-1 block font-medium">
            {say('campaigns.countryOf')}
          </label>
          <select
            id={`${id}-region`}
            className="field"
            value={mapping?.region ?? ''}
            disabled={mapping === null}
            onChange={(event) => (event.target.value === '' ? drop('region') : set({ region: event.target.value }))}
          >
            <option value="">{say('campaigns.nowhere')}</option>
            {regions().map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
      </div>
      {saving.isError && (
        <p role="alert" className="mt-2 text-danger">
          {say('settings.notSaved', { why: saving.error.message })}
        </p>
      )}
    </>
  );
}

function Columns({ file }: { file: CampaignFile }) {
  return file.columns.map(({ index, header }) => (
    <option key={index} value={index}>
      {header}
    </option>
  ));
}
