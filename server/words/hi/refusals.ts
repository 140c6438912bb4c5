import type { refusals as english } from '../en/refusals.ts';

export const refusals: Readonly<Record<keyof typeof english, string>> = {
  'csv.too_many_rows': 'फ़ाइल में {rows, number} से ज़्यादा पंक्तियाँ हैं। इसे कई अभियानों में बाँटें।',
  'csv.no_rows': 'फ़ाइल में शीर्षक के नीचे कोई पंक्ति नहीं है।',
  'csv.no_body': 'फ़ाइल को अनुरोध के मुख्य भाग के रूप में भेजें, Content-Type: text/csv के साथ।',
  'csv.mixed': 'कुछ अक्षर पढ़े नहीं जा सकते: फ़ाइल में दो एनकोडिंग मिली हुई हैं। इसे UTF-8 में निर्यात करें।',
  'csv.too_large': 'फ़ाइल {size} से बड़ी है। इसे कई अभियानों में बाँटें।',
  'csv.quotes':
    'पंक्ति {line, number} में या उसके बाद उद्धरण चिह्न (") खुला और बंद नहीं हुआ, इसलिए पंक्तियाँ अलग नहीं की जा सकतीं। वह पंक्ति ठीक करें, या फ़ाइल फिर से निर्यात करें।',
  'csv.unreadable': 'पंक्ति {line, number} पढ़ी नहीं जा सकती। उसे ठीक करें, या फ़ाइल फिर से निर्यात करें।',
  'csv.cells_missing':
    'इसमें {cells, plural, one {# खाना} other {# खाने}} हैं, शीर्षक में {columns, number}। जो नहीं हैं वे खाली माने जाते हैं।',
  'csv.cells_beyond':
    'इसमें {cells, plural, one {# खाना} other {# खाने}} हैं, शीर्षक में {columns, number}। जो ज़्यादा हैं वे छोड़ दिए जाते हैं।',
  'csv.nul': 'स्तंभ {column, number} में NUL अक्षर है, जिसे छोड़ दिया गया।',
  'csv.long': 'स्तंभ {column, number} में {letters, number} अक्षर हैं; केवल पहले {most, number} रखे जाते हैं।',
  'template.too_long.header':
    'शीर्षक में {characters, number} अक्षर होंगे; WhatsApp {most, number} की अनुमति देता है। जो भरा जा रहा है उसे छोटा करें।',
  'template.too_long.text':
    'पाठ में {characters, number} अक्षर होंगे; WhatsApp {most, number} की अनुमति देता है। जो भरा जा रहा है उसे छोटा करें।',
  'template.too_long.link':
    'लिंक में {characters, number} अक्षर होंगे; WhatsApp {most, number} की अनुमति देता है। जो भरा जा रहा है उसे छोटा करें।',
  'template.too_long.card':
    'कार्ड {card, number} के पाठ में {characters, number} अक्षर होंगे; WhatsApp {most, number} की अनुमति देता है। जो भरा जा रहा है उसे छोटा करें।',
  'problem.not_yours': 'यह नोट {author} ने लिखा है, केवल वही इसे बदल सकते हैं।',
  'problem.nobody_called_so': 'नोट में केवल टीमों को और उन लोगों को बुलाया जा सकता है जो इसे पढ़ सकते हैं।',
  'field.colleagues': 'GET /api/v1/colleagues में से होना चाहिए',
  'problem.shortcut_taken': 'यहाँ /{shortcut} शॉर्टकट वाला एक जवाब पहले से है।',
  'field.other_shortcut': 'उसी खाने के शॉर्टकट से अलग होना चाहिए',
  'problem.shared_reply': 'सबके और टीमों के जवाब सुपरवाइज़र रखते हैं। आप अपने लिए एक रख सकते हैं।',
  'problem.email_taken': 'यहाँ किसी के पास यह ई-मेल पता पहले से है।',
  'problem.person_suspended': 'यह व्यक्ति निलंबित है। पहले उन्हें फिर सक्रिय करें।',
  'problem.last_admin': 'साइन इन कर सकने वाले यही आख़िरी प्रशासक हैं। पहले किसी और को प्रशासक बनाएँ।',
  'problem.only_way_in': 'साइन इन करने का आपके पास यही एक पासकी है। कुछ नहीं हटाया गया।',
  'problem.no_such_assignee': 'ग्राहकों को जवाब देने वालों में किसी की यह id नहीं है। देखें GET /api/v1/agents.',
  'problem.no_such_team': 'इस id की कोई टीम नहीं है। देखें GET /api/v1/teams.',
  'problem.snooze_out_of_range': 'एक साल के भीतर का कोई आने वाला समय चुनें।',
  'problem.already_over': 'यह समय बीत चुका है।',
  'field.ahead': 'आगे का समय होना चाहिए',
  'problem.key_portfolios': 'कुंजी उन्हीं पोर्टफ़ोलियो तक पहुँचती है जिन्हें आप ख़ुद देख सकते हैं, और किसी तक नहीं।',
  'field.own_portfolios': 'उन पोर्टफ़ोलियो की id होनी चाहिए जिन्हें आप देख सकते हैं',
  'problem.link_unknown': 'यह लिंक पहचाना नहीं गया। शायद इसकी जगह नया लिंक आ गया है।',
  'problem.link_used': 'यह लिंक इस्तेमाल हो चुका है। यह एक ही बार चलता है।',
  'problem.link_too_old': 'यह लिंक बहुत पुराना है। नया माँगें।',
  'problem.link_has_admin': 'यहाँ पहले से एक प्रशासक हैं। उनसे अपना लिंक माँगें।',
  'problem.tag_archived': 'यह टैग संग्रहित है। इसे वापस लाएँ, या कोई और चुनें।',
  'problem.not_a_person': 'कुंजी न यहाँ होती है न दूर: व्यक्ति के रूप में साइन इन करें।',
  'problem.name_taken': 'यह नाम लिया जा चुका है। दूसरा चुनें।',
  'problem.no_such_member': 'इनमें से कुछ लोग यहाँ नहीं हैं, या ग्राहकों को जवाब नहीं देते।',
  'problem.no_such_zone': 'ऐसा कोई समय क्षेत्र नहीं है। किसी जगह का नाम दें, जैसे Africa/Lagos।',
  'problem.no_such_schedule': 'इस id के काम के घंटे नहीं हैं। देखें GET /api/v1/schedules.',
  'problem.too_many_of_these': 'ये जितने हो सकते हैं उतने हो चुके हैं। जिसकी ज़रूरत नहीं, उसे हटाएँ।',
  'problem.people_only': 'यह साइन इन किए हुए लोगों के लिए है।',
  'problem.too_many_attempts': 'बहुत ज़्यादा कोशिशें हुईं। {seconds, plural, one {# सेकंड} other {# सेकंड}} बाद फिर कोशिश करें।',
};
