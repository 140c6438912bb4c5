import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { say } from '../words/say.tsx';

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
        <span className="mb-1 block font-medium">{say('settings.whichPortfolio')}</span>
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          placeholder={say('settings.whichHint')}
          value={portfolio}
          onChange={(event) => setPortfolio(event.target.value)}
          className="field placeholder:text-ink-3"
        />
      </label>
      <button type="submit" className="btn h-10">
        {say('settings.show')}
      </button>
    </form>
  );
}
