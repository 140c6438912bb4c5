import { useQuery } from '@tanstack/react-query';
import { tagsQuery } from '../api/labels.ts';
import { FieldFilters } from '../labels/field-filters.tsx';
import { Select } from '../ui/select.tsx';
import type { Key } from '../words/en/index.ts';
import { say } from '../words/say.tsx';
import { type PeopleSearch, type Seen, type Sort, seens, sorts, type Who, who, withPart } from './people-query.ts';

const all = 'all';
const whoWords = {
  hidden: 'people.whoHidden',
  phone: 'people.whoPhone',
  no_phone: 'people.whoNoPhone',
  username: 'people.whoUsername',
  stopped: 'people.whoStopped',
} as const satisfies Record<Who, Key>;
const seenWords = {
  '1': 'people.seenDay',
  '7': 'people.seenWeek',
  '30': 'people.seenMonth',
  not_30: 'people.notMonth',
  not_90: 'people.notQuarter',
} as const satisfies Record<Seen, Key>;
const sortWords = {
  last_seen: 'people.sortLast',
  first_seen: 'people.sortFirst',
  name: 'people.sortName',
} as const satisfies Record<Sort, Key>;

interface Props {
  search: PeopleSearch;
  onChange: (next: (before: PeopleSearch) => PeopleSearch) => void;
}

export function PeopleFilters({ search, onChange }: Props) {
  const tags = useQuery(tagsQuery).data?.data ?? [];
  const put = <K extends Exclude<keyof PeopleSearch, 'field'>>(
    name: K,
    value: NonNullable<PeopleSearch[K]> | typeof all,
  ) => onChange((before) => withPart(before, name, value === all ? undefined : (value as PeopleSearch[K])));
  return (
    <>
      <Select
        label={say('people.who')}
        hidesLabel
        fits
        options={[{ id: all, label: say('people.whoAll') }, ...who.map((id) => ({ id, label: say(whoWords[id]) }))]}
        value={search.who ?? all}
        onChange={(id) => put('who', id)}
      />
      <Select
        label={say('people.seen')}
        hidesLabel
        fits
        options={[{ id: all, label: say('people.seenAll') }, ...seens.map((id) => ({ id, label: say(seenWords[id]) }))]}
        value={search.seen ?? all}
        onChange={(id) => put('seen', id)}
      />
      {tags.length > 0 && (
        <Select
          label={say('people.tag')}
          hidesLabel
          fits
          options={[{ id: all, label: say('people.tagAll') }, ...tags.map(({ id, name }) => ({ id, label: name }))]}
          value={search.tag ?? all}
          onChange={(id) => put('tag', id)}
        />
      )}
      <Select
        label={say('people.sort')}
        hidesLabel
        fits
        options={sorts.map((id) => ({ id, label: say(sortWords[id]) }))}
        value={search.sort ?? 'last_seen'}
        onChange={(id) => put('sort', id === 'last_seen' ? all : id)}
      />
      <FieldFilters
        subjects={['contact']}
        filters={search.field ?? []}
        onChange={(field) => onChange((before) => withPart(before, 'field', field.length === 0 ? undefined : field))}
      />
    </>
  );
}
