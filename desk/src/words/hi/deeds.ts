import type { deeds as english } from '../en/deeds.ts';

// What can be done with the open conversation, as the command menu names it.

export const deeds: Record<keyof typeof english, string> = {
  'deed.reply': 'जवाब लिखें',
  'deed.note': 'नोट लिखें',
  'deed.assignMe': 'मुझे सौंपें',
  'deed.assign': 'किसी को सौंपें…',
  'deed.assignTo': '{name} को सौंपें',
  'deed.assignNobody': 'लौटाएँ: यह किसी के पास नहीं',
  'deed.team': 'किसी टीम को दें…',
  'deed.toTeam': 'टीम {name} को दें',
  'deed.toNoTeam': 'टीम से हटाएँ',
  'deed.snooze': 'इस समय तक बाद के लिए रखें…',
  'deed.snoozeUntil': 'बाद के लिए रखें: {when}',
  'deed.snoozePick': 'बाद के लिए रखें: कोई और समय…',
  'deed.whenAt': '{when} · {at}',
  'deed.priority': 'प्राथमिकता तय करें…',
  'deed.priorityTo': 'प्राथमिकता: {priority}',
  'deed.tag': 'टैग जोड़ें…',
  'deed.addTag': 'टैग {name} जोड़ें',
  'deed.untag': 'टैग हटाएँ…',
  'deed.removeTag': 'टैग {name} हटाएँ',
  'deed.copyNumber': 'नंबर कॉपी करें',
  'deed.copyUsername': 'यूज़रनेम कॉपी करें',
  'deed.copied': 'कॉपी हुआ: {text}',
};
