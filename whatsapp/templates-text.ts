// A template as its reader sees it: places filled, or still marked {{1}} where there is no value yet.

import { placePattern } from './templates-components.ts';
import type {
  TemplateButtonDefinition,
  TemplateButtonKind,
  TemplateDefinition,
  TemplateMedia,
} from './templates-definition.ts';

export interface ShownButton {
  kind: TemplateButtonKind;
  label: string;
  url?: string;
  phone?: string;
}

export interface ShownTemplate {
  header?: { kind: 'text' | TemplateMedia | 'location'; text?: string };
  body: string;
  footer?: string;
  buttons: ShownButton[];
  /** A carousel. */
  cards?: { header?: 'image' | 'video'; body: string; buttons: ShownButton[] }[];
}

/** `given` by slot key. A value is put in as it is: what it holds is never read as a place again. */
export function shownTemplate(template: TemplateDefinition, given: ReadonlyMap<string, string>): ShownTemplate {
  const { header, body, footer, offer, buttons, cards } = template;
  const fill = (text: string, key: string) =>
    text.replace(placePattern, (place, name: string) => given.get(`${key}.${name}`) ?? place);
  const shownButton = (button: TemplateButtonDefinition, key: string): ShownButton => ({
    kind: button.kind,
    label: button.label,
    ...(button.url && { url: button.url.replace(placePattern, (place) => given.get(key) ?? place) }),
    ...(button.phone && { phone: button.phone }),
  });
  const said = fill(body.text, 'body');
  return {
    ...(header && {
      header: header.kind === 'text' ? { kind: 'text', text: fill(header.text, 'header') } : { kind: header.kind },
    }),
    body: offer?.text ? `${offer.text}\n${said}` : said,
    ...(footer && { footer }),
    buttons: buttons.map((button, i) => shownButton(button, `button.${i}`)),
    ...(cards.length > 0 && {
      cards: cards.map((card, i) => ({
        ...(card.header && { header: card.header }),
        body: fill(card.body.text, `card.${i}.body`),
        buttons: card.buttons.map((button, j) => shownButton(button, `card.${i}.button.${j}`)),
      })),
    }),
  };
}
