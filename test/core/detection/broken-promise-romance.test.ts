import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findBrokenPromise } from "../../../src/core/detection/signals/broken-promise.ts";

const texts = {
  es: {
    promised: [
      "Te transfiero con un agente ahora mismo.",
      "Le voy a poner en contacto con un compañero.",
      "Un asesor se pondrá en contacto contigo pronto.",
      "He creado un ticket para nuestro equipo.",
      "Tu caso ha sido escalado a nuestro equipo de soporte.",
      "Espere un momento, le paso con un agente.",
      "No puedo resolverlo desde aquí, así que voy a pasar tu caso a un compañero.",
      "Alguien de nuestro equipo te llamará mañana.",
      "Estoy transfiriendo esta conversación a un humano.",
      "Nos pondremos en contacto con usted lo antes posible.",
      "Perfecto, te derivo con un especialista.",
      "Ya he avisado a mi compañera para que te atienda.",
      "En breve un agente se unirá a la conversación.",
      "Hemos registrado tu caso y el equipo de soporte te responderá por correo.",
    ],
    notPromised: [
      "Puedo pasarte con un agente si quieres.",
      "¿Quieres que te transfiera con una persona?",
      "Para hablar con un agente, llama al 900 123 456.",
      "No puedo transferirte con un agente.",
      "El repartidor se pondrá en contacto contigo.",
      "Tu reembolso ha sido transferido a tu cuenta.",
      "Tu paquete será transferido a otra oficina.",
      "Nuestro equipo está disponible de 9 a 18.",
      "Si el problema continúa, un agente te ayudará.",
      "Un agente puede ayudarte de lunes a viernes.",
      "Si lo prefieres, paso tu caso a un agente.",
      "He cambiado tu dirección de envío.",
      "Contacta con nuestro equipo de soporte en la web.",
    ],
  },
  fr: {
    promised: [
      "Je vous mets en relation avec un conseiller.",
      "Je vous transfère à un collègue.",
      "Un conseiller va vous contacter dans les plus brefs délais.",
      "J'ai transmis votre demande à notre équipe.",
      "Votre demande a été transmise au service client.",
      "J'ai créé un ticket pour vous.",
      "Je ne peux pas répondre à cela, je te passe un collègue.",
      "Quelqu'un de notre équipe vous rappellera demain.",
      "Vous allez être mis en relation avec un agent.",
      "Nous reviendrons vers vous rapidement.",
      "D'accord, je fais suivre à un collègue.",
      "Un de nos agents prendra le relais dans quelques instants.",
      "Votre dossier a bien été transmis à nos équipes.",
      "Je demande à un conseiller de vous rappeler.",
    ],
    notPromised: [
      "Je peux vous mettre en relation avec un conseiller si vous le souhaitez.",
      "Voulez-vous que je vous transfère à un conseiller ?",
      "Pour parler à un conseiller, appelez le 0800.",
      "Je ne peux pas vous transférer.",
      "Votre colis sera transféré au point relais.",
      "Le livreur va vous contacter.",
      "Le remboursement a été transféré sur votre compte.",
      "Nos conseillers sont disponibles de 9h à 18h.",
      "Si le problème persiste, un conseiller vous aidera.",
      "Un conseiller peut vous aider du lundi au vendredi.",
      "Contactez notre service client au 09.",
      "J'ai modifié votre adresse.",
      "Souhaitez-vous être rappelé par un conseiller ?",
    ],
  },
  pt: {
    promised: [
      "Vou transferir você para um atendente.",
      "Estou te transferindo para um especialista.",
      "Um colega entrará em contato com você em breve.",
      "Encaminhei sua solicitação para a nossa equipe.",
      "Abri um chamado para você.",
      "O seu caso foi encaminhado para o nosso suporte.",
      "Aguarde um momento, vou passar para um atendente humano.",
      "Alguém da nossa equipa irá contactá-lo amanhã.",
      "Não consigo resolver isso, vou te conectar com um atendente.",
      "Entraremos em contato o mais rápido possível.",
      "Certo, vou chamar um atendente.",
      "Já avisei a nossa equipe e alguém vai te ajudar.",
      "Sua solicitação foi repassada ao setor responsável.",
    ],
    notPromised: [
      "Posso transferir você para um atendente, se quiser.",
      "Deseja que eu transfira você para um atendente?",
      "Para falar com um atendente, ligue para 0800.",
      "Não posso transferir você.",
      "O entregador entrará em contato com você.",
      "O reembolso foi transferido para a sua conta.",
      "Sua encomenda será encaminhada para a agência.",
      "Se o problema continuar, um atendente vai ajudar você.",
      "Um atendente pode ajudar você de segunda a sexta.",
      "Alterei o seu endereço.",
      "Quer que eu chame um atendente?",
    ],
  },
  it: {
    promised: [
      "Ti metto in contatto con un operatore.",
      "La trasferisco a un collega.",
      "Un nostro operatore ti contatterà al più presto.",
      "Ho inoltrato la tua richiesta al nostro team.",
      "Ho aperto un ticket per te.",
      "La sua richiesta è stata inoltrata all'assistenza.",
      "Non posso rispondere a questo, la passo a un collega.",
      "Qualcuno del nostro team la richiamerà domani.",
      "Attendi, ti sto collegando con un agente.",
      "La ricontatteremo il prima possibile.",
      "Va bene, chiamo un collega.",
      "Ho segnalato il problema al supporto e ti faranno sapere.",
      "Un addetto si occuperà della tua richiesta.",
    ],
    notPromised: [
      "Posso metterti in contatto con un operatore, se vuoi.",
      "Vuoi che ti trasferisca a un operatore?",
      "Per parlare con un operatore, chiama il numero verde.",
      "Non posso trasferirti.",
      "Il corriere ti contatterà.",
      "Il rimborso è stato trasferito sul tuo conto.",
      "Il pacco sarà inoltrato al punto di ritiro.",
      "Se il problema persiste, un operatore ti aiuterà.",
      "Un operatore può aiutarti dal lunedì al venerdì.",
      "Ho modificato il tuo indirizzo.",
      "Desidera essere contattato da un operatore?",
    ],
  },
};

describe.each(Object.entries(texts))("a bot that writes %s", (_language, { promised, notPromised }) => {
  test.each(promised)("promises a person: %s", (text) => {
    expect(findBrokenPromise(read(text))?.id).toBe("broken-promise");
  });

  test.each(notPromised)("promises nobody: %s", (text) => {
    expect(findBrokenPromise(read(text))).toBeNull();
  });
});
