// A message that was answered for and then refused, told as Meta tells of failed messages ("Status messages webhook", read 2026-09). Pure.

export interface RefusedMessage {
  number: { wabaId: string; phoneNumberId: string; displayPhone: string };
  /** As the integration knows it. */
  id: string;
  at: Date;
  failure: { code: number | null; title: string };
  callbackData: string | null;
  /** Digits, as the integration calls the customer; undefined where it knows no number. */
  recipient: string | undefined;
}

/** Where Meta named no reason: "Something went wrong". */
const unnamed = 131000;

export function refusedStatus({ number, id, at, failure, callbackData, recipient }: RefusedMessage): unknown {
  const { code, title } = failure;
  const status = {
    id,
    status: 'failed',
    timestamp: String(Math.floor(at.getTime() / 1000)),
    ...(recipient !== undefined && { recipient_id: recipient }),
    ...(callbackData !== null && { biz_opaque_callback_data: callbackData }),
    errors: [{ code: code ?? unnamed, title, message: title, error_data: { details: title } }],
  };
  const metadata = {
    display_phone_number: number.displayPhone.replace(/\D/g, ''),
    phone_number_id: number.phoneNumberId,
  };
  return {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: number.wabaId,
        changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, statuses: [status] } }],
      },
    ],
  };
}
