// Runs before the first paint, so that a dark or mirrored desk never flashes light or left-to-right.
// A file of its own rather than inline: a strict content security policy then needs no exception.
(() => {
  const root = document.documentElement;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('throughline:settings') || '{}');
  } catch {
    kept = {};
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const dir = new URLSearchParams(location.search).get('dir') || kept.dir;
  root.dataset.theme = kept.theme === 'dark' || (kept.theme !== 'light' && dark) ? 'dark' : 'light';
  root.dir = dir === 'rtl' ? 'rtl' : 'ltr';
})();
