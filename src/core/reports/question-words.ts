/** What people are asked for again and again, in the ten languages of our texts. In small letters. */
export const kindsOfQuestion = ["name", "email", "telephone", "order-number", "customer-number", "address"] as const;
export type QuestionKind = (typeof kindsOfQuestion)[number];

export const questionWords: Readonly<Record<QuestionKind, readonly string[]>> = {
  name: [
    ...[
      "your name",
      "your full name",
      "ihr name",
      "ihren namen",
      "ihr vollständiger name",
      "dein name",
      "deinen namen",
    ],
    ...["su nombre", "tu nombre", "votre nom", "ton nom", "il suo nome", "il tuo nome", "uw naam", "je naam"],
    ...["pani imię", "pana imię", "imię i nazwisko", "seu nome", "o seu nome", "adınız", "adınızı", "isminiz", "اسمك"],
  ],
  email: [
    ...[
      "e-mail address",
      "email address",
      "your email",
      "your e-mail",
      "e-mail-adresse",
      "ihre e-mail",
      "deine e-mail",
    ],
    ...["correo electrónico", "adresse e-mail", "adresse mail", "votre e-mail", "votre email", "indirizzo e-mail"],
    ...[
      "indirizzo email",
      "e-mailadres",
      "uw e-mail",
      "adres e-mail",
      "adres email",
      "endereço de e-mail",
      "seu e-mail",
    ],
    ...["seu email", "e-posta", "البريد الإلكتروني", "بريدك"],
  ],
  telephone: [
    ...["phone number", "telephone number", "mobile number", "telefonnummer", "handynummer", "rufnummer"],
    ...["número de teléfono", "teléfono", "numéro de téléphone", "votre téléphone", "numero di telefono", "telefono"],
    ...[
      "telefoonnummer",
      "numer telefonu",
      "número de telefone",
      "seu telefone",
      "telefon numara",
      "رقم الهاتف",
      "رقم هاتفك",
    ],
  ],
  "order-number": [
    ...[
      "order number",
      "order no",
      "order id",
      "bestellnummer",
      "auftragsnummer",
      "número de pedido",
      "número del pedido",
    ],
    ...["numéro de commande", "numero d'ordine", "numero dell'ordine", "numero ordine", "ordernummer", "bestelnummer"],
    ...["numer zamówienia", "numer pani zamówienia", "número do pedido", "número da encomenda", "sipariş numara"],
    ...["رقم الطلب", "رقم طلبك"],
  ],
  "customer-number": [
    ...["customer number", "account number", "customer id", "kundennummer", "número de cliente", "numéro de client"],
    ...["numéro client", "numero cliente", "numero di cliente", "klantnummer", "numer klienta", "müşteri numara"],
    ...["رقم العميل", "رقم حسابك"],
  ],
  address: [
    ...["your address", "postal address", "delivery address", "shipping address", "ihre adresse", "ihre anschrift"],
    ...[
      "lieferadresse",
      "su dirección",
      "tu dirección",
      "votre adresse postale",
      "adresse de livraison",
      "suo indirizzo",
    ],
    ...["indirizzo di consegna", "uw adres", "bezorgadres", "adres dostawy", "endereço de entrega", "seu endereço"],
    ...["adresiniz", "عنوانك"],
  ],
};

/** Where there is no question mark: asking all the same. */
export const requestWords: readonly string[] = [
  ...[
    "please",
    "could you",
    "can you",
    "tell me",
    "send me",
    "give me",
    "i need",
    "what is",
    "may i have",
    "let me know",
  ],
  ...["bitte", "können sie", "kannst du", "nennen sie", "schicken sie", "brauche", "benötige"],
  ...["por favor", "puede", "podría", "dígame", "indíqueme", "envíe", "necesito"],
  ...["s'il vous plaît", "s’il vous plaît", "pouvez-vous", "pourriez-vous", "indiquez", "envoyez", "j'ai besoin"],
  ...["per favore", "può", "potrebbe", "mi dica", "mi indichi", "ho bisogno"],
  ...["alstublieft", "kunt u", "kun je", "graag", "nodig"],
  ...["proszę", "czy może", "potrzebuję", "podać"],
  ...["pode", "poderia", "informe", "preciso"],
  ...["lütfen", "söyler misiniz", "paylaşır mısınız", "ihtiyacım"],
  ...["من فضلك", "يرجى", "هل يمكن", "أحتاج"],
];
