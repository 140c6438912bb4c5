import type { ContactBook } from '@throughline/contract';
import { numberText, percentText } from '../words/numbers.ts';
import { say } from '../words/say.tsx';

const parts = [
  { key: 'pair', label: 'settings.knownByBoth', color: 'bg-accent' },
  { key: 'phoneOnly', label: 'settings.knownByNumber', color: 'bg-accent-line' },
  { key: 'accountOnly', label: 'settings.knownByAccount', color: 'bg-warn' },
] as const;

/** How many people are known by what: a bar for the look of it, and the numbers beside it. */
export function Coverage({ coverage }: { coverage: ContactBook['coverage'] }) {
  const { people } = coverage;
  const share = (count: number) => (people === 0 ? 0 : (100 * count) / people);
  return (
    <section aria-labelledby="coverage">
      <h3 id="coverage" className="mb-2 font-semibold">
        {say('settings.howKnown')}
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
            <th scope="col">{say('settings.knownBy')}</th>
            <th scope="col">{say('settings.people')}</th>
            <th scope="col">{say('settings.share')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ key, label, color }) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className="py-1.5 text-start font-normal">
                <span className="flex items-center gap-2">
                  <i aria-hidden className={`size-2.5 shrink-0 rounded-[3px] ${color}`} />
                  {say(label)}
                </span>
              </th>
              <Count value={coverage[key]} />
              <td className="w-16 py-1.5 text-end text-ink-2 tabular-nums">{percent(share(coverage[key]))}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="py-1.5 text-start font-semibold">
              {say('settings.people')}
            </th>
            <Count value={people} />
            <td />
          </tr>
        </tbody>
      </table>
      <p className="mt-1 text-s text-ink-2">{say('settings.hideNow', { count: coverage.hiddenNow })}</p>
    </section>
  );
}

function Count({ value }: { value: number }) {
  return <td className="py-1.5 text-end tabular-nums">{numberText(value)}</td>;
}

/** "87 %"; a few of many are not none. */
function percent(share: number): string {
  if (share > 0 && share < 1) return say('settings.under', { share: percentText(1) });
  if (share > 99 && share < 100) return say('settings.over', { share: percentText(99) });
  return percentText(share);
}
