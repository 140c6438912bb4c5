import { numberText } from '../words/numbers.ts';
import { say } from '../words/say.tsx';

export interface Count {
  key: string;
  label: string;
  /** What it means, where the label does not say all. */
  about?: string;
  color: string;
  rows: number;
}

interface Props {
  title: string;
  counts: readonly Count[];
  total: number;
  /** Shows only these rows below. */
  onChoose: (key: string) => void;
  chosen: string | undefined;
}

/** How many rows of each kind: a bar for the look of it, and the numbers in a table that also filters. */
export function Counts({ title, counts, total, onChoose, chosen }: Props) {
  const shown = counts.filter(({ rows }) => rows > 0);
  return (
    <section aria-label={title}>
      <div aria-hidden className="flex h-3 overflow-hidden rounded-full bg-sunken">
        {shown.map(({ key, color, rows }) => (
          <span
            key={key}
            className={`${color} border-e-2 border-surface last:border-0`}
            style={{ width: `${(100 * rows) / Math.max(total, 1)}%` }}
          />
        ))}
      </div>
      <table className="mt-2 w-full">
        <caption className="sr-only">{title}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{say('campaigns.rows')}</th>
            <th scope="col">{say('campaigns.howMany')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, label, about, color, rows }) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className="py-1.5 text-start font-normal">
                <span className="flex items-start gap-2">
                  <i aria-hidden className={`mt-1.5 size-2.5 shrink-0 rounded-[3px] ${color}`} />
                  <span className="min-w-0">
                    <button
                      type="button"
                      aria-pressed={chosen === key}
                      className={`text-start font-medium hover:underline ${chosen === key ? 'text-accent underline' : ''}`}
                      onClick={() => onChoose(key)}
                    >
                      {label}
                    </button>
                    {about !== undefined && <span className="block text-s text-ink-3">{about}</span>}
                  </span>
                </span>
              </th>
              <td className="py-1.5 text-end align-top tabular-nums">{numberText(rows)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="py-1.5 text-start font-semibold">
              {say('campaigns.rows')}
            </th>
            <td className="py-1.5 text-end font-semibold tabular-nums">{numberText(total)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
