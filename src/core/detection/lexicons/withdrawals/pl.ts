import type { WithdrawalLexicon } from "./withdrawal-lexicon.ts";

export const polishWithdrawals: WithdrawalLexicon = {
  withdrawal: `nieważne | niewazne | nie ważne | zapomnij | zapomnij o tym | proszę zapomnieć | anuluj | anulować | proszę
    anulować | anulujcie | już nie trzeba | juz nie trzeba | nie trzeba | już niepotrzebne | już nie potrzebuję |
    nie potrzebuję już pomocy | już nie potrzebuję pomocy | już nie potrzebuję nikogo | już nie potrzebuję
    konsultanta | rozmyśliłem się | rozmyśliłam się | zmieniłem zdanie | zmieniłam zdanie | już rozwiązane |
    rozwiązane | problem rozwiązany | już rozwiązałem | już rozwiązałam | rozwiązałem | rozwiązałam | znalazłem |
    znalazłam | już znalazłem | już znalazłam | już działa | poradziłem sobie | poradziłam sobie | już nie aktualne
    | już nieaktualne | nieaktualne | nie chcę czekać | nie chcę już czekać | nie będę czekać | już nie czekam`,
  glue: `dziękuję | dzięki | dziękuję bardzo | mimo to | proszę | ok | okej | nie | tak | przepraszam | sorry | już | sam
    | sama | problem | ale | i | to | cześć | dzień dobry | do widzenia | miłego dnia | jednak | ja | się | jest`,
};
