// Countries by name, as the browser knows them.

import { locale } from '../words/say.tsx';
import { ownTimeZone } from '../words/zones.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
let known: { of: string; list: { code: string; name: string }[] } | undefined;

/** Those with a name of their own, in the order of their names. */
export function regions(): { code: string; name: string }[] {
  if (known?.of === locale()) return known.list;
  const names = new Intl.DisplayNames(locale(), { type: 'region', fallback: 'none' });
  const notCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB']);
  const list = letters
    .flatMap((a) => letters.map((b) => a + b))
    .flatMap((code) => {
      const name = notCountries.has(code) ? undefined : names.of(code);
      return name === undefined ? [] : [{ code, name }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, locale()));
  known = { of: locale(), list };
  return list;
}

/** The one we are in ourselves, and all others, as IANA names them. */
export function timeZones(): string[] {
  const own = ownTimeZone();
  return [own, ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== own)];
}
