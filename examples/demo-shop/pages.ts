/** The help pages of Lumen & Oak, a small online shop for lamps and furniture that does not exist. */
export interface DemoPage {
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
}

const delivery = `
# Delivery

## Where is my order or parcel?
As soon as your parcel leaves our workshop you get an e-mail with a tracking link. You can also track every order under
**My account → Orders**. If tracking has not moved for three working days, tell us and we look for it.

## How long does delivery take?
Lamps and small items are shipped within one working day and arrive after 2 to 4 working days. Furniture takes 2 to 3
weeks, and the carrier calls you to agree on a day.

## How much does shipping cost?
Shipping is free from €50. Below that, we charge €4.90 for delivery. Furniture is delivered to your door for €39.

## Where do you ship or deliver to?
We deliver to all countries of the European Union, to Switzerland and to Norway. We do not ship overseas.

## My parcel is damaged or something is missing
Please take a photo of the damaged parcel and its contents before you throw anything away, and tell us within 14 days. We
send a replacement or the missing parts free of charge.

## Can I change the delivery address?
You can change the address until the parcel has been shipped: open the order under **My account → Orders** and choose
"Change address".
`;

const returns = `
# Returns and refunds

## How do I return something or send it back?
You can send anything unused back to us within 30 days. Choose the items under **My account → Orders → Return**, print the
return label and bring the parcel to any post office. Returning is free.

## When do I get my money back?
We refund the full price within 5 working days after the return has arrived, to the card or account you paid with. You get
an e-mail as soon as your refund is on its way.

## Can I exchange an item?
Yes. Choose "Exchange" instead of "Return" and pick another colour or size. We ship the new item as soon as the carrier
has scanned the old one.

## Can I cancel my order?
You can cancel an order free of charge until it has been shipped, under **My account → Orders → Cancel**. After that,
simply send it back.

## What cannot be returned?
Furniture that was made to measure and light bulbs that were opened cannot be returned, unless they are faulty.
`;

const hours = `
# Opening hours and contact

## When are you open?
Our customer service is open Monday to Friday from 9:00 to 18:00 and Saturday from 10:00 to 14:00. We are closed on Sundays
and public holidays.

## Where is your store?
Our shop with its showroom is at Lindenweg 12 in 50674 Cologne. It is open Tuesday to Saturday from 11:00 to 18:00. Parking is behind the
house.

## How can I contact you? Phone number and e-mail
Write to us in this chat, or send an e-mail to help@lumen-and-oak.example. By phone you reach us at +49 221 555 0142 during
opening hours.
`;

const payment = `
# Payment and prices

## How can I pay?
We accept credit cards (Visa and Mastercard), PayPal, Apple Pay, Google Pay and bank transfer. Business customers can pay by
invoice within 14 days.

## When is my card charged?
Your card is charged when the parcel is shipped, not before.

## Where is my invoice?
You find the invoice of every order as a PDF under **My account → Orders**. It is also attached to the shipping e-mail.

## How do I use a voucher or discount code?
Enter the code in the field "Voucher" in the basket, before you pay. Only one discount code can be used for an order, and
it cannot be added afterwards.
`;

const warranty = `
# Warranty and repair

## How long is the warranty?
Lamps have a warranty of 3 years, furniture of 5 years, from the day of delivery. The guarantee covers faults of material and
workmanship, not wear and tear.

## My lamp is broken or does not work
First try another bulb and another socket. If the lamp still does not light up, send us the order number and a short video.
We repair or replace a defective lamp free of charge within the warranty.

## Do you have spare parts?
Shades, cables, switches and screws for everything we sold in the last ten years are available as spare parts.

## Which bulb fits my lamp?
Most of our lamps take an E27 bulb of up to 60 watts. Table lamps take E14. The label under the shade tells you which.
`;

const account = `
# Your account

## I forgot my password
Choose "Forgot password" on the login page and enter your e-mail address. The link in the e-mail lets you set a new password
and is valid for one hour. If it does not arrive, look into the spam folder.

## How do I change my e-mail address or my data?
Log in and open **My account → Settings**. There you can change your name, e-mail address, phone number and address.

## How do I delete my account?
Open **My account → Settings → Delete account**. We erase your personal data at once, except invoices, which the law makes us
keep for ten years.

## How do I unsubscribe from the newsletter?
Every newsletter has a link "Unsubscribe" at the bottom. You can also switch it off under **My account → Settings**.
`;

export const demoPages: readonly DemoPage[] = [
  { id: "delivery", title: "Delivery", markdown: delivery },
  { id: "returns", title: "Returns and refunds", markdown: returns },
  { id: "hours", title: "Opening hours and contact", markdown: hours },
  { id: "payment", title: "Payment and prices", markdown: payment },
  { id: "warranty", title: "Warranty and repair", markdown: warranty },
  { id: "account", title: "Your account", markdown: account },
];
