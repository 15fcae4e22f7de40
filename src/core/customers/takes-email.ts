import type { Customer, Identity } from "./customer.ts";

/** Of a channel; `null`: there is none of that id any more. */
export type KindOf = (channelId: string) => string | null;

/** We know of an address, and that it is theirs, to which a letter can be written. */
export function takesEmail({ identities }: Pick<Customer, "identities">, kindOf: KindOf): boolean {
  return identities.some((identity) => identity.isVerified && isLetterbox(identity, kindOf));
}

function isLetterbox({ channelId, address }: Identity, kindOf: KindOf): boolean {
  return kindOf(channelId) === "email" || isEmailAddress(address);
}

export function isEmailAddress(text: string): boolean {
  return emailAddress.test(text) && !numbered.test(text);
}

const emailAddress = /^[^\s@:<>"',;]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,10}[\p{L}\p{N}-]{2,63}$/u;
/** `49151…@s.whatsapp.net`: messengers write telephone numbers like this, and take no letters. */
const numbered = /^[\d.:+-]+@/;
