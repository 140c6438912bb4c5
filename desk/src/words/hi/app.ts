import type { app as english } from '../en/app.ts';

export const app: Record<keyof typeof english, string> = {
  'app.newVersion': 'डेस्क का नया संस्करण तैयार है। ड्राफ़्ट और न भेजे गए जवाब सहेजे रहेंगे।',
  'app.reload': 'फिर लोड करें',
  'app.offline.title': 'डेस्क खुला है, पर कनेक्शन नहीं है',
  'app.offline.detail': 'कनेक्शन लौटते ही बातचीत दिखेंगी। ड्राफ़्ट और न भेजे गए जवाब यहाँ सहेजे रहते हैं।',
  'app.skip': 'सीधे सामग्री पर जाएँ',
};
