// Keeps the desk itself, so that it opens without a line: its page, scripts, styles and letters. Never an answer of the API,
// never a file a customer sent: those it does not even look at. Written as a script of its own; the build fills in what
// stands in capitals.

const version = '__VERSION__';
const shell = __SHELL__;
const cacheName = `throughline-desk-${version}`;
const page = '/index.html';

addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll([page, ...shell])));
});

// A new desk waits until the person says so: two versions in two tabs would trip over each other's parts.
addEventListener('message', (event) => {
  if (event.data?.kind === 'take-over') void skipWaiting();
  if (event.data?.kind === 'keep') event.waitUntil(keep(event.data.paths));
});

addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith('throughline-desk-') && name !== cacheName);
      await Promise.all(old.map((name) => caches.delete(name)));
      await clients.claim();
    })(),
  );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (isDesk(pathname)) event.respondWith(openPage(request));
  } else if (isPart(pathname)) event.respondWith(partOf(request));
});

/** The page as the server has it; as it was kept where no server answers. */
async function openPage(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(page, { cacheName });
    if (kept) return kept;
    throw error;
  }
}

/** A built file has its content's hash in its name: what is kept under it is what the server would send. */
async function partOf(request) {
  const kept = await caches.match(request, { cacheName });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && isBuilt(new URL(request.url).pathname)) {
    const cache = await caches.open(cacheName);
    await cache.put(request, answer.clone());
  }
  return answer;
}

/** What the page had loaded before this worker saw its requests: the language, the screen it opened on. */
async function keep(paths) {
  const cache = await caches.open(cacheName);
  await Promise.allSettled(
    paths.filter(isBuilt).map(async (path) => (await cache.match(path)) ?? (await cache.add(path))),
  );
}

function isBuilt(pathname) {
  return pathname.startsWith('/assets/');
}

function isPart(pathname) {
  return isBuilt(pathname) || shell.includes(pathname);
}

function isDesk(pathname) {
  return !/^\/(api|media|webhooks|metrics|health|assets)\b/.test(pathname);
}
