import type { LanguageWords } from "./language-words.ts";

export const italianWords: LanguageWords = {
  frame: `il lo la i gli le l'ho un uno una un' al allo alla ai agli alle del dello della dei degli delle dal dallo dalla dai
    nel nello nella nei nelle sul sulla sui di a da in con su per tra fra e ed o ma se che chi cui quale quali quando come
    dove dov'è perché perche quanto quanta quanti io tu lui lei noi voi loro mi m'ha ti ci ce c'è cè ce n'era si vi ne me te
    mio mia miei mie tuo tua suo sua suoi nostro nostra vostro vostra questo questa questi queste quest quello quella
    quelli qui qua lì là è sono sei siamo siete era erano ero stato stata essere ho hai ha abbiamo avete hanno avevo
    aveva avere vorrei voglio vuole volete vogliamo vorremmo posso puoi può puo possiamo potete possono potrei potreste
    devo deve devi dobbiamo faccio fa fate fanno fare vado va vanno andare dice dicono detto dire so sa sapere non no sì
    nulla niente nessuno nessuna qualcosa qualcuno tutto tutti tutta ogni altro altra molto molta più piu meno poco tanto
    troppo già ancora anche mai sempre ora adesso oggi ieri domani poi dopo prima quindi allora così solo bene male
    meglio stesso due tre volta volte cosa cos'è perfavore xke xché nn cmq`,
  subjects: `ordine ordini ordinato ordinare rimborso rimborsare reso pacco spedizione spedite spedito spedire consegna
    consegnato consegnare fattura pagamento pagato pagare carta conto account addebitato addebito annullare annullato
    disdire cambiare modificare soldi denaro aiuto aiutare aiutarmi bisogno arrivato arrivata arriva arrivare arrivati
    aspetto aspettando rotto rotta articolo prodotto taglia scarpe prezzo indirizzo numero telefono settimana settimane
    giorno giorni mese ora aperti aperto aperta chiuso negozio domenica comprato comprare inviare inviato ricevuto
    ricevere funziona problema domanda capito capisco accedere entrare prenotazione volo camera scatola provo caricare
    succede vuol significa dimenticata dimenticato controllare amica amico sbagliato riesco indietro favore persona
    persone umano parlare parla passami passate operatore assistenza servizio azienda gente agente tempo anni anno
    vita casa mondo nuovo peggio peggiore vergogna merda stupido inutile idiota scemo schifo avvocato tribunale morire
    uccidere pensando basta zitto mandare manda chiamare chiama stai sto stanno sta davvero inaccettabile incapaci
    attesa truffa quante senza sé figli`,
  greetings: `ciao grazie buongiorno buonasera salve arrivederci mille saluti buona giornata`,
  endings: `zione zioni mente ando endo ato ata ati ate ito uto ità tta tto ssimo are ere ire iamo oglio ucci`,
};
