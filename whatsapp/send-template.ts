// A template, filled (Meta, "Template messages" and "Template components", read 2026-09). What a particular template asks for is
// checked where templates are known; here is what holds for all of them.

import { type Fields, isFields, listOf, wordsOf } from './fields.ts';
import { lengthProblems, type SendProblem } from './send-problem.ts';

export interface TemplateSend {
  type: 'template';
  template: {
    name: string;
    language: { code: string };
    /** Meta's own form: header, body, button, carousel, limited_time_offer. */
    components?: readonly unknown[];
  };
}

export function templateProblems({ template }: TemplateSend): SendProblem[] {
  return [
    ...lengthProblems('template.name', template.name, { most: 512 }),
    ...lengthProblems('template.language.code', template.language.code, { most: 15 }),
    ...listOf(template.components).flatMap((component, index) =>
      componentProblems(`template.components.${index}`, component),
    ),
  ];
}

const buttonKinds = ['quick_reply', 'url', 'copy_code', 'flow', 'catalog', 'mpm', 'voice_call', 'order_details', 'otp'];

function componentProblems(field: string, component: unknown): SendProblem[] {
  if (!isFields(component)) return [{ field, problem: 'must be an object with a type' }];
  const type = wordsOf(component.type)?.toLowerCase();
  switch (type) {
    case 'header':
    case 'body':
    case 'limited_time_offer':
      return parameterProblems(field, component);
    case 'button':
      return [...buttonProblems(field, component), ...parameterProblems(field, component)];
    case 'carousel':
      return listOf(component.cards).flatMap((card, index) => cardProblems(`${field}.cards.${index}`, card));
    default:
      return [{ field: `${field}.type`, problem: 'must be header, body, button, carousel or limited_time_offer' }];
  }
}

function buttonProblems(field: string, component: Fields): SendProblem[] {
  const kind = wordsOf(component.sub_type)?.toLowerCase() ?? '';
  const index = Number(component.index);
  return [
    ...(buttonKinds.includes(kind)
      ? []
      : [{ field: `${field}.sub_type`, problem: `must be one of ${buttonKinds.join(', ')}` }]),
    ...(component.index !== undefined && Number.isInteger(index) && index >= 0 && index <= 9
      ? []
      : [{ field: `${field}.index`, problem: 'must be the place of the button, from 0 to 9' }]),
  ];
}

function cardProblems(field: string, card: unknown): SendProblem[] {
  if (!isFields(card)) return [{ field, problem: 'must be an object with card_index and components' }];
  return [
    ...(Number.isInteger(card.card_index) ? [] : [{ field: `${field}.card_index`, problem: 'must be a number' }]),
    ...listOf(card.components).flatMap((component, index) =>
      componentProblems(`${field}.components.${index}`, component),
    ),
  ];
}

/** Each parameter holds the part its type names, once it has one. */
function parameterProblems(field: string, component: Fields): SendProblem[] {
  return listOf(component.parameters).flatMap((parameter, index) => {
    const place = `${field}.parameters.${index}`;
    if (!isFields(parameter)) return [{ field: place, problem: 'must be an object with a type' }];
    const type = wordsOf(parameter.type);
    if (!type) return [{ field: `${place}.type`, problem: 'must be there, as text' }];
    const part = parameter[type];
    if (part === undefined || part === null || part === '')
      return [{ field: `${place}.${type}`, problem: 'must be there: this place of the template would be empty' }];
    return [];
  });
}
