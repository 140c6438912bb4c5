import type { masking as english } from '../en/masking.ts';

export const masking: Record<keyof typeof english, string> = {
  'masking.title': 'फ़ोन नंबर',
  'masking.intro': 'ग्राहकों के पूरे नंबर कौन देखता है। यह एक सेकंड के भीतर Throughline की हर स्क्रीन और हर जवाब पर लागू होता है।',
  'masking.failed': 'सेटिंग नहीं दिखाई जा सकी',
  'masking.maskedFor': 'इन भूमिकाओं को नंबर ढके दिखते हैं',
  'masking.hint':
    'वे देश और आखिरी अंक देखते हैं। वे पूरे नंबर से खोज सकते हैं, और ज़रूरत होने पर किसी एक व्यक्ति के नंबर देख सकते हैं। हर बार इसे दर्ज किया जाता है। ग्राहकों ने जो लिखा, वह वैसा ही रहता है।',
  'masking.saved': 'सहेजा गया। यह अभी से लागू है।',
  'masking.show': 'दिखाएँ',
  'masking.showNumbers': '{name} के पूरे नंबर दिखाएँ',
  'masking.writtenDown': 'पूरा नंबर दिखाया गया। दर्ज किया गया कि आपने देखा।',
  'masking.whatFor': 'आपको नंबर किसलिए चाहिए?',
  'masking.reason':
    '{reason, select, call_them {उन्हें कॉल करने के लिए} check_identity {वे कौन हैं यह जाँचने के लिए} other_channel {किसी और तरह संपर्क के लिए} privacy_request {गोपनीयता अनुरोध के लिए} other {किसी और काम के लिए}}',
};
