import type { WithdrawalLexicon } from "./withdrawal-lexicon.ts";

export const hindiWithdrawals: WithdrawalLexicon = {
  withdrawal: `रहने दो | रहने दीजिए | रहने दें | छोड़ो | छोड़ दो | छोड़िए | जाने दो | जाने दीजिए | भूल जाओ | भूल जाइए | रद्द
    करें | रद्द कर दो | रद्द करो | कैंसिल करें | कैंसिल कर दो | कैंसिल करो | कैंसिल | अब ज़रूरत नहीं | अब जरूरत नहीं
    | अब ज़रूरत नहीं है | अब जरूरत नहीं है | अब मदद की ज़रूरत नहीं है | अब मदद की जरूरत नहीं है | ज़रूरत नहीं रही |
    जरूरत नहीं रही | मन बदल गया | हल हो गया | समस्या हल हो गई | समाधान हो गया | मैंने हल कर लिया | ठीक हो गया | मिल
    गया | अब काम कर रहा है | इंतज़ार नहीं करना | इंतजार नहीं करना | मैं इंतज़ार नहीं करूंगा | मैं इंतज़ार नहीं
    करूंगी | rehne do | rahne do | rehne dijiye | chhodo | chodo | chhod do | jane do | jaane do | cancel karo |
    cancel kar do | ab zarurat nahi | ab jarurat nahi | ab zarurat nahi hai | ab jarurat nahi hai | solve ho gaya |
    ho gaya solve | theek ho gaya | mil gaya | wait nahi karna`,
  glue: `धन्यवाद | शुक्रिया | थैंक यू | कृपया | ठीक है | ओके | नहीं | हाँ | हां | माफ़ कीजिए | माफ कीजिए | मैं | मुझे |
    अब | खुद | लेकिन | और | नमस्ते | जी | thanks | thank you | dhanyavad | shukriya | please | ok | okay | nahi |
    haan | sorry | ab | mujhe | mera | problem | hai | ji`,
};
