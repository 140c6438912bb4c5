import type { privacy as english } from '../en/privacy.ts';

// What a person is sent who asks for what is theirs, and what is said of somebody erased.
export const privacy: Record<keyof typeof english, string> = {
  'privacy.code':
    'आपका कोड {code} है। आपने अपने निजी डेटा के बारे में पूछा था; यह कोड अपनी मदद करने वाले को बताएँ। यह 15 मिनट तक मान्य है। अगर आपने नहीं पूछा, तो इस संदेश को अनदेखा करें।',
  'problem.erased': 'इस व्यक्ति को उनकी अपनी इच्छा से मिटा दिया गया। यहाँ उनका कुछ नहीं बचा है।',
  'title.erased': 'मिटाया गया',
};
