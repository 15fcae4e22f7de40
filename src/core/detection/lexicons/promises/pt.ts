import type { PromiseLexicon } from "./promise-lexicon.ts";

export const portuguesePromises: PromiseLexicon = {
  sets: {
    you: "te | o | a | lo | la | você | lhe | vos",
    case: `caso | solicitação | pedido de ajuda | pergunta | dúvida | mensagem | conversa | chat | problema | chamado | ticket |
      atendimento | reclamação | questão | dados | pedido de suporte`,
    people: `atendente* | agente* | coleg* | especialista* | humano | humana | pessoa | pessoas | alguém | equipe* | equipa* | time |
      suporte | setor | departamento | representante* | consultor* | operador* | assistente humano | supervisor* |
      atendimento ao cliente | apoio ao cliente | serviço ao cliente | responsável | gerente | analista*`,
    contact: `entrará em contato | entrarão em contato | entrará em contacto | entrarão em contacto | vai entrar em contato |
      vai entrar em contacto | vão entrar em contato | contactará | contatará | irá contactar | irá contactá | irá contatá |
      irá entrar em contato | irá entrar em contacto | irá contatar | vai contactar | vai contatar | ligará | vai ligar |
      irá ligar | vai ajudar | irá ajudar | ajudará | atenderá | vai atender | irá atender | responderá | vai responder |
      irá responder | retornará | dará continuidade | vai assumir | assumirá | analisará | irá analisar | vai analisar |
      dará retorno | falará com`,
    moved: `encaminhado | encaminhada | transferido | transferida | escalado | escalada | enviado | enviada | passado | passada |
      repassado | repassada | direcionado | direcionada | encaminhei | notificado | notificada | avisado | informado`,
    moving: `transferir* | transferi* | encaminhar* | encaminhá* | passar* | passá* | conectar* | conectá* | direcionar* |
      direcioná* | repassar | escalar | redirecionar* | colocar * em contato | colocar * em contacto | pôr * em contacto |
      chamar | acionar`,
    movingNow:
      "transferindo* | encaminhando* | passando* | conectando* | direcionando* | repassando | escalando | acionando",
  },
  phrases: {
    promise: [
      "vamos responder|retornar|ligar",
      "vai direto para a nossa|o nosso {people}",
      "{people} * {contact}",
      "{people} * já? te|lhe|o {contact}",
      "entraremos em contato|contacto",
      "vamos entrar em contato|contacto",
      "iremos contactá|contatá|contactar|contatar",
      "retornaremos",
      "te|lhe contactaremos|contataremos|ligaremos",
      "abri|criei|registrei|registei um|uma|o|seu * chamado|ticket|protocolo|caso|pedido",
      "foi aberto|criado um * chamado|ticket|caso",
      "chamado|ticket foi aberto|criado|registrado|registado",
      "vou abrir|criar|registrar|registar um * chamado|ticket|caso",
      "escalei",
      "você|será será? transferido|transferida|atendido|atendida|contactado|contatado",
      "você está sendo transferido|transferida",
    ],
    passing: [
      "vou|irei|estou colocar|colocando|pôr * em contato|contacto",
      "chamei|chamo|aviso",
      "já? passei|passamos",
      "vai entrar|participar|falar",
      "vou|vamos|irei|iremos {you}? {moving}",
      "estou|estamos {you}? {movingNow}",
      "estou|estamos a {moving}",
      "{movingNow}",
      "encaminhei|transferi|passei|repassei|enviei|direcionei|acionei|notifiquei|avisei",
      "já? encaminhamos|transferimos|repassamos|passamos",
      "tua|sua|seu|teu|esta|este|a|o {case} foi|está|será sendo? {moved}",
      "tua|sua|seu|teu {case} foi|está|será {moved}",
      "deixe|deixa me|eu {moving}",
      "permita me {moving}",
      "{you} transfiro|encaminho|passo|conecto",
      "transfiro|encaminho",
      "que|quem {contact}",
      "aguarde * enquanto",
    ],
    held: ["enquanto {you}? transfiro|encaminho|conecto|passo"],
    team: ["{people}"],
    offer: [
      "se quiser|quiseres|desejar|preferir|você|precisar|o|a|não|isso|houver|for|necessário|tiver",
      "caso queira|você|deseje|prefira|precise|o|a|não|isso|haja|tenha",
      "deseja|quer|queres|gostaria|prefere que",
      "gostaria de",
      "antes de",
      "assim que você",
      "quando você",
    ],
    denial: ["não", "nenhum|nenhuma", "ninguém", "nunca|jamais"],
    matter: [
      "entregador*|estafeta*|transportadora|motorista*|correios|vendedor*|banco|hotel|fornecedor*|motoboy",
      "encomenda|pacote|reembolso|dinheiro|valor|pagamento|estorno|entrega|produto",
    ],
  },
  unless: ["agente* de viagens|viagem|imobiliário", "página|central de suporte|ajuda", "o|a não"],
};
