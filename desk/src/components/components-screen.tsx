// Every component in every state, on one page: what there is to build screens of, and what the screenshot tests look at. It
// asks the server nothing and holds nobody's data, so nobody signs in for it.

import { useWindowTitle } from '../ui/page.tsx';
import { ActionSpecimens } from './action-specimens.tsx';
import { ChoiceSpecimens } from './choice-specimens.tsx';
import { FieldSpecimens } from './field-specimens.tsx';
import { FoundationSpecimens } from './foundation-specimens.tsx';
import { ListSpecimens } from './list-specimens.tsx';
import { StateSpecimens } from './state-specimens.tsx';

export function ComponentsScreen() {
  useWindowTitle('Components');
  return (
    <main className="h-full overflow-y-auto bg-canvas print:overflow-visible">
      <div className="mx-auto max-w-300 px-4 py-6">
        <h1 className="text-2xl font-semibold tracking-tight">Components</h1>
        <p className="mt-1 mb-5 text-ink-2">What every screen of the desk is made of, in every state it can be in.</p>
        <div className="grid grid-cols-1 items-start gap-4 min-[1000px]:grid-cols-2">
          <FoundationSpecimens />
          <ActionSpecimens />
          <FieldSpecimens />
          <ChoiceSpecimens />
          <ListSpecimens />
          <StateSpecimens />
        </div>
      </div>
    </main>
  );
}
