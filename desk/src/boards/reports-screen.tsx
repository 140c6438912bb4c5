// Days gone by: whom one still knows by number, who has a username, how long customers waited.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Activity } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../shell/use-may.ts';
import { DateField } from '../ui/date-field.tsx';
import { Page } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { NoPermission } from '../ui/states.tsx';
import { say } from '../words/say.tsx';
import { CompareReport } from './compare-report.tsx';
import { CoverageReport } from './coverage-report.tsx';
import { type Asked, numbersQuery } from './report-queries.ts';
import { TimesReport } from './times-report.tsx';

const dayMs = 24 * 60 * 60 * 1000;
const usualDays = 30;
const all = 'all';

export function ReportsScreen() {
  const may = useMay();
  const [asked, setAsked] = useState<Asked>(() => ({
    from: dayAgo(usualDays - 1),
    to: dayAgo(0),
    number: '',
    grain: 'day',
    hours: 'all',
  }));
  return (
    <Page
      width="wide"
      title={say('boards.reports')}
      intro={say('boards.reportsIntro')}
      actions={
        <Link to="/board" className="btn">
          <Activity aria-hidden size={15} strokeWidth={1.75} /> {say('boards.toBoard')}
        </Link>
      }
    >
      {may('reports:read') ? (
        <>
          <Filters asked={asked} onChange={setAsked} />
          <CoverageReport asked={asked} />
          <TimesReport asked={asked} />
          <CompareReport asked={asked} />
          {may('campaigns:read') && <CampaignsLink />}
        </>
      ) : (
        <NoPermission />
      )}
    </Page>
  );
}

function Filters({ asked, onChange }: { asked: Asked; onChange: (asked: Asked) => void }) {
  const numbers = useQuery(numbersQuery);
  const options = [
    { id: all, label: say('boards.allNumbers') },
    ...(numbers.data?.data ?? []).map(({ id, name, display }) => ({ id, label: name, detail: display })),
  ];
  const grains = [
    { id: 'day' as const, label: say('boards.day') },
    { id: 'week' as const, label: say('boards.week') },
  ];
  const clocks = [
    { id: 'all' as const, label: say('boards.aroundTheClock') },
    { id: 'business' as const, label: say('boards.inBusinessHours') },
  ];
  return (
    <div className="mb-5 flex flex-wrap items-end gap-3">
      <DateField
        label={say('boards.from')}
        value={asked.from}
        latest={asked.to}
        onChange={(from) => from !== null && onChange({ ...asked, from })}
      />
      <DateField
        label={say('boards.to')}
        value={asked.to}
        earliest={asked.from}
        onChange={(to) => to !== null && onChange({ ...asked, to })}
      />
      <Select
        label={say('boards.number')}
        options={options}
        value={asked.number === '' ? all : asked.number}
        onChange={(number) => onChange({ ...asked, number: number === all ? '' : number })}
        className="min-w-40"
        fits
      />
      <Select
        label={say('boards.grain')}
        options={grains}
        value={asked.grain}
        onChange={(grain) => onChange({ ...asked, grain })}
        className="min-w-28"
        fits
      />
      <Select
        label={say('boards.timesCounted')}
        options={clocks}
        value={asked.hours}
        onChange={(hours) => onChange({ ...asked, hours })}
        className="min-w-44"
        fits
      />
    </div>
  );
}

function CampaignsLink() {
  return (
    <section
      aria-label={say('boards.campaignResults')}
      className="rounded-md border border-line bg-surface p-4 desk:p-5"
    >
      <h2 className="text-l font-semibold">{say('boards.campaignResults')}</h2>
      <p className="text-s text-ink-2">{say('boards.campaignResultsDetail')}</p>
      <Link to="/campaigns" className="text-btn mt-2 inline-block">
        {say('boards.toCampaigns')}
      </Link>
    </section>
  );
}

/** As the reader's own calendar has it. */
function dayAgo(days: number): string {
  const at = new Date(Date.now() - days * dayMs);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
