// The places of a template that are filled when it is sent, each with the key by which a value is given.

import type {
  TemplateButtonDefinition,
  TemplateDefinition,
  TemplateMedia,
  TemplateWords,
} from './templates-definition.ts';

export interface TemplateSlot {
  /** `body.1`, `body.name`, `header.1`, `header.media`, `header.location`, `button.0`, `card.0.body.1`, `offer.expires`. */
  key: string;
  kind: 'text' | 'media' | 'location' | 'code' | 'payload' | 'time';
  media?: TemplateMedia;
  /** For people: "Body, 1". */
  label: string;
  example: string | null;
  /** A quick reply's payload and a form's token may be left to Meta. */
  required: boolean;
}

const mediaWords: Readonly<Record<TemplateMedia, string>> = {
  image: 'picture',
  video: 'video',
  document: 'document',
};

/** In the order in which they stand in the message. */
export function slotsOf(template: TemplateDefinition): TemplateSlot[] {
  const { header, body, offer, buttons, cards, category } = template;
  const slots: TemplateSlot[] = [];
  if (header?.kind === 'text') slots.push(...wordSlots('header', 'Header', header));
  else if (header?.kind === 'location')
    slots.push({ key: 'header.location', kind: 'location', label: 'Header place', example: null, required: true });
  else if (header) slots.push(mediaSlot('header.media', 'Header', header.kind));
  if (category === 'authentication') slots.push(...codeSlots(body));
  else slots.push(...wordSlots('body', 'Body', body));
  if (offer?.expires)
    slots.push({ key: 'offer.expires', kind: 'time', label: 'Offer ends at', example: null, required: true });
  slots.push(...buttons.flatMap((button, i) => buttonSlots(`button.${i}`, button, '')));
  cards.forEach((card, i) => {
    const key = `card.${i}`;
    const name = `Card ${i + 1}`;
    if (card.header) slots.push(mediaSlot(`${key}.header.media`, name, card.header));
    slots.push(...wordSlots(`${key}.body`, `${name}, body`, card.body));
    slots.push(...card.buttons.flatMap((button, j) => buttonSlots(`${key}.button.${j}`, button, `${name}, `)));
  });
  return slots;
}

/** Whether something is appended to the button's link. */
export function hasSuffix({ url }: TemplateButtonDefinition): boolean {
  return url?.includes('{{') ?? false;
}

function wordSlots(key: string, label: string, { places }: TemplateWords): TemplateSlot[] {
  return places.map(({ name, example }) => ({
    key: `${key}.${name}`,
    kind: 'text',
    label: `${label}, ${name}`,
    example: example ?? null,
    required: true,
  }));
}

/** The code stands in the body and in the button; it is asked for once. */
function codeSlots({ places }: TemplateWords): TemplateSlot[] {
  const name = places[0]?.name ?? '1';
  return [
    { key: `body.${name}`, kind: 'code', label: 'Code', example: places[0]?.example ?? '123456', required: true },
  ];
}

function mediaSlot(key: string, label: string, media: TemplateMedia): TemplateSlot {
  return { key, kind: 'media', media, label: `${label} ${mediaWords[media]}`, example: null, required: true };
}

function buttonSlots(key: string, button: TemplateButtonDefinition, before: string): TemplateSlot[] {
  const named = `${before}${before === '' ? 'Button' : 'button'} "${button.label}"`;
  const example = button.example ?? null;
  switch (button.kind) {
    case 'url':
      return hasSuffix(button)
        ? [{ key, kind: 'text', label: `${named}, end of the link`, example, required: true }]
        : [];
    case 'copy_code':
      return [{ key, kind: 'code', label: `${named}, the code`, example, required: true }];
    case 'quick_reply':
      return [{ key, kind: 'payload', label: `${named}, what comes back`, example: null, required: false }];
    case 'flow':
      return [{ key, kind: 'payload', label: `${named}, token of the form`, example: null, required: false }];
    default:
      return [];
  }
}
