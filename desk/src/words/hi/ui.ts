import type { ui as english } from '../en/ui.ts';

export const ui: Record<keyof typeof english, string> = {
  'ui.more': 'और',
  'ui.close': 'बंद करें',
  'ui.clear': 'मिटाएँ',
  'ui.notNow': 'अभी नहीं',
  'ui.tryAgain': 'फिर कोशिश करें',
  'ui.showMore': 'और दिखाएँ',
  'ui.loading': 'लोड हो रहा है',
  'ui.settings': 'सेटिंग',
  'ui.settings.identity': 'पहचान',
  'ui.settings.policy': 'कौन कौन है',
  'ui.settings.contactBook': 'Contact Book',
  'ui.settings.labels': 'टैग और फ़ील्ड',
  'ui.settings.whatsapp': 'WhatsApp',
  'ui.settings.sending': 'भेजना',
  'ui.typeToConfirm': 'पुष्टि के लिए लिखें: {words}',
  'ui.earliest': 'सबसे पहले {when} हो सकता है।',
  'ui.latest': 'ज़्यादा से ज़्यादा {when} तक हो सकता है।',
  'ui.noPermission.title': 'आपकी भूमिका में यह शामिल नहीं है',
  'ui.noPermission.detail': 'प्रशासक आपकी भूमिका बदल सकते हैं, या आपके लिए देख सकते हैं।',
};
