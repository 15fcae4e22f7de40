/**
 * Common words of languages we cannot answer in, so that a Swede is not taken for a German: they win and decide
 * nothing. Hindi in Latin letters is among them: who writes it so does not always read Devanagari.
 */
export const otherLanguages: readonly string[] = [
  // Swedish, Danish, Norwegian
  `jag är inte och att det min mitt mina hur kan på har hade jeg er ikke og at hvor hvad hvordan hva hvorfor kan jeg skal
  vil min mit når nar från till med men som var när för beställning bestilling bestalling pakke paket tack takk hej hei
  ett detta denne mig meg dig deg sig ska vill kommer kom varför ordre retur pengar penger tilbake ännu endnu ennå`,
  // Czech, Slovak
  `je jsem jsou není nemám kde kdy proč jak můžu mohu mám moje můj moja chci prosím dobrý den ahoj děkuji dekuji ďakujem
  objednávka objednávku objednavka zásilka balík peníze peniaze ještě jeste už ako kedy prečo som nie je chcem s tím`,
  // Romanian
  `este sunt unde când cand cum vreau nu și si mea meu comanda comandă coletul vă va rog bună ziua mulțumesc multumesc
  pentru care mai am ai pot poate livrat livrate mâine maine vor fi dumneavoastră ajuns`,
  // Hungarian
  `a az és egy hol van nem én szeretnék szeretném kérem kérek köszönöm jó napot rendelésem rendelés csomag csomagom
  mikor miért hogyan még már pénzt vissza`,
  // Finnish
  `on ei ja minun missä missa tilaus tilaukseni tilauksen paketti kiitos hei en ole olen miksi milloin haluan voinko vielä
  tullut rahat takaisin`,
  // Indonesian, Malay
  `saya aku kamu anda tidak bisa mau apa di mana dimana pesanan kapan bagaimana kenapa sudah belum terima kasih tolong
  dengan untuk yang ini itu barang uang kembali`,
  // Hindi and Urdu in Latin letters
  `mera meri mere mujhe kahan kaha hai hain nahi nahin kya kyu kyun kab kaise karo karna chahiye raha rahi paisa paise
  wapas aaya abhi tak bhai ji haan aap mein hoga gaya
  ke ki ko se ka ne ho hu hoon tha thi par bhi sirf ek koi kis kisi kiski kitne kitni mat baat ye yeh wo woh iske liye karta karte
  karti sakta sakte jao deta aaj raat bahut hua`,
  // Catalan
  `on és meva meu comanda amb vull però perquè gràcies bon dia encara arribat són`,
  // Arabic in Latin letters
  `wen wein talabi ana mish kifak shukran salam habibi yalla fein feen 3ayez`,
  // Vietnamese
  `tôi của không đơn hàng ở đâu khi nào cảm ơn được chưa bạn muốn`,
];
