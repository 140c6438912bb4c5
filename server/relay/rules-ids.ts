// By which id an integration knows a message it sent: one for good, whatever Meta calls the message, which may be two things for one message and
// is not known yet when the integration is answered. Looks like Meta's, since some systems look. Pure.

const head = Buffer.from([0x1c, 0x18, 0x54, 0x4c]);
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `messageId`: of ours, a uuid. */
export function relayIdOf(messageId: string): string {
  const id = Buffer.from(messageId.replaceAll('-', ''), 'hex');
  return `wamid.${Buffer.concat([head, id, Buffer.from([0x00])]).toString('base64')}`;
}

/** Our id of the message; undefined where it is one of Meta's. */
export function readRelayId(text: string): string | undefined {
  if (!text.startsWith('wamid.') || text.length > 40) return undefined;
  const bytes = Buffer.from(text.slice('wamid.'.length), 'base64');
  if (bytes.length !== 21 || !bytes.subarray(0, head.length).equals(head)) return undefined;
  const hex = bytes.subarray(head.length, 20).toString('hex');
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return uuidPattern.test(id) ? id : undefined;
}
