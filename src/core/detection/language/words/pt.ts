import type { LanguageWords } from "./language-words.ts";

export const portugueseWords: LanguageWords = {
  frame: `o a os as um uma uns umas ao aos à do da dos das de no na nos nas num numa pelo pela e ou mas se não nao nem
    que quem qual quais quando como onde aonde porque porquê por para pra com sem sobre entre até desde em eu tu você
    voce vocês voces vcs vc ele ela eles elas nós me mim te ti lhe meu minha meus minhas seu sua seus suas nosso nossa
    isso isto esse essa esses essas este esta estes estas aquele aquela aqui aí ali lá é são sou somos era foi fui está
    estão estou estamos estava estar ser tá tô há tem têm tenho temos tinha ter quero quer querem queremos queria
    gostaria gostava posso pode podem podemos poderia podes vou vai vão vamos ir faço faz fazem fazer devo deve disse
    diz dizem dizer sei sabe saber muito muita muitos mais menos pouco nada ninguém algo alguém tudo todo toda todos outro
    outra cada já ainda também nunca sempre agora hoje ontem amanhã depois antes então entao assim só bem mal melhor mesmo
    dois duas três tres vez vezes uma quanto quanta quantos pq pfv pf tb tbm blz né alguma algum deles dele comigo
    consigo`,
  subjects: `pedido pedidos encomenda encomendas encomendei reembolso devolução devolver pacote envio enviar entrega
    entregue entregam entregar fatura pagamento pago paguei pagar cobrança cobrado cobraram cartão conta senha cancelar
    cancelamento trocar troca mudar dinheiro volta ajuda ajudar preciso precisamos chegou chegar chega demora esperando
    quebrado produto artigo tamanho sapatos preço morada endereço número telefone semana semanas dia dias mês meses hora
    horas abrem aberto abertos fecham loja domingo compra comprei comprou comprar mandar mandei receber recebi recebeu
    funciona problema pergunta dúvida entendi entender entrar caixa reserva voo quarto aplicativo foto tentar tento
    aconteceu errada errado passada passado amiga amigo esqueci veio rastreio pessoa pessoas humano falar fale passa
    passar atender atendente atendimento serviço empresa gente agente tempo anos ano vida casa mundo coisa coisas novo
    pior vergonha merda burro inútil estúpido idiota advogado tribunal morrer matar perda porcaria cala boca compro
    certo valeu perguntar fala liga ligar ligação vosso vossa cá la péssimo dela deixa quantas vítima golpe celular
    telemóvel`,
  greetings: `olá oi obrigado obrigada boa bom tarde noite tchau adeus`,
  endings: `ção ções mente endo ando inho inha aram eram idade ável ível ões ãos eiro eira amos emos`,
};
