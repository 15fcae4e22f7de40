/** Groups of Italian words for the roles in `it.ts`. */

/** Whom one asks for by trade or office, in a practice, a shop, a workshop, a club. */
export const trades = `
  avvocato, avvocata, avvocatessa, notaio, notaia, commercialista, geometra, architetto, architetta, ingegnere, ingegner, contabile, ragioniere, ragioniera, perito, consulente del lavoro,
  parrucchiere, parrucchiera, barbiere, estetista, massaggiatore, massaggiatrice, tatuatore, sarto, sarta, fotografo, fotografa, grafico, grafica, stilista, truccatrice,
  pittore, imbianchino, muratore, idraulico, elettricista, falegname, fabbro, giardiniere, meccanico, carrozziere, gommista, elettrauto, installatore, manutentore, capocantiere, restauratore, restauratrice,
  autista, magazziniere, spedizioniere,
  cuoco, cuoca, chef, cameriere, cameriera, barista, pasticciere, pasticcera, pizzaiolo, sommelier, oste, albergatore, albergatrice, bagnino, concierge, portiere, portinaio, custode,
  insegnante, docente, maestro, maestra, professore, professoressa, prof, istruttore, istruttrice, allenatore, allenatrice, personal trainer, preside, tutor, educatore, educatrice, formatore, formatrice, bibliotecaria, bibliotecario, coach,
  guida, interprete, accompagnatore, accompagnatrice, organizzatore, organizzatrice, animatore, animatrice, curatore, curatrice, presidente, sindaco, assessore, parroco, amministratore di condominio,
  cardiologo, dermatologo, ortopedico, oculista, nutrizionista, dietologo, chirurgo, anestesista, igienista, logopedista, dottor, primario, caposala, infermieri,
  venditore, venditrice, commerciale, agente immobiliare, assicuratore, banchiere, broker, promotore, selezionatore, recruiter, sviluppatore, sviluppatrice, programmatore, sistemista, informatico, webmaster, admin, amministratore, moderatore, moderatrice, redattore, redattrice,
  proprietario, proprietaria, padrone, padrona, fondatore, fondatrice, socio, socia, ceo, direttore artistico|generale|sanitario, padrone di casa, locatore,
  chi (fa|si occupa|segue|gestisce|cura|tratta|prepara|vende|organizza|decide) (di|del|della|dei|delle|degli|dell|i|gli|le|il|la|l)?`;

/** Before a name, they say that somebody is meant: "la signora Rossi". */
export const titles =
  "signor, signora, signorina, sig, sig ra, sigra, sig na, dottor, dottoressa, dott, dott ssa, dottssa, dr, dr ssa, avvocato, avv, avvocatessa, ingegner, ing, architetto, arch, geometra, geom, professor, professoressa, prof, prof ssa, ragionier, rag, maestro, maestra, don, suor, padre, mister, notaio";

/** With what one asks for somebody by name. */
export const speaking = `
  (parlare|parlar|chattare|parla) (con|cn|a), (mi|ci) (puoi|puo|potete|potresti|potreste|potrebbe) (far parlare|fare parlare|mettere in contatto|mettere in comunicazione) (con|cn), (passami|passatemi|mi passi|mi passa|mi passate) (direttamente|pure|subito)?, (metti|mettere|mettete|metta|mettimi|mettetemi) (in)? (contatto|comunicazione) con`;

