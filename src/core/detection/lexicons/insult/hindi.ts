import type { InsultLexicon } from "./insult-lexicon.ts";

/** In Devanagari, and in Latin letters as most people type it. */
export const insultHindi: InsultLexicon = {
  sets: {
    abuse:
      "चूतिया | चूतिये | चुतिया | चुतिये | चूतियों | चूतियापा | मादरचोद | मादरचोदों | मादरचोदो | बहनचोद | बहनचोदों | भोसड़ी | भोसड़ीके | भोसडीके | भोसड़ीवाले | भड़वा | भड़वे | भड़वों | रंडी | रण्डी | हरामी | हरामियों | हरामजादा | हरामजादे | हरामज़ादे | हरामखोर | हरामखोरों | कमीना | कमीने | कमीनों | कुत्ते के | कुत्ते की | कुत्ते साले | साले कुत्ते | कुत्तों | कुतिया | गांडू | गाण्डू | गांड | लौड़े | लौड़ा | लंड | झाटू | झांट | चिरकुट | नालायक | नालायकों | निकम्मे | निकम्मों | गधे | गधों | उल्लू के पट्ठे | उल्लू का पट्ठा | सूअर | सुअर | हिजड़े | हिजड़ा | नामर्द | टुच्चे | घटिया लोग | घटिया इंसान | बदतमीज | बदतमीज़ | बदमाश | नीच | कमबख्त | लुटेरे | लुटेरों | ठग कंपनी | चोर कंपनी | चोरों | मंदबुद्धि | जाहिल | गंवार | chutiya | chutiye | chutiyo | chutia | choot | madarchod | maderchod | madarchodo | behenchod | bhenchod | bhosdike | bhosdi | bhosadike | bhadwa | bhadwe | bhadve | randi | harami | haramkhor | haramzade | haramzada | kamina | kamine | kaminey | gandu | gaandu | lodu | lauda | lavde | laude | jhatu | nalayak | nikamma | nikamme | gadhe | gadha | ullu ke pathe | ullu ka pattha | suar | suvar | tharki | kutte | kuttey | kutiya | bewakoof ho | bevkuf ho | badtameez | chor company | chirkut | luchha | lucche",
    name: "बेवकूफ | बेवकूफ़ | मूर्ख | पागल | गधा | गधे | उल्लू | चोर | झूठे | झूठा | धोखेबाज | धोखेबाज़ | फ्रॉड | ठग | कुत्ता | कुत्ते | बेशर्म | बेकार | निकम्मा | निकम्मी | अंधे | बहरे | अंधा | बहरा | घटिया | मंदबुद्धि | अनपढ़ | गंवार | नालायक | नकारा | लुटेरे | कचरा | सूअर | बंदर | जानवर | मूर्खों | बेवकूफों | bewakoof | bewkoof | bevkuf | murkh | pagal | paagal | gadha | gadhe | ullu | chor | jhoothe | jhuthe | dhokebaaz | fraud | thag | kutta | kutte | besharam | andhe | behre | anpadh | ganwar | stupid | idiot | bekar",
    you: "तुम | तू | आप | तुम लोग | आप लोग | तुम सब | आप सब | ये बॉट | यह बॉट | तुम्हारी कंपनी | आपकी कंपनी | तुम्हारे लोग | आपके लोग | तुमलोग | आपलोग | यह कंपनी | ये कंपनी | tum | tu | aap | tum log | aap log | tum sab | ye bot | tumhari company | aapki company | yeh company | ye company",
    very: "सब | सबके सब | एक | बहुत | बहुत बड़े | बिल्कुल | बिलकुल | पूरे | एकदम | कितने | इतने | लोग | sab | ek | bahut | bahut bade | bilkul | pure | ekdam | ek number ke | kitne | itne | log",
    bot: "बॉट | कंपनी | लोग | आदमी | रोबोट | मशीन | स्टाफ | कहीं के | bot | company | log | robot | insaan | kahin ke",
  },
  phrases: {
    insult: [
      "{abuse}",
      "{you} {very}? {very}? {name}",
      "{name} हो|है|हैं|ho|hai|hain|h * क्या|kya",
      "{name} {bot}",
      "साले|साला|अबे|ओए|अरे|sale|saale|abe|oye * {name}|{abuse}",
      "चुप|chup रह|रहो|कर|करो|हो|rah|raho|kar|karo|ho",
      "मुंह|मुँह|muh|munh बंद|band",
      "भाड़|भाड|bhaad|bhad में|mein|me * जा|जाओ|जाए|ja|jao|jaye",
      "जहन्नुम|नरक|jahannum * जाओ|जा|jao|ja",
      "मर जा|जाओ|जाए",
      "mar ja|jao|saale",
      "डूब मरो|के",
      "दफा|dafa हो|ho",
      "तेरी|तुम्हारी|teri|tumhari माँ|मां|बहन|maa|ma|behen",
      "दिमाग|अक्ल|dimag|akal|dimaag * नहीं|nahi|खराब * तुम|है|क्या|hai|kya|तेरा",
      "कुत्ते|कमीने|kutte|kamine साले|कमीने|हो|sale|saale",
      "थू|लानत है|tum",
      "{name} साले|कहीं",
    ],
  },
  unless: [
    "मैं|मै|मुझे|मैंने|main|mai|mujhe|i भी? कितना? {very}? {name}|{abuse}",
    "मैं|मै|main|mai * कितना|कितनी|kitna|kitni {name}",
    "खुद|अपने आप|khud * {name}",
    "{name}|{abuse} नहीं|नही|nahi|nhi",
    "मेरा|मेरे|mera|mere बॉस|बेटा|भाई|कुत्ता|दोस्त|boss|beta|bhai * {name}|{abuse}",
    "{name} बना*|समझ*|bana*|samajh*",
    "चोर|chor ने|आया|घुस|ne|aaya|चुरा",
    "कुत्ते|कुत्ता|जानवर|गधे|kutte|kutta का|के|की|ke|ka खाना|लिए|बिस्किट|khana|liye|पट्टा",
    "{you} {very}? चोर|chor अलार्म|alarm",
    "पागल|pagal * खुश|प्यार|khush|pyar|हो|ho गया|गई|रहा",
    "फ्रॉड|fraud हुआ|हो|कर|किया|hua|ho|kiya|के|की|से",
    "किताब|फिल्म|गाना|kitab|film * {name}",
    "{you} बेकार|bekar में|mein|परेशान",
    "मर जाऊं|जाऊंगा",
  ],
};
