// The audit of JSON Schema and OpenAPI.

import { contextOf } from '../context.ts';
import type { SourceText, Spot } from '../finding.ts';
import { isOfCustomers, isPhoneName, isUserIdName, isWaIdName } from '../names.ts';
import { isOnlyDigits } from '../script/checks-sends.ts';
import { isFieldOfMeta } from '../script/checks-shapes.ts';
import { entry, itemsAt, mapsOf, numberAt, type Tree, textAt } from './tree.ts';

export function isSchema(tree: Tree): boolean {
  return ['$schema', 'openapi', 'swagger', 'properties', 'definitions', '$defs', 'asyncapi'].some(
    (key) => entry(tree, key) !== undefined,
  );
}

export function auditShapes({ path, text }: SourceText, tree: Tree): Spot[] {
  const context = contextOf(path, text);
  const spots: Spot[] = [];
  const report = (rule: string, { start, end }: { start: number; end: number }) => spots.push({ rule, start, end });
  const named = `${path} ${textAt(tree, 'title')}`;
  for (const { map, way } of mapsOf(tree)) {
    const properties = entry(map, 'properties');
    if (properties?.kind === 'map') {
      const title = [textAt(map, 'title'), ...way.filter((word) => !plainWords.has(word)).slice(-1)].join(' ') || named;
      checkObject(
        map,
        properties,
        {
          isOfPeople: isOfCustomers(title) || (way.length === 0 && isOfCustomers(named)),
          isCloud: context === 'cloud',
        },
        report,
      );
    }
    if (way.length === 1 && way[0] === 'paths')
      for (const one of map.entries) checkPath(one, context !== 'none', report);
    if (way.at(-1) === 'parameters' && (context !== 'none' || isOfCustomers(way.join(' '))))
      checkParameter(map, report);
  }
  return spots;
}

const plainWords = new Set([
  'properties',
  'items',
  'schema',
  'schemas',
  'components',
  'definitions',
  '$defs',
  'allOf',
  'anyOf',
  'oneOf',
  'content',
  'application/json',
]);

type Report = (rule: string, at: { start: number; end: number }) => void;

function checkObject(
  map: Tree,
  properties: Tree & { kind: 'map' },
  { isOfPeople, isCloud }: { isOfPeople: boolean; isCloud: boolean },
  report: Report,
): void {
  const names = properties.entries.map(({ key }) => key);
  for (const required of itemsAt(map, 'required')) {
    const name = required.kind === 'value' && typeof required.value === 'string' ? required.value : '';
    if ((isCloud && isFieldOfMeta(name, names)) || (isOfPeople && isPhoneName(name)))
      report('schema-phone-required', required);
  }
  for (const { key, value, start, end } of properties.entries) {
    const isId = isUserIdName(key) || key === 'recipient';
    const isAddress = isId || isWaIdName(key) || (isCloud && /^(from|sender_id|recipient_id)$/.test(key));
    if (isAddress && isOnlyDigits(textAt(value, 'pattern')) && (isId || !names.some(isUserIdName)))
      report('schema-digits-pattern', { start, end });
    const longest = numberAt(value, 'maxLength');
    if (isId && longest !== undefined && longest < 131) report('schema-id-too-short', { start, end });
    const isNumber = /^(integer|number)$/.test(textAt(value, 'type'));
    if (isNumber && (isUserIdName(key) || isWaIdName(key) || (isOfPeople && isPhoneName(key))))
      report('schema-id-as-number', { start, end });
  }
}

/** `/customers/{phone}`. */
function checkPath(
  { key, start, end }: { key: string; start: number; end: number },
  isRead: boolean,
  report: Report,
): void {
  const names = [...key.matchAll(/\{(\w+)\}|:(\w+)/g)].map(([, one, other]) => one ?? other ?? '');
  if (names.some(isPhoneName) && (isRead || isOfCustomers(key))) report('openapi-phone-in-path', { start, end });
}

function checkParameter(map: Tree, report: Report): void {
  const required = entry(map, 'required');
  const isRequired = required?.kind === 'value' && required.value === true;
  if (isRequired && isPhoneName(textAt(map, 'name')) && /^(query|header)$/.test(textAt(map, 'in')))
    report('openapi-phone-required', entry(map, 'name') ?? map);
}
