import { Link } from '@tanstack/react-router';
import type { Contact } from '@throughline/contract';
import { UserRoundSearch } from 'lucide-react';
import { useMay } from '../shell/use-may.ts';
import { say } from '../words/say.tsx';

/** Something about this person is not settled: said quietly, and where to settle it. */
export function QuestionsLink({ contact: { id, questions } }: { contact: Contact }) {
  const may = useMay();
  if (questions === 0 || !may('reviews:read')) return null;
  return (
    <Link
      to="/reviews"
      search={{ contact: id }}
      className="mt-4 flex items-center gap-2 rounded-md bg-warn-soft px-3 py-2 text-s font-medium text-warn hover:underline"
    >
      <UserRoundSearch aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />
      {say('context.questions', { questions })}
    </Link>
  );
}
