import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';

/** Where one service serves several business portfolios, each has settings of its own. */
export function WhichPortfolio() {
  const navigate = useNavigate();
  const [portfolio, setPortfolio] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (portfolio.trim() !== '') void navigate({ to: '/settings/identity', search: { portfolio: portfolio.trim() } });
  };
  return (
    <form onSubmit={submit} className="flex max-w-120 flex-wrap items-end gap-2">
      <label className="min-w-60 flex-1">
        <span className="mb-1 block font-medium">There are several portfolios. The settings of which?</span>
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          placeholder="Its id, as Meta Business Suite shows it"
          value={portfolio}
          onChange={(event) => setPortfolio(event.target.value)}
          className="field placeholder:text-ink-3"
        />
      </label>
      <button type="submit" className="btn h-10">
        Show
      </button>
    </form>
  );
}
