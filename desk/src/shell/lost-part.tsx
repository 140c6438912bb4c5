// Parts of the desk that could not be fetched: a newer desk was put in place under an open window and took the old parts away, or
// the line is down. What is on the screen stays, and says so; nothing that was being written is lost by loading again.

import { type ComponentType, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { ErrorState } from '../ui/states.tsx';
import { say } from '../words/say.tsx';

/** What browsers, and the loader of style sheets, say of a part that is not there. */
const signs = /dynamically imported module|importing a module script|unable to preload css/i;

export function isLostPart(error: unknown): boolean {
  return error instanceof Error && signs.test(error.message);
}

type Load<P extends object> = () => Promise<ComponentType<P>>;

/** Stands for a screen that could not be fetched, beside the rail, and becomes it when it comes after all. */
export function lostScreen<P extends object>(load: Load<P>): ComponentType<P> {
  return (props) => <Regained load={load} props={props} without={<LostScreen />} />;
}

/** Stands for a smaller part: there is nothing in its place, and the notice of the desk says so. */
export function lostPart<P extends object>(load: Load<P>): ComponentType<P> {
  return (props) => <Regained load={load} props={props} without={<Missing />} />;
}

/** Tried again as soon as there is a line; a part that was taken away stays away until the desk is loaded anew. */
function Regained<P extends object>({ load, props, without }: { load: Load<P>; props: P; without: ReactNode }) {
  const [Found, setFound] = useState<ComponentType<P>>();
  useEffect(() => {
    const again = () =>
      load().then(
        (component) => setFound(() => component),
        () => undefined,
      );
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [load]);
  return Found === undefined ? without : <Found {...props} />;
}

function LostScreen() {
  return (
    <main id="main" className="grid min-h-0 min-w-0 flex-1 place-items-center overflow-y-auto">
      <LostState />
    </main>
  );
}

function Missing() {
  useEffect(miss, []);
  return null;
}

export function LostState() {
  useEffect(() => {
    document.title = `${say('app.lost.title')} · Throughline`;
  }, []);
  return (
    <ErrorState
      isPage
      title={say('app.lost.title')}
      detail={say('app.lost.detail')}
      action={say('app.reload')}
      onRetry={() => location.reload()}
    />
  );
}

/** How many parts that should be on the screen are not. */
export function useMissing(): number {
  return useSyncExternalStore(subscribe, () => missing);
}

let missing = 0;
const listeners = new Set<() => void>();

function miss(): () => void {
  change(1);
  return () => change(-1);
}

function change(by: number): void {
  missing += by;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
