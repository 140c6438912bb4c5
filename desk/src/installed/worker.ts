// The desk's service worker, seen from the page: registered once all is drawn, looked after for new versions, and told to
// take over when the person says so.

const lookEveryMs = 30 * 60_000;
const listeners = new Set<() => void>();
let waiting: ServiceWorker | undefined;

/** Registers the worker. Where it cannot be (an old browser, a plain http address), the desk works without. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
    registration.addEventListener('updatefound', () => follow(registration.installing));
    setInterval(() => void look(registration), lookEveryMs);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look(registration));
    await keepLoaded();
  } catch {
    // Without it nothing is lost but opening offline.
  }
}

/** Changes to the new version: the worker takes over, and every window of the desk loads again. */
export function changeToNewVersion(): void {
  if (waiting === undefined) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage({ kind: 'take-over' });
}

export function subscribeToNewVersion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function hasNewVersion(): boolean {
  return waiting !== undefined;
}

function follow(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    // The very first one is no new version: nothing ran before it.
    if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker);
  });
}

function offer(worker: ServiceWorker): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

async function look(registration: ServiceWorkerRegistration): Promise<void> {
  if (navigator.onLine) await registration.update().catch(() => undefined);
}

/** The first visit loaded its parts before the worker saw them: it is told which they were. */
async function keepLoaded(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const paths = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);
  active?.postMessage({ kind: 'keep', paths });
}
