// Is a file about Meta's WhatsApp platform at all? `from`, `to` and `status` mean something else nearly everywhere.

/** `cloud`: speaks Meta's own format. `whatsapp`: speaks of WhatsApp. */
export type Context = 'cloud' | 'whatsapp' | 'none';

/** Words that only Meta's format has. */
const cloudWords =
  /\bwa_id\b|whatsapp_business_account|messaging_product|\bfrom_user_id\b|recipient_user_id|business-scoped|graph\.facebook\.com[^\n]*\/messages|\bwamid\b/;

/** Libraries that drive a phone's own session know no webhooks of Meta's: their ids look otherwise and are always there. */
const otherWays =
  /@s\.whatsapp\.net|@c\.us\b|@lid\b|\bbaileys\b|whatsapp-web\.js|remoteJid|wppconnect|open-wa|venom-bot/;

export function contextOf(path: string, text: string): Context {
  if (otherWays.test(text) && !/messaging_product|whatsapp_business_account|from_user_id/.test(text)) return 'none';
  if (cloudWords.test(text)) return 'cloud';
  return /whats_?app/i.test(text) || /whats-?_?app/i.test(path) ? 'whatsapp' : 'none';
}
