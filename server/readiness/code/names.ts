// What a name says it holds. Words of a name are compared without case and underscores: `customer_phone`, `customerPhone`.

const bare = (name: string) => name.replace(/[^a-z0-9]/gi, '').toLowerCase();

const phoneWords =
  /^(the)?(customer|contact|user|client|sender|from|lead|wa|whatsapp|person|recipient|visitor|patient|guest|member|subscriber|caller|raw|clean|normali[sz]ed|formatted)?(phone|phoneno|phonenumber|telephone|mobile|mobilenumber|mobilephone|msisdn|cellphone|whatsappnumber|waid|wanumber|waphone|fromnumber|telefone|telefono|celular)(e164)?$/;

/**
 * Is it the number of a customer, by its name? `wa_id` is one: without a number to show, Meta leaves it out. What belongs to the business
 * (`phone_number_id`, `display_phone_number`, `business_phone`) is none.
 */
export function isPhoneName(name: string): boolean {
  return phoneWords.test(bare(name));
}

/** `wa_id` in any spelling. */
export function isWaIdName(name: string): boolean {
  return /^(customer|contact|user|sender|from|recipient)?(waid|whatsappid)$/.test(bare(name));
}

/** A WhatsApp account id (Meta's `user_id`), by a name that leaves no doubt. */
export function isUserIdName(name: string): boolean {
  return /^(contact|customer|current|previous)?(bsuid|(from|to|recipient)(parent)?userid|(wa|whatsapp|meta|parent)userid|businessscopeduserid|userscopedid)$/.test(
    bare(name),
  );
}

/** A WhatsApp username, by a name that leaves no doubt. */
export function isWaUsernameName(name: string): boolean {
  return (
    /^(wa|whatsapp|customer|contact|sender|profile)(user(name)?|handle)$/.test(bare(name)) && !/user$/.test(bare(name))
  );
}

/** Meta's id of a message. */
export function isMessageIdName(name: string): boolean {
  return /^(wamid|(wa|whatsapp|meta|provider)(message|msg)id|(message|msg)wamid)$/.test(bare(name));
}

/** Where somebody is addressed, or known by whatever id there is. */
export function isAddressName(name: string): boolean {
  return /^(to|recipient|recipientid|chatid|waid|contactid|customerid|senderid|userid|destination|addressee|identifier|from)$/.test(
    bare(name),
  );
}

/** What scopes an account id: whose customer it is. */
export function isScopeName(name: string): boolean {
  return /portfolio|tenant|business|account|org|workspace|company|waba|team|shop|channel|inbox|brand|phonenumberid|numberid|project/.test(
    bare(name),
  );
}

const peopleWords =
  /contact|customer|client|lead|conversation|chat|thread|message|session|subscriber|optin|optout|order|ticket|recipient|sender|person|people|visitor|patient|guest|whatsapp|^wa|inbound|booking|appointment|crm|profile/;
const ourOwn =
  /business|agent|staff|employee|store|supplier|branch|office|admin|template|device|vendor|driver|merchant/;

/** Is it where customers, or what they say, are kept? */
export function isOfCustomers(name: string): boolean {
  const word = bare(name);
  return peopleWords.test(word) && !ourOwn.test(word);
}
