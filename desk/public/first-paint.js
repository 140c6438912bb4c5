// Runs before the first paint, so that a dark or mirrored desk never flashes light or left-to-right.
// A file of its own rather than inline: a strict content security policy then needs no exception.
(() => {
  const root = document.documentElement;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('throughline:settings') || '{}') || {};
  } catch {
    kept = {};
  }
  const spoken = ['en', 'es', 'pt', 'de', 'hi', 'ar'];
  const preferred = navigator.languages.map((tag) => tag.split('-')[0].toLowerCase());
  const language = [kept.language, ...preferred].find((one) => spoken.includes(one)) || 'en';
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  const asked = new URLSearchParams(location.search).get('dir');
  root.dataset.theme = kept.theme === 'dark' || (kept.theme !== 'light' && dark) ? 'dark' : 'light';
  root.lang = language;
  root.dir = asked === 'rtl' || asked === 'ltr' ? asked : language === 'ar' ? 'rtl' : 'ltr';
})();