/** Words of a person in which nobody is asked for: "human resources". */
export const otherMeanings = `risorse umane, risorsa umana, diritti umani, diritto umano, corpo umano, errore umano, errori umani, genoma umano, capitale umano, consumo umano, occhio umano, capelli umani, razza umana, natura umana, vita umana, condizione umana, sviluppo umano, fattore umano,
      relazioni umane, scienze umane, verifica umana, papilloma virus umano, papillomavirus umano, dimostrare di essere umano, essere un umano, persona/e fisica, persone fisiche, persona giuridica, persone giuridiche,
      persona anziana|maggiorenne|minorenne|adulta|delegata|autorizzata|deceduta|aggiuntiva|extra|sbagliata|giusta|disabile|intestataria|diversamente, prima|seconda|terza persona, a persona, per persona, x persona, ciascuna persona, ogni persona, di persona, in prima persona,
      una persona a, per|x una|1|2|due|tre persona|persone, persone per, da persona a persona, persona di contatto, dati della persona, nome della persona, un altra persona al|puo|possa, unaltra persona al|puo|possa|che|a, numero di persone, brava|bella|buona|cattiva persona,
      come persona, agente/i immobiliare, agenti immobiliari, agente/i di viaggio|viaggi|commercio|polizia|borsa|assicurazione|assicurazioni|cambio|zona|custodia|spettacolo, agente/i assicurativo, agenti assicurativi, agente/i segreto, agenti segreti, agente/i chimico,
      agenti chimici|atmosferici|patogeni|inquinanti, agente patogeno|letterario|atmosferico|sportivo|doganale|marittimo|monomandatario|plurimandatario|infettivo, user agent, agente 007, agente smith, agente virtuale, agenzia, agenzie,
      il mio consulente fiscale|finanziario|legale|del, operatori telefonici|turistici|economici|sanitari|logici|mobili, operatore socio sanitario, operatrice sanitaria|socio, tour operator, cambiare|cambio|cambiato|lasciare operatore, altro|nuovo|vecchio|attuale operatore,
      passo ad un altro operatore, che operatore|operatori, quale operatore, quali operatori, portabilita, rappresentanti di classe|lista|legali, legale rappresentante, responsabile del trattamento|tratt|danno|furto, responsabile dei danni, consumo responsabile, e responsabile,
      chi e responsabile, direttore d orchestra|dei lavori|sportivo|tecnico, direttore di banca|gara, gestore di|della|energia|luce|gas|rete|password|file|mio, gestore telefonico, cambio gestore, cambiare gestore, nuovo gestore, project manager, sconto dipendenti, dipendente da,
      dipendente pubblico|statale, lavoratore dipendente, lavoro dipendente, reddito da, dipendenti pubblici|statali, capo d abbigliamento|dabbigliamento|di, capo famiglia|sala|verde, da capo, fine capo, in capo a, capi, collega di, mio collega, mia collega, il mio capo,
      centro commerciale, uso commerciale, locale commerciale, nome commerciale, proposta commerciale, partita iva commerciale, attivita commerciale, tempo reale, in tempo reale, valore|prezzo|saldo|costo|vita|nome|famiglia|oro|casa|reddito|pelle reale, vera pelle, vero oro,
      vero e, vero o falso, vero che, e vero, non e vero, davvero vero, real madrid, real time, musica|concerto|partita|evento|spettacolo|evento|diretta|streaming dal vivo|live, concerti dal vivo, live streaming, vivo in|con|da|solo|sola|qui|vicino, io vivo, dove vivo,
      viva l|la|il, negozio|indirizzo|luogo|carta|attivita|esercizio|danno|prodotto|copia fisico|fisica, aspirapolvere robot, macchina da|del|fotografica|per, in macchina, mia macchina, la macchina, lavatrice macchina, programma di|tv, scheda tecnica, problema tecnico,
      guasto tecnico, errore tecnico, dati tecnici, intervento tecnico, medico specialista, visita dallo specialista, assistente di volo|google|vocale, assistente sociale|alla poltrona|personale|amministrativo|notarile|bagnanti, contratto di assistenza, costo del servizio,
      servizio pessimo, chat gpt, cronologia chat, lista contatti, lenti a contatto, dati di contatto, numero di contatto, lente a contatto, a contatto con, modulo di contatto, qualcuno mi ha|hanno, imparare a parlare, gente che, fisica quantistica, educazione fisica,
      attivita fisica, signora anziana, chi se ne frega, chi lo sa, chiamare il corriere|mio|taxi, libero professionista, liberi professionisti, libera professionista, nuovo operatore|gestore, consulente fiscale|finanziario|legale|informatico|tributario, consulente del lavoro,
      consulente d immagine, operatore telefonico|ecologico|sanitario|socio|turistico|mobile|virtuale|economico|logico|booleano|ternario|logistico|shiatsu|tim|vodafone|wind|iliad|fastweb|olistico, operatore di telefonia|telefonia|rete|borsa|drone|volo,
      operatore del drone|settore, servizio a domicilio, servizio in camera, servizio di consegna|streaming|leva, servizio militare|civile|fotografico|postale|sanitario, parlare inglese|italiano|tedesco|francese|spagnolo, parlare in pubblico, la gente, la vita reale, mondo reale,
      la persona (che|sbagliata|giusta), a nome di (unaltra|una|un altra) persona, rappresentante (legale|sindacale|di commercio|di classe|di lista), titolare (della|del|di) (carta|conto|contratto), titolare della carta,
      robot (aspirapolvere|lavapavimenti|tagliaerba|lavavetri|da cucina), qualcuno (ha|sta|usa|e entrato), (passare|passaggio|migrare|passo) (ad|a|al) (un altro|altro|un nuovo|nuovo) (operatore|gestore), (diventare|divento|diventa|fare|essere) (un|una|il|l|un vostro|vostro)? (agente|operatore|consulente|rappresentante|responsabile|venditore|addetto),
      (lavorare|lavoro|lavoro|impiego|posto|corso) (come|da|per) (un|una)? (agente|operatore|consulente|rappresentante|responsabile|venditore|addetto|receptionist|centralinista),
      (passare|passo|passaggio|vengo|venire|arrivo|provengo) da (un altro|unaltro|altro|un nuovo) (operatore|gestore), (va|vanno|vada) bene (qualsiasi|qualunque|ogni|anche|un) (operatore|operatrice|consulente|persona), human resources,
      (suo|sua|loro|tuo) (medico|dottore|dottoressa|dentista|avvocato|commercialista|veterinario|notaio), (un|una|l)? (appuntamento|visita|prenotazione|consulto|controllo|videoconsulto) (con|dal|dalla|da) (il|la|un|una|l)? (medico|dottore|dottor|dottoressa|dentista|veterinario|pediatra|ginecologo|psicologo|fisioterapista|notaio|avvocato|professor)`;
