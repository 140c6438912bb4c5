// Templates as Meta lists them, one of each kind. Composed here after Meta's examples; read 2026-09.

let lastId = 1_689_556_908_129_831;

const listed = (name: string, rest: Record<string, unknown>) => ({
  id: String(++lastId),
  name,
  language: 'en_US',
  status: 'APPROVED',
  category: 'UTILITY',
  parameter_format: 'POSITIONAL',
  quality_score: { score: 'UNKNOWN' },
  ...rest,
});

export const orderUpdate = listed('order_update', {
  quality_score: { score: 'GREEN', date: 1_790_000_000 },
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['BX-17'] } },
    {
      type: 'BODY',
      text: 'Hello {{1}}, your order {{2}} comes on {{3}}. Thank you, {{1}}!',
      example: { body_text: [['Ana', 'BX-17', 'Monday']] },
    },
    { type: 'FOOTER', text: 'Lagos Bikes' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '+15550007777' },
        {
          type: 'URL',
          text: 'Track',
          url: 'https://bikes.example/t/{{1}}',
          example: ['https://bikes.example/t/BX-17'],
        },
        { type: 'QUICK_REPLY', text: 'Stop' },
      ],
    },
  ],
});

export const named = listed('greeting_named', {
  parameter_format: 'NAMED',
  components: [
    {
      type: 'HEADER',
      format: 'TEXT',
      text: 'For {{shop}}',
      example: { header_text_named_params: [{ param_name: 'shop', example: 'Lagos Bikes' }] },
    },
    {
      type: 'BODY',
      text: 'Hi {{first_name}}, {{agent}} here. Bye {{first_name}}.',
      example: {
        body_text_named_params: [
          { param_name: 'first_name', example: 'Ana' },
          { param_name: 'agent', example: 'Sam' },
        ],
      },
    },
  ],
});

export const withMedia = (format: string) =>
  listed(`with_${format.toLowerCase()}`, {
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format, example: { header_handle: ['https://scontent.example/x'] } },
      { type: 'BODY', text: 'New bikes are in.' },
    ],
  });

export const place = listed('place', {
  components: [
    { type: 'HEADER', format: 'LOCATION' },
    { type: 'BODY', text: 'Come by.' },
  ],
});

/** As listed: the OTP button has become a URL of Meta's own. */
export const code = listed('login_code', {
  category: 'AUTHENTICATION',
  components: [
    { type: 'BODY', text: '*{{1}}* is your verification code.', example: { body_text: [['123456']] } },
    { type: 'FOOTER', text: 'This code expires in 5 minutes.' },
    {
      type: 'BUTTONS',
      buttons: [
        {
          type: 'URL',
          text: 'Copy code',
          url: 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=5&code=otp{{1}}',
          example: ['https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp123456'],
        },
      ],
    },
  ],
});

/** As written: before Meta has turned it into the form above. */
export const codeAsWritten = listed('login_code_written', {
  category: 'authentication',
  components: [
    { type: 'body', add_security_recommendation: true },
    { type: 'footer', code_expiration_minutes: 5 },
    { type: 'buttons', buttons: [{ type: 'otp', otp_type: 'ONE_TAP', autofill_text: 'Autofill' }] },
  ],
});

export const askNumber = listed('ask_number', {
  components: [
    { type: 'BODY', text: 'May we have your number, {{1}}?' },
    { type: 'BUTTONS', buttons: [{ type: 'REQUEST_CONTACT_INFO' }] },
  ],
});

export const coupon = listed('coupon', {
  category: 'MARKETING',
  components: [
    { type: 'BODY', text: 'Ten percent off.' },
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Ends soon!', has_expiration: true } },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'COPY_CODE', example: 'BIKE10' },
        { type: 'URL', text: 'Shop', url: 'https://bikes.example/{{1}}', example: ['https://bikes.example/sale'] },
      ],
    },
  ],
});

export const form = listed('booking_form', {
  components: [
    { type: 'BODY', text: 'Book a repair.' },
    { type: 'BUTTONS', buttons: [{ type: 'FLOW', text: 'Book', flow_id: 123, flow_action: 'NAVIGATE' }] },
  ],
});

const card = (i: number) => ({
  components: [
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['x'] } },
    { type: 'BODY', text: `Bike ${i} for {{1}}` },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'This one' },
        { type: 'URL', text: 'See', url: 'https://bikes.example/b/{{1}}' },
      ],
    },
  ],
});

export const carousel = listed('bikes', {
  category: 'MARKETING',
  components: [
    { type: 'BODY', text: 'Our bikes, {{1}}:' },
    { type: 'CAROUSEL', cards: [card(1), card(2)] },
  ],
});

export const products = listed('catalog', {
  category: 'MARKETING',
  components: [
    { type: 'BODY', text: 'Our catalog' },
    { type: 'BUTTONS', buttons: [{ type: 'MPM', text: 'View items' }] },
  ],
});

export const rejected = listed('spam', {
  status: 'REJECTED',
  rejected_reason: 'TAG_CONTENT_MISMATCH',
  components: [{ type: 'BODY', text: 'Buy!' }],
});
