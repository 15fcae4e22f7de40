import type { WithdrawalLexicon } from "./withdrawal-lexicon.ts";

export const italianWithdrawals: WithdrawalLexicon = {
  withdrawal: `lascia stare | lasci stare | lasciate stare | lascia perdere | lasci perdere | lasciate perdere | annulla |
    annullate | annulli | annullare | annulla la richiesta | annullate la richiesta | annullare la richiesta | non
    serve più | non mi serve più | non serve | non ne ho più bisogno | non ho più bisogno | non ho più bisogno di
    aiuto | non ho più bisogno di nessuno | non ho più bisogno di un operatore | non è più necessario | non più
    necessario | ho cambiato idea | ho risolto | ho già risolto | ho risolto da solo | ho risolto da sola | risolto
    | già risolto | problema risolto | ho trovato | lho trovato | adesso funziona | ora funziona | funziona di
    nuovo | non voglio aspettare | non voglio più aspettare | non aspetto più | fa niente`,
  glue: `grazie | grazie mille | grazie lo stesso | grazie comunque | per favore | ok | va bene | no | sì | si | scusate
    | scusa | scusi | mi dispiace | anzi | ormai | già | da solo | da sola | il problema | ma | e | ciao |
    buongiorno | buona giornata | arrivederci | ah | oh | allora | tutto a posto | tutto`,
};
