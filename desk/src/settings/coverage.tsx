import type { ContactBook } from '@throughline/contract';

const parts = [
  { key: 'pair', label: 'Number and WhatsApp account', color: 'bg-accent' },
  { key: 'phoneOnly', label: 'Number only', color: 'bg-accent-line' },
  { key: 'accountOnly', label: 'WhatsApp account only, no number', color: 'bg-warn' },
] as const;

/** How many people are known by what: a bar for the look of it, and the numbers beside it. */
export function Coverage({ coverage }: { coverage: ContactBook['coverage'] }) {
  const { people } = coverage;
  const share = (count: number) => (people === 0 ? 0 : (100 * count) / people);
  return (
    <section aria-labelledby="coverage">
      <h3 id="coverage" className="mb-2 font-semibold">
        How people are known
      </h3>
      <div aria-hidden className="flex h-3 overflow-hidden rounded-full bg-sunken">
        {parts.map(({ key, color }) => (
          <span
            key={key}
            className={`${color} border-e-2 border-surface last:border-0`}
            style={{ width: `${share(coverage[key])}%` }}
          />
        ))}
      </div>
      <table className="mt-2 w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">Known by</th>
            <th scope="col">People</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ key, label, color }) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className="py-1.5 text-start font-normal">
                <span className="flex items-center gap-2">
                  <i aria-hidden className={`size-2.5 shrink-0 rounded-[3px] ${color}`} />
                  {label}
                </span>
              </th>
              <Count value={coverage[key]} />
              <td className="w-16 py-1.5 text-end text-ink-2 tabular-nums">{percent(share(coverage[key]))}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="py-1.5 text-start font-semibold">
              People
            </th>
            <Count value={people} />
            <td />
          </tr>
        </tbody>
      </table>
      <p className="mt-1 text-s text-ink-2">
        {coverage.hiddenNow.toLocaleString('en-GB')} of them hide their number now.
      </p>
    </section>
  );
}

function Count({ value }: { value: number }) {
  return <td className="py-1.5 text-end tabular-nums">{value.toLocaleString('en-GB')}</td>;
}

/** "87 %"; a few of many are not none. */
function percent(share: number): string {
  if (share > 0 && share < 1) return 'under 1 %';
  if (share > 99 && share < 100) return 'over 99 %';
  return `${Math.round(share)} %`;
}
