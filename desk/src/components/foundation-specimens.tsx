import { Specimen } from './specimen.tsx';

const colors = [
  'canvas',
  'surface',
  'raised',
  'sunken',
  'line',
  'edge',
  'accent',
  'accent-soft',
  'info',
  'info-soft',
  'warn',
  'warn-soft',
  'danger',
  'danger-soft',
] as const;
const sizes = [
  ['text-2xl', 'Page, 24'],
  ['text-xl', 'Title, 18'],
  ['text-l', 'Heading, 15'],
  ['text-b', 'Message, 14'],
  ['text-m', 'Text, 13.5'],
  ['text-s', 'Detail, 12.5'],
  ['text-xs', 'Chip, 11.5'],
] as const;

/** Color and type: what the components share. */
export function FoundationSpecimens() {
  return (
    <>
      <Specimen title="Color">
        <ul className="grid grid-cols-3 gap-2 min-[500px]:grid-cols-4">
          {colors.map((name) => (
            <li key={name} className="text-xs text-ink-2">
              <span
                className="mb-0.5 block h-8 rounded-sm border border-line"
                style={{ background: `var(--${name})` }}
              />
              {name}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen title="Type">
        {sizes.map(([size, words]) => (
          <p key={size} className={`${size} -my-1`}>
            {words} <span className="text-ink-2">second</span> <span className="text-ink-3">third</span>
          </p>
        ))}
        <p>
          <bdi dir="ltr">+1 555 000 2222</bdi> · <bdi>@ana.prueba</bdi> · <bdi>رانيا خوري</bdi> · <bdi>आराध्या</bdi>
        </p>
      </Specimen>
    </>
  );
}
