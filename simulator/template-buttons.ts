// The buttons of a new template (Meta, "Template components" and "Authentication templates", read 2026-09).

import type { MetaFault } from './errors.ts';
import type { Json } from './payloads.ts';
import type { TemplateCategory } from './state.ts';
import { parametersIn, wrong } from './template-words.ts';

const MOST = 10;
const MOST_LABEL = 25;
const MOST_CODE = 15;
const MOST_OF: Record<string, number> = {
  URL: 2,
  PHONE_NUMBER: 1,
  COPY_CODE: 1,
  OTP: 1,
  FLOW: 1,
  REQUEST_CONTACT_INFO: 1,
};
const TYPES = [...Object.keys(MOST_OF), 'QUICK_REPLY', 'MPM', 'SPM', 'CATALOG', 'VOICE_CALL'];

export function buttonFault(buttons: readonly Json[], category: TemplateCategory): MetaFault | undefined {
  if (buttons.length === 0 || buttons.length > MOST) return wrong(`BUTTONS holds 1 to ${MOST} buttons`);
  const kinds = buttons.map((button) => String(button.type));
  for (const [kind, most] of Object.entries(MOST_OF)) {
    if (kinds.filter((one) => one === kind).length > most) return wrong(`At most ${most} ${kind} button(s)`);
  }
  // Quick replies stand together, before or after the others.
  const turns = kinds.filter((kind, i) => i > 0 && (kind === 'QUICK_REPLY') !== (kinds[i - 1] === 'QUICK_REPLY'));
  if (turns.length > 1) return wrong('Invalid combination of buttons: group the quick replies', 2388060);
  for (const button of buttons) {
    const fault = oneFault(button, category);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function oneFault(button: Json, category: TemplateCategory): MetaFault | undefined {
  const kind = String(button.type);
  if (!TYPES.includes(kind)) return wrong(`Param buttons[type] must be one of {${TYPES.join(', ')}}`);
  if (category === 'authentication' && kind !== 'OTP') return wrong('Authentication templates have an OTP button only');
  switch (kind) {
    case 'OTP':
      return otpFault(button, category);
    case 'COPY_CODE': {
      const example = Array.isArray(button.example) ? button.example[0] : button.example;
      return typeof example === 'string' && example.length <= MOST_CODE
        ? undefined
        : wrong(`COPY_CODE needs an example of at most ${MOST_CODE} characters`);
    }
    case 'REQUEST_CONTACT_INFO':
      // The label is the app's own. Where a text is given all the same, it must be this one; the subcode is from the field.
      return button.text === undefined || button.text === 'Share Contact Info'
        ? undefined
        : wrong('REQUEST_CONTACT_INFO takes no text but "Share Contact Info"', 2388050);
    case 'URL':
      return labelFault(button) ?? urlFault(button);
    case 'PHONE_NUMBER':
      return (
        labelFault(button) ??
        (typeof button.phone_number === 'string' ? undefined : wrong('PHONE_NUMBER needs phone_number'))
      );
    case 'FLOW': {
      const named = [button.flow_id, button.flow_name, button.flow_json].some((one) => one !== undefined);
      return labelFault(button) ?? (named ? undefined : wrong('FLOW needs flow_id, flow_name or flow_json'));
    }
    default:
      return labelFault(button);
  }
}

function otpFault(button: Json, category: TemplateCategory): MetaFault | undefined {
  if (category !== 'authentication') return wrong('OTP buttons are for authentication templates only');
  const kind = String(button.otp_type).toUpperCase();
  if (!['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'].includes(kind))
    return wrong('Param otp_type must be one of {COPY_CODE, ONE_TAP, ZERO_TAP}');
  if (kind !== 'COPY_CODE' && !Array.isArray(button.supported_apps)) return wrong(`${kind} needs supported_apps`);
  return kind === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true
    ? wrong('ZERO_TAP needs zero_tap_terms_accepted')
    : undefined;
}

/** One variable, at the very end. */
function urlFault(button: Json): MetaFault | undefined {
  if (typeof button.url !== 'string') return wrong('URL needs url');
  const names = parametersIn(button.url);
  if (names.length === 0) return undefined;
  if (names.length > 1 || !/\{\{1\}\}$/.test(button.url)) return wrong('A URL takes one variable, {{1}} at its end');
  return button.example === undefined ? wrong('A URL with a variable needs an example') : undefined;
}

function labelFault(button: Json): MetaFault | undefined {
  const { text } = button;
  return typeof text === 'string' && text.length > 0 && text.length <= MOST_LABEL
    ? undefined
    : wrong(`A button needs a text of at most ${MOST_LABEL} characters`);
}
