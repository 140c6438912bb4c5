import type { api as english } from '../en/api.ts';

export const api: Record<keyof typeof english, string> = {
  'api.answered': 'सर्वर का उत्तर: {status}।',
  'api.behind': 'यह अपने से पहले वाले का इंतज़ार कर रहा है।',
  'api.unreachable': 'अभी Throughline तक पहुँच नहीं हो पा रही। कनेक्शन देखें और फिर कोशिश करें।',
  'api.tooManyTries': 'बहुत ज़्यादा कोशिशें हुईं। एक मिनट रुकें, फिर कोशिश करें।',
  'api.cannotCheck': 'Throughline अभी इसे जाँच नहीं सका। थोड़ी देर में फिर कोशिश करें।',
  'api.wentWrong': 'कुछ गड़बड़ हुई। फिर कोशिश करें।',
};
