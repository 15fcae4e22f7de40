import { wordsOf } from "../../kit/knowledge/words.ts";

const greetings = new Set(
  wordsOf(`hi hello hey good morning afternoon evening day there greetings
    hallo guten tag morgen abend moin servus gruss gott  hola buenas buenos dias tardes noches
    bonjour bonsoir salut  ciao buongiorno buonasera salve  goedemorgen goedemiddag goedenavond goedendag dag hoi
    dzien dobry czesc witam witaj  ola oi bom dia boa tarde noite  merhaba selam gunaydin iyi gunler aksamlar
    مرحبا اهلا أهلا السلام عليكم صباح مساء الخير`),
);
const thanks = new Set(
  wordsOf(`thanks thank thx you so very much many a lot ok okay great perfect cool
    danke dank vielen schon sehr super  gracias muchas mil  merci beaucoup bien  grazie mille tante
    bedankt u je wel hartelijk  dziekuje dzieki bardzo wielkie  obrigado obrigada muito
    tesekkur tesekkurler ederim cok sagol  شكرا جزيلا لك`),
);

/** A greeting or a thanks and nothing else: "hi, where is my order" is a question. */
export function smallTalkOf(text: string): "greeting" | "thanks" | null {
  const words = wordsOf(text.slice(0, 200));
  if (words.length === 0 || words.length > 6) return null;
  if (words.every((word) => greetings.has(word))) return "greeting";
  return words.every((word) => thanks.has(word)) ? "thanks" : null;
}
