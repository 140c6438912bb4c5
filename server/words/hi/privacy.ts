import type { privacy as english } from '../en/privacy.ts';

// What a person is sent who asks for what is theirs, and what is said of somebody erased.
export const privacy: Record<keyof typeof english, string> = {
  'privacy.code':
    'आपका कोड {code} है। आपने अपने निजी डेटा के बारे में पूछा था; यह कोड अपनी मदद करने वाले को बताएँ। यह 15 मिनट तक मान्य है। अगर आपने नहीं पूछा, तो इस संदेश को अनदेखा करें।',
  'problem.erased': 'इस व्यक्ति को उनकी अपनी इच्छा से मिटा दिया गया। यहाँ उनका कुछ नहीं बचा है।',
  'title.erased': 'मिटाया गया',
  'problem.privacy_ended': 'यह अनुरोध पूरा हो चुका है। नया अनुरोध दर्ज करें।',
  'problem.privacy_running': 'यह अनुरोध पूरा किया जा रहा है और बीच में नहीं रोका जा सकता।',
  'problem.privacy_not_verified': 'अभी किसी ने नहीं दिखाया कि यह उन्हीं के बारे में है। कोड भेजें, या जो देखा गया उसे दर्ज करें।',
  'problem.privacy_already_verified': 'पूछने वाले की पहचान पहले ही हो चुकी है।',
  'problem.privacy_held': 'कानूनी रोक के कारण इस व्यक्ति का डेटा रखा जा रहा है। पहले रोक हटाएँ।',
  'problem.privacy_no_corrections': 'पहले बताएँ कि क्या ठीक करना है।',
  'problem.privacy_no_rectification': 'क्या ठीक करना है, यह केवल सुधार के अनुरोध में बताया जाता है। ऐसा अनुरोध दर्ज करें।',
  'problem.privacy_not_awaiting': 'मंज़ूर करने को कुछ नहीं है: पहले इसे शुरू करें।',
  'problem.privacy_same_person': 'जिसने इसे शुरू किया वह मंज़ूर नहीं कर सकता। किसी और को देखना होगा।',
  'problem.privacy_already_extended': 'समय पहले बढ़ाया जा चुका है, और केवल एक बार बढ़ सकता है।',
  'problem.privacy_already_confirmed': 'इसके मिलने की पुष्टि पहले हो चुकी है।',
  'problem.privacy_not_running': 'यह पूरा नहीं किया जा रहा है।',
  'problem.privacy_code_too_soon': 'अभी एक कोड भेजा गया है। एक मिनट बाद दूसरा भेजा जा सकता है।',
  'problem.privacy_no_thread': 'इस व्यक्ति से कोई बातचीत नहीं है जिसमें कोड भेजा जाए। कोई और प्रमाण दर्ज करें।',
  'problem.privacy_code_not_sent': 'WhatsApp अभी इस व्यक्ति के लिए संदेश नहीं लेगा। कोई और प्रमाण दर्ज करें।',
  'problem.privacy_code_window_closed':
    'इस व्यक्ति के लिखे 24 घंटे से ज़्यादा हो गए, और कोड भेजने के लिए कोई मंज़ूर प्रमाणीकरण टेम्पलेट नहीं है। उनसे पहले लिखने को कहें, ऐसा टेम्पलेट मंज़ूर कराएँ, या कोई और प्रमाण दर्ज करें।',
  'problem.privacy_code_needs_phone':
    'इस व्यक्ति के लिखे 24 घंटे से ज़्यादा हो गए। प्रमाणीकरण टेम्पलेट से कोड केवल फ़ोन नंबर पर जाता है, और इनका नंबर पता नहीं है। उनसे पहले लिखने को कहें, या कोई और प्रमाण दर्ज करें।',
  'problem.privacy_code_address_lost': 'इस बातचीत का नंबर अब किसी और का है, और कोड उन्हें मिलेगा। कोई और प्रमाण दर्ज करें।',
  'problem.privacy_code_blocked': 'यह व्यक्ति इस नंबर पर ब्लॉक है। अनब्लॉक करें, या कोई और प्रमाण दर्ज करें।',
  'problem.privacy_code_wrong':
    'यह कोड सही नहीं है। इसे {left, plural, one {# बार और} other {# बार और}} आज़माया जा सकता है।',
  'problem.privacy_code_used_up': 'यह कोड अब मान्य नहीं है। दूसरा भेजें।',
  'problem.privacy_no_archive': 'लेने के लिए कोई संग्रह नहीं है: यह प्रति का अनुरोध नहीं है, शुरू नहीं हुआ, या उसका समय निकल गया।',
  'problem.privacy_correction_refused':
    'एक सुधार जैसा लिखा है वैसा नहीं हो सकता, इसलिए कोई नहीं किया गया। पूर्वाभ्यास बताता है कि कौन सा और क्यों।',
  'problem.privacy_whom': 'बताएँ कि यह किसके बारे में है: contactId या subject।',
  'problem.subject_unknown':
    'आज यह किसी के पास नहीं है। पहले जिनके पास था वे /privacy/subjects में हैं; पहचान साबित होने पर उन्हें contactId से बताएँ।',
  'problem.subject_not_unique': 'कई लोग मेल खाते हैं। /privacy/subjects देखें, और एक को contactId से बताएँ।',
  'problem.privacy_account_unknown': 'इनमें से एक खाता इस संपर्क का नहीं है।',
  'correction.nobody_left': 'अनुरोध में शामिल कोई भी नहीं बचेगा।',
  'correction.contact_unknown': 'ऐसा कोई संपर्क अब नहीं है।',
  'correction.field_unknown': 'यह फ़ील्ड इस्तेमाल में नहीं है।',
  'correction.field_unfit': 'यह मान इस फ़ील्ड में नहीं बैठता।',
};
